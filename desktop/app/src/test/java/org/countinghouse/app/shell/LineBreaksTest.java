package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineBreaksTest {
    @Test
    void wordsOfLatinScriptBreakAtTheirSpaces() {
        assertThat(pieces("Count the till, please")).containsExactly("Count ", "the ", "till, ", "please");
        assertThat(pieces("")).isEmpty();
    }

    @Test
    void khmerBreaksBetweenWordsAndNeverInsideASyllable() {
        assertThat(pieces("បាយសាច់ជ្រូក")).containsExactly("បាយ", "សាច់", "ជ្រូក");
        assertThat(pieces("អង្ករផ្ការំដួល 5 kg")).containsExactly("អង្ករ", "ផ្ការំដួល ", "5 ", "kg");
    }

    @Test
    void thaiBreaksBetweenWords() {
        assertThat(pieces("กรุณานับเงิน")).containsExactly("กรุณา", "นับ", "เงิน");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextLosesALetterAndNoMarkBeginsALine(Language language) {
        var texts = Texts.load(language);
        for (String key : texts.keys()) {
            List<String> pieces = pieces(texts.text(key));
            assertThat(String.join("", pieces)).isEqualTo(texts.text(key));
            assertThat(pieces).as(key).noneMatch(LineBreaksTest::beginsWithAMark);
        }
    }

    private static boolean beginsWithAMark(String piece) {
        int type = Character.getType(piece.codePointAt(0));
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int to : LineBreaks.after(text)) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
