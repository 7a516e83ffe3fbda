package org.countinghouse.serial.ssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Frames of the reference, byte for byte.
class SspFramesTest {
    private static final byte[] EXAMPLE_KEY = bytes("67452301674523016E5A000000000000");
    private static final String EXAMPLE_PACKET =
            "7F 80 11 7E E5 42 E9 6D 7F 7F E3 1E 5B 1D 53 AF DF B4 F9 0B AE 7F 7F 4C";

    @ParameterizedTest
    @CsvSource({
        "80, 11, 7F 80 01 11 65 82",
        "80, 07, 7F 80 01 07 12 02",
        "00, 07, 7F 00 01 07 11 88",
        "80, 0A, 7F 80 01 0A 3F 82",
        "80, 06 06, 7F 80 02 06 06 24 14",
        "80, 05, 7F 80 01 05 1D 82",
        "80, 4A C5 05 8F 3A 00 00 00 00, 7F 80 09 4A C5 05 8F 3A 00 00 00 00 B2 73",
        "80, F0, 7F 80 01 F0 23 80",
        "00, F0 D2 01 E2 04 00 00 45 55 52, 7F 00 0A F0 D2 01 E2 04 00 00 45 55 52 8E 8E",
        "80, F0 F1, 7F 80 02 F0 F1 1A 22"
    })
    void framesAreWrappedAndFoundAsInTheReference(String head, String data, String frame) {
        var bare = new SspFrame(Integer.parseInt(head, 16), bytes(data));

        assertThat(SspFrames.wrapped(bare)).isEqualTo(bytes(frame));
        assertThat(new SspFrames().feed(bytes(frame))).containsExactly(bare);
    }

    @Test
    void commandsAreThoseOfTheReference() {
        assertThat(Ssp.command(Ssp.SET_GENERATOR, BigInteger.valueOf(982_451_653L)))
                .isEqualTo(bytes("4A C5 05 8F 3A 00 00 00 00"));
        assertThat(Ssp.payout("EUR", 1250, Ssp.Really.PAY)).isEqualTo(bytes("33 E2 04 00 00 45 55 52 58"));
        assertThat(Ssp.payout(Pieces.of(new Denomination("EUR", 1000), 2), Ssp.Really.TEST))
                .isEqualTo(bytes("46 01 02 00 E8 03 00 00 45 55 52 19"));
        assertThatThrownBy(() -> Ssp.payout("EUR", 1L << 31, Ssp.Really.PAY)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theCheckIsThatOfTheReference() {
        assertThat(SspFrames.crc(new byte[0], 0)).isEqualTo(0xFFFF);
        assertThat(SspFrames.crc("A".getBytes(), 1)).isEqualTo(0xFC84);
        assertThat(SspFrames.crc("ABC".getBytes(), 3)).isEqualTo(0x069B);
    }

    @Test
    void aFlagIsDoubledInThePacketAndInItsCheck() throws IOException {
        var cipher = new SspCipher(EXAMPLE_KEY, new java.security.SecureRandom());

        byte[] sealed = cipher.sealed(Ssp.payout("EUR", 1250, Ssp.Really.PAY));

        assertThat(SspFrames.wrapped(new SspFrame(0x80, sealed))).isEqualTo(bytes(EXAMPLE_PACKET));
        assertThat(new SspFrames().feed(bytes(EXAMPLE_PACKET)))
                .extracting(SspFrame::data)
                .containsExactly(sealed);
        assertThat(new SspCipher(EXAMPLE_KEY, new java.security.SecureRandom()).opened(sealed))
                .isEqualTo(Ssp.payout("EUR", 1250, Ssp.Really.PAY));
    }

    @Test
    void anAnswerOutOfStepOrToAnotherKeyIsNotOpened() {
        var random = new java.security.SecureRandom();
        byte[] sealed = new SspCipher(EXAMPLE_KEY, random).sealed(new byte[] {7});
        var ahead = new SspCipher(EXAMPLE_KEY, random);
        ahead.sealed(new byte[] {7});

        assertThatThrownBy(() -> ahead.opened(sealed)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new SspCipher(new byte[16], random).opened(sealed))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ahead.opened(new byte[] {SspCipher.ENCRYPTED, 1, 2}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void bothEndsAgreeOnTheKeyOfTheReference() {
        var exchange = new KeyExchange(
                BigInteger.valueOf(982_451_653L), BigInteger.valueOf(1_287_821L), BigInteger.valueOf(12_345L));

        assertThat(exchange.told()).isEqualTo(185_556);
        assertThat(exchange.agreed(BigInteger.valueOf(787_044L))).isEqualTo(58_592);
        assertThat(SspCipher.key(0x0123456701234567L, BigInteger.valueOf(58_592L)))
                .isEqualTo(bytes("67 45 23 01 67 45 23 01 E0 E4 00 00 00 00 00 00"));
    }

    @Test
    void aSingleFlagBeginsAFrameAnewAndADamagedOneIsNone() {
        var frames = new SspFrames();

        assertThat(frames.feed(bytes("7F 80 05 01 02 7F 80 01 F0 23 80"))).hasSize(1);
        assertThat(frames.feed(bytes("7F 80 01 F0 23 81"))).isEmpty();
        assertThat(frames.feed(bytes("7F 80 00 7F 80 01 F0 23 80"))).hasSize(1);
        assertThat(frames.feed(bytes("7F 80 01"))).isEmpty();
        assertThat(frames.feed(bytes("F0 23 80"))).hasSize(1);
    }

    @Test
    void noBytesWhateverBringTheParserDownOrKeepItFromTheNextFrame() {
        var random = new Random(7);
        var frames = new SspFrames();
        for (int round = 0; round < 2_000; round++) {
            var noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            if (round % 2 == 0) {
                for (int i = 0; i < noise.length; i += 1 + random.nextInt(3)) {
                    noise[i] = 0x7F;
                }
            }
            frames.feed(noise);
            var data = new byte[1 + random.nextInt(255)];
            random.nextBytes(data);
            var frame = new SspFrame(random.nextInt(0x7F), data);
            var whole = new ByteArrayOutputStream();
            // Noise may end with a flag, which would swallow the next one.
            whole.write(0);
            whole.writeBytes(SspFrames.wrapped(frame));

            assertThat(frames.feed(whole.toByteArray())).endsWith(frame);
        }
    }

    @Test
    void noEventsWhateverBringTheReaderDown() {
        var random = new Random(11);
        for (int round = 0; round < 4_000; round++) {
            var noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            for (int version = 6; version <= 8; version++) {
                try {
                    List<SspEvent> events = new SspEvents(version, true).read(new SspReading(noise));
                    assertThat(events).hasSizeLessThanOrEqualTo(noise.length);
                } catch (IOException _) {
                    // Nonsense is said to be nonsense.
                }
                try {
                    SspSetup.read(new SspReading(noise));
                } catch (IOException _) {
                    // The same.
                }
            }
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
