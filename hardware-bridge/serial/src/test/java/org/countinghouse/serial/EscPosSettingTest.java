package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;

class EscPosSettingTest {
    private static final Fonts FONTS = Fonts.brought();

    @Test
    void whatTheCodePageHoldsIsSentAsText() {
        var bytes = set(
                "?page=437", Slip.titled("x").columns("Crème brûlée", "£5.00").build());

        assertThat(new String(bytes, Charset.forName("IBM437"))).contains("Crème brûlée" + " ".repeat(31) + "£5.00\n");
    }

    @Test
    void whatTheCodePageCannotHoldIsSentAsPictureAndNeverAsQuestionMark() {
        for (String text : List.of("ប្រាក់", "Tổng cộng 45.000 ₫", "€ 5,00", "ราคา")) {
            var commands = EscPosSetting.of(Slip.titled("x").text(text).build(), settings(""), () -> FONTS);

            assertThat(commands)
                    .as(text)
                    .anyMatch(command -> command[0] == 0x1D && command[1] == 'v')
                    .noneMatch(command -> command[command.length - 1] == EscPos.LF);
        }
        assertThat(set("?page=858", Slip.titled("x").text("€ 5,00").build())).contains(0xD5);
    }

    @Test
    void aLetterNoFontHasIsPrintedByItsName() {
        assertThat(FONTS.printable("Café 中 \uD83D\uDE00")).isEqualTo("Café [U+4E2D] [U+1F600]");
        assertThat(FONTS.printable("half\uD83D")).isEqualTo("half[U+D83D]");
        assertThat(FONTS.printable("ប្រាក់\u200Bសរុប Tổng ราคา ₫៛฿€")).isEqualTo("ប្រាក់\u200Bសរុប Tổng ราคา ₫៛฿€");
        assertThat(FONTS.printable("a\uFEFF\u00ADb\uFE0F"))
                .as("what is never drawn")
                .doesNotContain("[U+");
    }

    @Test
    void noLetterIsTornApartAtTheEndOfARow() {
        String khmer = "ក្នុងកម្មវិធីស្មោះត្រង់";
        for (int end = 4; end <= khmer.length(); end++) {
            int at = Breaks.before(khmer, 0, end);
            assertThat(khmer.substring(0, at)).doesNotEndWith("្");
            assertThat(at == khmer.length() ? "x" : khmer.substring(at))
                    .as("row %s", khmer.substring(0, at))
                    .matches("(?s)[^\\p{M}].*");
        }
        assertThat(Breaks.before("\u17D2\u17D2", 0, 1)).as("never without end").isEqualTo(1);
    }

    @Test
    void aPictureHasTheWidthOfThePaper() {
        var dots = new Picture(FONTS, 384).of((org.countinghouse.device.Line.Text)
                Slip.titled("x").text("ប្រាក់").build().lines().getFirst());

        assertThat(dots.length % 48).isZero();
        assertThat(dots.length / 48).isBetween(24, 60);
    }

    @Test
    void noPictureHoldsACommandThatPrintersObeyAnywhere() {
        var dots = new byte[] {0x10, 0x14, 0x01, 0x00, 0x02, 0x10, 0x04, 0x01, (byte) 0x90};

        assertThat(EscPos.defused(dots)).doesNotContain(0x10).hasSize(9).endsWith(0x90);
    }

    @Test
    void largeTextTakesTwoColumnsPerLetter() {
        var text = new String(
                set(
                        "?columns=32",
                        Slip.titled("x")
                                .columns("SHORT", "0.50", Emphasis.LARGE)
                                .build()),
                StandardCharsets.ISO_8859_1);

        assertThat(text).contains("\u001BE\u0001\u001D!\u0011SHORT" + " ".repeat(7) + "0.50\n");
    }

    private static byte[] set(String settings, Slip slip) {
        return EscPos.joined(
                EscPosSetting.of(slip, settings(settings), () -> FONTS).toArray(byte[][]::new));
    }

    private static EscPosSettings settings(String settings) {
        return EscPosSettings.of(DeviceAddress.of("tcp://127.0.0.1" + settings));
    }
}
