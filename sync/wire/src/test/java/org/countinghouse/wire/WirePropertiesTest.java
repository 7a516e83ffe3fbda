package org.countinghouse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever comes over a cable is read, or refused with a [WireException]; nothing else leaves the door.
class WirePropertiesTest {
    @Property(tries = 500)
    void randomBytesAreRefused(@ForAll byte[] bytes) {
        refusedOrRead(() -> Batch.decode(bytes));
        refusedOrRead(() -> PulledPage.decode(bytes));
    }

    @Property(tries = 500)
    void randomTextIsRefused(@ForAll String text) {
        refusedOrRead(() -> Batch.decode(FrameTest.packed(text + "\n")));
        refusedOrRead(() -> PulledPage.decode(FrameTest.packed(text + "\n")));
        refusedOrRead(() -> PushReply.read(text));
        refusedOrRead(() -> Head.read(text));
        refusedOrRead(() -> Enrolment.read(text));
        refusedOrRead(() -> Envelope.read(text));
        refusedOrRead(() -> RequestSignature.read(text));
        refusedOrRead(() -> Setting.read(text));
        refusedOrRead(() -> Setting.Reply.read(text));
    }

    @Property(tries = 1_000)
    void aFlippedBitIsNeverAccepted(@ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(max = 7) int bit) {
        var original = FrameTest.batch(3);
        var bytes = original.encode();
        bytes[place % bytes.length] ^= (byte) (1 << bit);
        try {
            // A bit of gzip's own header, such as its time, may change without a byte of ours changing.
            assertThat(Batch.decode(bytes)).isEqualTo(original);
        } catch (WireException refused) {
            assertThat(refused).hasMessageContaining("");
        }
    }

    @Property(tries = 1_000)
    void anAlteredCharacterIsNeverAccepted(@ForAll @IntRange(max = 100_000) int place, @ForAll char with) {
        var original = FrameTest.batch(3);
        var lines = new StringBuilder(original.lines());
        lines.setCharAt(place % lines.length(), with);
        try {
            assertThat(Batch.decode(FrameTest.packed(lines.toString()))).isEqualTo(original);
        } catch (WireException refused) {
            assertThat(refused).hasMessageContaining("");
        }
    }

    private static void refusedOrRead(Runnable reading) {
        try {
            reading.run();
        } catch (WireException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            fail("only a WireException may leave the wire", e);
        }
    }
}
