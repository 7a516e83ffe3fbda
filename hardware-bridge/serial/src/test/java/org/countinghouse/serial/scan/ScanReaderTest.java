package org.countinghouse.serial.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Scanner.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanReaderTest {
    private final List<Scan> scans = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "cr, 4006381333931\\r",
        "lf, 4006381333931\\n",
        "crlf, 4006381333931\\r\\n",
        "cr, 4006381333931\\r\\n",
        "lf, 4006381333931\\r\\n",
        "tab, 4006381333931\\t",
        "etx, 4006381333931\\3"
    })
    void everyUsualEndingIsKnown(String end, String sent) {
        var reader = reader("end=" + end);
        hear(reader, sent.translateEscapes());
        hear(reader, sent.translateEscapes());

        assertThat(scans).containsExactly(new Scan("4006381333931", ""), new Scan("4006381333931", ""));
        assertThat(dropped).isEmpty();
    }

    @Test
    void bytesMayComeOneByOneAndTwoBarCodesAtOnce() {
        var reader = reader("end=cr");
        for (char each : "96385074\r".toCharArray()) {
            hear(reader, Character.toString(each));
        }
        hear(reader, "1\r2\r");

        assertThat(scans).extracting(Scan::data).containsExactly("96385074", "1", "2");
    }

    @Test
    void aCodeIdTellsTheKind() {
        var reader = reader("end=cr");
        hear(reader, "]E04006381333931\r]E496385074\r]C10104006381333931\u001D10AB\r]d2x\r]Z9x\r]E0\r");
        hear(reader("end=cr&aim=no"), "]E04006381333931\r");

        assertThat(scans)
                .containsExactly(
                        new Scan("4006381333931", "EAN-13"),
                        new Scan("96385074", "EAN-8"),
                        new Scan("0104006381333931␝10AB", "GS1-128"),
                        new Scan("x", "GS1 DataMatrix"),
                        new Scan("x", "]Z9"),
                        new Scan("]E0", ""),
                        new Scan("]E04006381333931", ""));
    }

    @Test
    void whatLacksItsPrefixOrSuffixIsDropped() {
        var reader = reader("end=etx&prefix=%02A&suffix=Z");
        hear(reader, "\u0002A4711Z\u0003");
        hear(reader, "4711Z\u0003\u0002A4711\u0003\u0002AZ\u0003");

        assertThat(scans).containsExactly(new Scan("4711", ""));
        assertThat(dropped).hasSize(3);
    }

    @Test
    void halfABarCodeIsNeverAnotherArticle() {
        var reader = reader("end=cr&longest=20");
        hear(reader, "40063");
        reader.silence();
        hear(reader, "81333931\r");
        hear(reader, "1".repeat(500) + "4711\r");
        hear(reader, "40063");
        reader.tornOff();
        var byPause = reader("end=none&longest=20");
        hear(byPause, "40063");
        byPause.tornOff();
        hear(byPause, "4006381333931");
        byPause.silence();

        assertThat(scans).extracting(Scan::data).containsExactly("81333931", "4006381333931");
        assertThat(dropped).hasSize(4);
    }

    @Test
    void umlautsComeAsUtf8OrAsLatin1() {
        var reader = reader("end=cr");
        hear(reader, "Käse\r");
        byte[] latin = "Käse\r".getBytes(StandardCharsets.ISO_8859_1);
        reader.take(latin, latin.length);

        assertThat(scans).extracting(Scan::data).containsExactly("Käse", "Käse");
    }

    private ScanReader reader(String settings) {
        return new ScanReader(
                ScanSettings.of(DeviceAddress.of("scanner:serial:/dev/ttyACM0?" + settings)), scans::add, dropped::add);
    }

    private static void hear(ScanReader reader, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reader.take(bytes, bytes.length);
    }
}
