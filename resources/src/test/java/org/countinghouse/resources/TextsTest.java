package org.countinghouse.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Set<String> TASKS = Set.of(
            "signin",
            "shift",
            "till",
            "count",
            "safe",
            "backoffice",
            "report",
            "device",
            "sync",
            "settings",
            "shell",
            "slip",
            "workbook",
            "refused",
            "money",
            "people",
            "machine",
            "firstrun",
            "backup",
            "support",
            "catalogue",
            "palette");

    private static final String LANGUAGE_NAME = "shell.language.";

    /// Names of programs, units, keys and marks a machine reads.
    private static final Set<String> NAMES_AND_MARKS = Set.of(
            "backoffice.accounts.form.journal-quickbooks",
            "backoffice.accounts.form.journal-xero",
            "backup.column.size",
            "palette.key",
            "settings.station.java",
            "settings.station.javafx",
            "settings.station.version",
            "shell.name",
            "shell.window",
            "support.part",
            "workbook.check.bad",
            "workbook.check.ok");

    private final Texts english = Texts.load(Language.ENGLISH);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(Texts.load(language).keys()).containsExactlyElementsOf(english.keys());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageNamesTheSamePlaceholders(Language language) {
        Texts texts = Texts.load(language);
        for (String key : english.keys()) {
            assertThat(texts.placeholders(key)).as(key).isEqualTo(english.placeholders(key));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsEmptyOrHasABraceLeftOpen(Language language) {
        Texts texts = Texts.load(language);
        for (String key : texts.keys()) {
            assertThat(texts.text(key)).as(key).isNotBlank();
            assertThat(withoutPlaceholders(texts.text(key))).as(key).doesNotContain("{", "}");
        }
    }

    /// JavaFX draws a zero-width space as a box.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextHoldsAnInvisibleBreak(Language language) {
        Texts texts = Texts.load(language);
        for (String key : texts.keys()) {
            assertThat(texts.text(key)).as(key).doesNotContain("\u200b", "\ufeff", "\ufffd");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"KHMER", "THAI"})
    void everyTextOfAScriptOfItsOwnIsWrittenInIt(Language language) {
        Texts texts = Texts.load(language);
        assertThat(english.keys())
                .filteredOn(key -> hasWords(english.text(key)) && !NAMES_AND_MARKS.contains(key))
                .filteredOn(key -> !key.startsWith(LANGUAGE_NAME))
                .allMatch(key -> isWrittenIn(script(language), texts.text(key)));
    }

    /// A text that was left in English is longer than a name, and the same.
    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"VIETNAMESE", "AFRIKAANS", "ZULU"})
    void noSentenceIsLeftInEnglish(Language language) {
        Texts texts = Texts.load(language);
        assertThat(texts.keys())
                .filteredOn(key -> texts.text(key).equals(english.text(key)) && !key.startsWith(LANGUAGE_NAME))
                .noneMatch(key -> withoutPlaceholders(english.text(key)).matches("(\\W*\\b\\w+\\b){4,}\\W*"));
    }

    @Test
    void noEnglishTextIsInAnotherScript() {
        assertThat(english.keys())
                .filteredOn(key -> isWrittenIn(Character.UnicodeScript.KHMER, english.text(key))
                        || isWrittenIn(Character.UnicodeScript.THAI, english.text(key)))
                .containsExactly("shell.language.km", "shell.language.th");
    }

    @Test
    void aLanguageIsCalledAsItsSpeakersCallIt() {
        for (Language language : Language.values()) {
            assertThat(english.text("shell.language." + language.code())).isEqualTo(language.ownName());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keysAreWrittenOncePerTaskInAlphabeticalOrder(Language language) throws IOException {
        var byTask = new TreeMap<String, List<String>>();
        for (String key : writtenKeys(language)) {
            byTask.computeIfAbsent(key.substring(0, key.indexOf('.')), _ -> new ArrayList<>())
                    .add(key);
        }
        assertThat(byTask.keySet()).isSubsetOf(TASKS);
        assertThat(byTask).allSatisfy((_, keys) -> assertThat(keys).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void aSheetNameIsOneASpreadsheetTakes() {
        for (Language language : Language.values()) {
            Texts texts = Texts.load(language);
            assertThat(texts.keys())
                    .filteredOn(key -> key.startsWith("workbook.sheet."))
                    .hasSize(6)
                    .allSatisfy(key -> assertThat(texts.text(key)).matches("[^\\[\\]:*?/\\\\']{1,31}"));
        }
    }

    @Test
    void aRefusalSaysWhatHappenedWhatIsSafeAndWhatToDoNext() {
        assertThat(english.keys())
                .filteredOn(key -> key.startsWith("refused.") && !key.equals("refused.title"))
                .hasSizeGreaterThanOrEqualTo(34)
                .allSatisfy(key ->
                        assertThat(english.text(key).split("[.;] ")).as(key).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void placeholdersAreFilledInByName() {
        assertThat(english.text("refused.no-open-shift", Map.of("till", "2")))
                .isEqualTo("No shift is open on till 2. Nothing was recorded. Open a shift first.");
        assertThat(english.text("money.short", Map.of("amount", "$0.50"))).isEqualTo("short $0.50");
        assertThat(Texts.load(Locale.forLanguageTag("km-KH")).text("money.over", Map.of("amount", "៛100")))
                .isEqualTo("លើស ៛100");
    }

    @Test
    void anUnfilledPlaceholderStaysReadable() {
        assertThat(english.text("money.over", Map.of())).isEqualTo("over {amount}");
    }

    @Test
    void aMissingKeyIsNamedWithItsLanguage() {
        assertThatThrownBy(() -> Texts.load(Language.KHMER).text("till.nothing"))
                .isInstanceOf(MissingTextException.class)
                .hasMessage("no text \"till.nothing\" in km");
        assertThat(english.has("till.nothing")).isFalse();
        assertThat(english.has("till.title")).isTrue();
    }

    @Test
    void aForeignLocaleGetsEnglish() {
        assertThat(Texts.load(Locale.GERMANY).language()).isEqualTo(Language.ENGLISH);
    }

    private static Character.UnicodeScript script(Language language) {
        return language == Language.THAI ? Character.UnicodeScript.THAI : Character.UnicodeScript.KHMER;
    }

    private static boolean hasWords(String text) {
        return withoutPlaceholders(text).chars().anyMatch(Character::isLetter);
    }

    private static String withoutPlaceholders(String text) {
        return text.replaceAll("\\{[a-zA-Z]+}", "");
    }

    private static boolean isWrittenIn(Character.UnicodeScript script, String text) {
        return text.codePoints().anyMatch(codePoint -> Character.UnicodeScript.of(codePoint) == script);
    }

    private static List<String> writtenKeys(Language language) throws IOException {
        try (var file = Resource.open("text/texts_" + language.code() + ".properties")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }
    }
}
