package org.countinghouse.serial.pole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.countinghouse.serial.CodePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetteringTest {
    private static final Charset PC437 = Charset.forName("IBM437");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Crème brûlée 4.50  | Crème brûlée 4.50
                Tổng cộng 45.000 ₫ | Tông công 45.000 VND
                Đường              | Duòng
                € 5,00             | EUR 5,00
                ៥០០០៛             | 5000KHR
                Łódź               | Lódz
                “two” – one        | "two" - one
                """)
    void whatEverybodyWouldSpellSoIsSpelt(String text, String shown) {
        var row = lettering(CodePage.PC437).row(text, 24);

        assertThat(new String(row.cells(), PC437).stripTrailing()).isEqualTo(shown);
        assertThat(row.lacking()).isEmpty();
    }

    @Test
    void whatNobodyCanSpellIsASubstituteAndIsTold() {
        var row = lettering(CodePage.PC437).row("ប្រាក់ 5", 10);

        assertThat(new String(row.cells(), PC437)).doesNotContain("?").matches("¿{2,4} 5 +");
        assertThat(row.lacking()).isEqualTo("ប្រាក់");
        assertThat(new String(lettering(CodePage.ASCII).row("ក?", 8).cells(), PC437))
                .isEqualTo("*?      ");
    }

    @ParameterizedTest
    @EnumSource(CodePage.class)
    void noLetterAtAllBecomesACommand(CodePage page) {
        var lettering = lettering(page);
        for (int letter = 0; letter < 0x2_0000; letter += letter < 0x600 ? 1 : 53) {
            var row = lettering.row(Character.toString(letter) + "\u001B@", 8);

            for (byte cell : row.cells()) {
                assertThat(cell & 0xFF)
                        .as("U+%04X %s", letter, HexFormat.of().formatHex(row.cells()))
                        .isGreaterThanOrEqualTo(0x20)
                        .isNotEqualTo(0x7F);
            }
        }
    }

    @Test
    void aRowIsAlwaysAsWideAsTheDisplay() {
        assertThat(lettering(CodePage.PC858).row("", 20).cells()).hasSize(20).containsOnly(' ');
        assertThat(lettering(CodePage.PC858).row("e\u0301".repeat(5000), 20).cells())
                .hasSize(20)
                .containsOnly(0x82);
        assertThat(lettering(CodePage.PC437).row("€€€€€€€€", 20).cells()).hasSize(20);
    }

    private static Lettering lettering(CodePage page) {
        return new Lettering(page);
    }
}
