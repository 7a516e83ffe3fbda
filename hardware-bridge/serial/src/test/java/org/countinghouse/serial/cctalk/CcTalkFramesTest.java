package org.countinghouse.serial.cctalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CcTalkFramesTest {

    /// Suzohapp Flow manual, pp. 12-21, and ccTalk4j's CRC tests.
    @ParameterizedTest
    @CsvSource({
        "EIGHT_BIT, 3, 163, '',       03 00 01 A3 59",
        "EIGHT_BIT, 3, 164, A5,       03 01 01 A4 A5 B2",
        "EIGHT_BIT, 3, 167, DFD70A01, 03 04 01 A7 DF D7 0A 01 90",
        "EIGHT_BIT, 3, 236, '',       03 00 01 EC 10",
        "EIGHT_BIT, 3, 166, '',       03 00 01 A6 56",
        "EIGHT_BIT, 2, 254, '',       02 00 01 FE FF",
        "CRC,      40,   1, '',       28 00 46 01 3F",
        "CRC,      40, 254, '',       28 00 B6 FE 21",
    })
    void commandsAreWrittenAsTheManualsPrintThem(Checksum checksum, int to, int header, String data, String bytes) {
        var frame = new CcTalkFrame(to, CcTalkFrame.HOST, header, HexFormat.of().parseHex(data));

        assertThat(checksum.wrap(frame)).isEqualTo(bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "01 02 03 00 80 80 FA, 3, 8080",
        "01 00 03 00 FC,       3, ''",
        "01 01 03 00 01 FA,    3, 01",
        "01 03 03 00 4E 46 05 60, 3, 4E4605",
    })
    void repliesAreReadAsTheManualPrintsThem(String bytes, int from, String data) {
        assertThat(new CcTalkFrames(Checksum.EIGHT_BIT).feed(bytes(bytes)))
                .containsExactly(new CcTalkFrame(1, from, 0, HexFormat.of().parseHex(data)));
    }

    /// The manual prints 7A where F8 is right (p. 12).
    @Test
    void theManualsMisprintedReplyIsNoReply() {
        var frames = new CcTalkFrames(Checksum.EIGHT_BIT);

        assertThat(frames.feed(bytes("01 01 03 00 03 7A"))).isEmpty();
        frames.gap();
        assertThat(frames.feed(bytes("01 01 03 00 03 F8"))).hasSize(1);
    }

    @Test
    void framesMayComeTogetherAndInParts() {
        var frames = new CcTalkFrames(Checksum.EIGHT_BIT);

        assertThat(frames.feed(bytes("03 00 01 A3 59 01 02 03"))).hasSize(1);
        assertThat(frames.isMidway()).isTrue();
        assertThat(frames.feed(bytes("00 80 80 FA"))).hasSize(1);
        assertThat(frames.isMidway()).isFalse();
    }

    @Test
    void nothingIsBelievedAfterADamagedFrameUntilThereWasSilence() {
        var frames = new CcTalkFrames(Checksum.EIGHT_BIT);

        assertThat(frames.feed(bytes("01 01 03 00 02 FA 01 01 03 00 01 FA"))).isEmpty();
        frames.gap();
        assertThat(frames.feed(bytes("01 01 03 00 01 FA"))).hasSize(1);
    }

    @Test
    void everyLengthAndEveryByteSurvivesBothChecksums() {
        for (var checksum : Checksum.values()) {
            var frames = new CcTalkFrames(checksum);
            for (int length = 0; length <= CcTalkFrame.MOST_DATA; length++) {
                var data = new byte[length];
                new Random(length).nextBytes(data);
                var frame = new CcTalkFrame(1, checksum == Checksum.CRC ? 0 : 7, 0, data);

                assertThat(frames.feed(checksum.wrap(frame))).containsExactly(frame);
            }
        }
    }

    @Test
    void aBitThatFlipsIsNoticed() {
        for (var checksum : Checksum.values()) {
            byte[] good = checksum.wrap(new CcTalkFrame(1, 3, 0, new byte[] {7, 0, 2, 1}));
            for (int bit = 0; bit < good.length * 8; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);

                assertThat(new CcTalkFrames(checksum).feed(bad)).isEmpty();
            }
        }
    }

    @Test
    void anythingMayCome() {
        var random = new Random(4711);
        for (var checksum : Checksum.values()) {
            var frames = new CcTalkFrames(checksum);
            for (int i = 0; i < 20_000; i++) {
                var noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                assertThatCode(() -> frames.feed(noise)).doesNotThrowAnyException();
                if (random.nextInt(5) == 0) {
                    frames.gap();
                }
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
