package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference's frames on the slave's side, which was written apart from the driver's.
class SmileyLineTest {
    @ParameterizedTest
    @CsvSource({
        "80, 11, 7F 80 01 11 65 82",
        "80, 07, 7F 80 01 07 12 02",
        "00, 07, 7F 00 01 07 11 88",
        "80, 0A, 7F 80 01 0A 3F 82",
        "80, 06 06, 7F 80 02 06 06 24 14",
        "80, 05, 7F 80 01 05 1D 82",
        "80, 4A C5 05 8F 3A 00 00 00 00, 7F 80 09 4A C5 05 8F 3A 00 00 00 00 B2 73",
        "80, 33 E2 04 00 00 45 55 52 58, 7F 80 09 33 E2 04 00 00 45 55 52 58 E2 0B",
        "80, F0, 7F 80 01 F0 23 80",
        "00, F0 D2 01 E2 04 00 00 45 55 52, 7F 00 0A F0 D2 01 E2 04 00 00 45 55 52 8E 8E",
        "80, F0 F1, 7F 80 02 F0 F1 1A 22",
        "80, 7E E5 42 E9 6D 7F E3 1E 5B 1D 53 AF DF B4 F9 0B AE, "
                + "7F 80 11 7E E5 42 E9 6D 7F 7F E3 1E 5B 1D 53 AF DF B4 F9 0B AE 7F 7F 4C"
    })
    void packetsAreFramedAndHeardAsInTheReference(String head, String data, String frame) {
        var packet = new SmileyLine.Packet(Integer.parseInt(head, 16), bytes(data));

        assertThat(SmileyLine.framed(packet)).isEqualTo(bytes(frame));
        assertThat(new SmileyLine().heard(bytes(frame), bytes(frame).length)).containsExactly(packet);
    }

    @Test
    void theKeyIsThatOfTheReference() {
        var keys = keys();
        byte[] ours = keys.exchanged(185_556L).orElseThrow();

        assertThat(ByteBuffer.wrap(ours).order(ByteOrder.LITTLE_ENDIAN).getLong())
                .isEqualTo(787_044L);
        assertThat(keys.opened(new byte[] {SmileyKeys.ENCRYPTED, 1})).isEmpty();
    }

    @Test
    void noBytesWhateverBringTheSlaveDown() {
        var random = new Random(13);
        var line = new SmileyLine();
        var keys = keys();
        keys.exchanged(185_556L);
        for (int round = 0; round < 3_000; round++) {
            var noise = new byte[1 + random.nextInt(300)];
            random.nextBytes(noise);
            for (int i = 0; i < noise.length; i += 1 + random.nextInt(9)) {
                noise[i] = 0x7F;
            }
            line.heard(noise, noise.length);
            assertThat(keys.opened(noise)).isEmpty();
            line.forget();
            byte[] frame = SmileyLine.framed(new SmileyLine.Packet(0x80, noise.length > 255 ? new byte[] {1} : noise));
            assertThat(line.heard(frame, frame.length)).hasSize(1);
        }
    }

    private static SmileyKeys keys() {
        var keys = new SmileyKeys(BigInteger.valueOf(54_321));
        assertThat(keys.generator(982_451_653L)).isTrue();
        assertThat(keys.modulus(1_287_821L)).isTrue();
        return keys;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
