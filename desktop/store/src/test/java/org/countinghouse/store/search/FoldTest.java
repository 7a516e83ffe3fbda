package org.countinghouse.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource({
        "Cà Phê Sữa Đá, ca phe sua da",
        "Môre Koffie, more koffie",
        "STRASSE, straße",
        "İstanbul, ıstanbul",
        "Ørsted Łódź, orsted lodz",
        "១២៣ ៛, 123 ៛",
        "๔๕๖, 456",
        "７．７０, ７．70",
        "កា\u200Bហ្វេ, កាហ្វេ",
        "no\u00ADsale\u200D, NOSALE",
        "a\u00A0 b, a b"
    })
    void whatLooksTheSameIsTheSame(String one, String other) {
        assertThat(Fold.text(one)).isEqualTo(Fold.text(other));
    }

    @ParameterizedTest
    @CsvSource({
        // A foot after its vowel, or before it.
        "\u1780\u17D2\u179A\u17C4, \u1780\u17C4\u17D2\u179A",
        // Two feet, that of ro first.
        "\u179F\u17D2\u178F\u17D2\u179A\u17B8, \u179F\u17D2\u179A\u17D2\u178F\u17B8",
        // The feet of da and ta are drawn alike.
        "\u1780\u178E\u17D2\u178A\u17B6\u179B, \u1780\u178E\u17D2\u178F\u17B6\u179B",
        // A vowel typed as two halves.
        "\u1780\u17C4, \u1780\u17C1\u17B6",
        "\u1780\u17BE, \u1780\u17C1\u17B8",
        // A shifter under a vowel that stands above, and the vowel u.
        "\u179F\u17CA\u17B8, \u179F\u17BB\u17B8",
        // A sign twice in the same place.
        "\u1780\u17B6, \u1780\u17B6\u17B6",
        // Thai: nikhahit and tone in either order, and sara am.
        "\u0E19\u0E49\u0E33, \u0E19\u0E4D\u0E49\u0E32",
    })
    void theOrderOfTypingDoesNotMatter(String one, String other) {
        assertThat(Fold.text(one)).isEqualTo(Fold.text(other));
    }

    @ParameterizedTest
    @CsvSource({"កា, កី", "តៃ, ដៃ", "ក្រ, ករ", "ไม่, ไม", "й, й\u0301", "ㄱ, ㄴ"})
    void theSignsOfAWordOfAnotherScriptAreLettersOfIt(String one, String other) {
        assertThat(Fold.text(one)).isNotEqualTo(Fold.text(other));
    }

    @Test
    void aKhmerWordIsFoundWhileItsFootIsStillBeingTyped() {
        var word = Fold.text("ស្រា");
        for (String begun : List.of("ស", "ស្", "ស្រ", "ស្រា")) {
            assertThat(word).contains(Fold.text(begun));
        }
    }

    @Test
    void whatIsMarkedIsWholeLettersWithTheirSigns() {
        String words = "កាហ្វេទឹកដោះគោ";
        var spans = Fold.of(words).spans(List.of(Fold.text("ហ")));
        assertThat(spans).hasSize(1);
        assertThat(words.substring(spans.getFirst().from(), spans.getFirst().to()))
                .isEqualTo("ហ្វេ");
    }

    @Test
    void marksThatTouchAreOne() {
        assertThat(Fold.of("Cà phê").spans(List.of("ca", "a p", "e")))
                .containsExactly(new Folded.Span(0, 4), new Folded.Span(5, 6));
    }

    @Property(tries = 3000)
    void foldingAgainChangesNothing(@ForAll("words") String words) {
        String folded = Fold.text(words);
        assertThat(Fold.text(folded)).isEqualTo(folded);
    }

    @Property(tries = 3000)
    void upperCaseAndWaysOfWritingTheSameMakeNoDifference(@ForAll("words") String words) {
        assertThat(Fold.text(Normalizer.normalize(words, Normalizer.Form.NFC)))
                .isEqualTo(Fold.text(Normalizer.normalize(words, Normalizer.Form.NFD)));
        String latin = words.codePoints()
                .filter(point -> point < 0x180)
                .filter(point -> point != 0x149 && point != 0x17F && point != 0x131 && point != 0xB5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Fold.text(latin.toUpperCase(java.util.Locale.ROOT))).isEqualTo(Fold.text(latin));
    }

    @Property(tries = 3000)
    void everyLetterCameFromAPlaceInTheWords(@ForAll("words") String words) {
        var folded = Fold.of(words);
        if (!folded.text().isEmpty()) {
            var spans = folded.spans(List.of(folded.text()));
            assertThat(spans).hasSize(1);
            assertThat(spans.getFirst().from()).isBetween(0, words.length());
            assertThat(spans.getFirst().to()).isBetween(spans.getFirst().from() + 1, words.length());
        }
    }

    @Provide
    Arbitrary<String> words() {
        var khmer = Arbitraries.integers().between(0x1780, 0x17DD);
        var thai = Arbitraries.integers().between(0x0E01, 0x0E5B);
        var latin = Arbitraries.integers().between(0x20, 0x17F);
        var vietnamese = Arbitraries.integers().between(0x1EA0, 0x1EF9);
        var marks = Arbitraries.of(0x0300, 0x0301, 0x0309, 0x0323, 0x20DD, 0x200B, 0x200D, 0x17D2, 0xFE0F, 0x0345);
        var any = Arbitraries.integers().between(0, 0x2FFFF).filter(Character::isDefined);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, khmer),
                        net.jqwik.api.Tuple.of(3, thai),
                        net.jqwik.api.Tuple.of(3, latin),
                        net.jqwik.api.Tuple.of(2, vietnamese),
                        net.jqwik.api.Tuple.of(3, marks),
                        net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(12)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
