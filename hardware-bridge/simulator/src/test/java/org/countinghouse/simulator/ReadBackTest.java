package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What we print is read by programs that are not ours: Tesseract reads every script, zbar every code.
@EnabledOnOs(OS.LINUX)
class ReadBackTest {
    private static final double WELL_READ = 0.85;

    @TempDir
    Path folder;

    static List<Arguments> slips() {
        return List.of(
                Arguments.of("khm", List.of("ប្រាក់សរុប", "ទឹកសុទ្ធ", "បាយសាច់ជ្រូក", "សូមអរគុណ")),
                Arguments.of(
                        "vie",
                        List.of("Phở bò tái chín đặc biệt", "Cà phê sữa đá", "Tổng cộng 123.000", "Cảm ơn quý khách")),
                Arguments.of("tha", List.of("ร้านกาแฟ", "ข้าวผัดกุ้ง", "รวมทั้งสิ้น", "ขอบคุณที่ใช้บริการ")),
                Arguments.of("eng", List.of("Bread and butter € 12.50", "Total € 73.50", "Thank you very much")));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void everyScriptIsReadBackByAProgramThatIsNotOurs(String language, List<String> lines) throws Exception {
        String read = Recogniser.read(folder, printed("?page=ascii", slip(lines)), language);

        assertThat(Recogniser.likeness(read, String.join("", lines)))
                .as("read: %s", read)
                .isGreaterThan(WELL_READ);
    }

    /// The control: letters no font has stand as names, and nobody reads them as Khmer.
    @Test
    void whatWasNotPrintedIsNotReadBack() throws Exception {
        var words = List.of("ប្រាក់សរុប", "ទឹកសុទ្ធ", "បាយសាច់ជ្រូក", "សូមអរគុណ");
        var boxes = words.stream().map(word -> "☐".repeat(word.length() / 2)).toList();

        String read = Recogniser.read(folder, printed("", slip(boxes)), "khm");

        assertThat(Recogniser.likeness(read, String.join("", words)))
                .as("read: %s", read)
                .isLessThan(0.4);
    }

    @Test
    void everyCodeIsReadBackByAScannerThatIsNotOurs() throws Exception {
        String mark = "counter-1/1/18/a3f901bc77dea3f901bc77dea3f901bc77dea3f901bc77dea3f901bc77de0017";
        var codes = Slip.titled("codes")
                .qr(mark, "counter-1/1/18")
                .feed(2)
                .bars(Barcode.EAN_13, "5901234123457")
                .feed(2)
                .bars(Barcode.EAN_8, "96385074")
                .feed(2)
                .bars(Barcode.CODE_128, "SALE {17}/a")
                .feed(2)
                .bars(Barcode.CODE_39, "SALE 17")
                .cut()
                .build();

        String read = new OutsideProgram("zbarimg", "zbar-tools")
                .read(folder, "-q", "--raw", printed("", codes).toString());

        assertThat(read.lines()).contains(mark, "5901234123457", "96385074", "SALE {17}/a", "SALE 17");
    }

    private static Slip slip(List<String> lines) {
        var slip = Slip.titled("slip");
        lines.forEach(slip::text);
        return slip.cut().build();
    }

    private Path printed(String settings, Slip slip) throws IOException {
        try (var counter = Counter.reachedBy("", folder, settings)) {
            assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
            return counter.peer().printouts().getLast().image();
        }
    }
}
