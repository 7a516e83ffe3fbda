package org.countinghouse.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CurrenciesTest {
    @Test
    void theListNamesEveryFile() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Resource.address("currency/currencies.txt").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(Currencies.codes())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".json"))
                                    .map(name -> name.replace(".json", ""))
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void denominationsAreDistinctLargestFirstAndASaleCanBeSettledWithThem(String code) {
        JsonNode currency = read(code);
        List<Long> values = currency.get("denominations")
                .valueStream()
                .map(denomination -> denomination.get("minorUnits").longValue())
                .toList();
        assertThat(values).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(values).last().satisfies(smallest -> assertThat(smallest).isPositive());
        long step = currency.get("cashRounding").get("step").longValue();
        assertThat(values).as("the cash step is a piece").contains(step);
        assertThat(values).filteredOn(value -> value > step).allMatch(value -> value % step == 0);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyFileSaysTheSameThings(String code) {
        JsonNode currency = read(code);
        assertThat(currency.get("code").stringValue()).isEqualTo(code);
        assertThat(currency.get("digits").intValue()).isBetween(0, 3);
        assertThat(currency.get("symbol").stringValue()).isNotBlank();
        assertThat(currency.get("symbolPlace").stringValue()).isIn("before", "after");
        JsonNode rounding = currency.get("cashRounding");
        assertThat(rounding.get("direction").stringValue()).isIn("nearest", "up", "down");
        assertThat(rounding.get("tie").stringValue()).isIn("half-up", "half-down", "half-even");
        assertThat(rounding.get("refundMirrorsSale").isBoolean()).isTrue();
        assertThat(currency.get("denominations").valueStream())
                .allSatisfy(denomination ->
                        assertThat(denomination.get("kind").stringValue()).isIn("note", "coin"));
        assertThat(currency.get("sources").size()).isPositive();
    }

    /// A proposal leaves rare ones out: nobody may be told to order what is no longer taken.
    @ParameterizedTest
    @MethodSource("codes")
    void whatWasWithdrawnIsRare(String code) {
        assertThat(read(code).get("denominations").valueStream())
                .filteredOn(denomination -> denomination.has("activeTo"))
                .allMatch(denomination -> denomination.path("rare").asBoolean(false));
    }

    @Test
    void theRielHasNoDecimalsAndAStepOfAHundred() {
        JsonNode riel = read("KHR");
        assertThat(riel.get("digits").intValue()).isZero();
        assertThat(riel.get("cashRounding").get("step").longValue()).isEqualTo(100);
    }

    @Test
    void everyCurrencyHasANameInEveryLanguage() {
        for (Language language : Language.values()) {
            Texts texts = Texts.load(language);
            assertThat(Currencies.codes()).allMatch(code -> texts.has("money.currency." + code));
        }
    }

    @Test
    void anUnknownCurrencyIsNamed() {
        assertThatThrownBy(() -> Currencies.open("XXX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no currency XXX");
    }

    static List<String> codes() {
        return Currencies.codes();
    }

    private static JsonNode read(String code) {
        try (var file = Currencies.open(code)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
