package org.countinghouse.app.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.countinghouse.app.script.BlindDay.Leak;
import org.countinghouse.app.script.BlindDay.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A cashier's count is blind: before it is sealed nothing a cashier can read says what is expected.
class BlindScriptTest {
    private static final int SEEDS = Integer.getInteger("blind.seeds", 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void nothingSaysTheExpectedAmountBeforeTheSeal(long seed) {
        try (var day = new BlindDay(folder.resolve("seed-" + seed), seed, Optional.empty())) {
            assertThat(day.work("")).isEmpty();
            assertThat(day.closeTells()).isTrue();
        }
    }

    /// As many days as `-Dblind.seeds` says.
    @Test
    void norOnAnyOtherDay() {
        for (long seed = 100; seed < 100 + SEEDS; seed++) {
            nothingSaysTheExpectedAmountBeforeTheSeal(seed);
        }
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void theSuiteFindsALeakWhereverItIs(Source source) {
        var leak = new Leak(source, (text, amount) -> text + "\nstill there: " + amount + ".");
        try (var day = new BlindDay(folder, 2, Optional.of(leak))) {
            assertThat(day.work("")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(\\d+)\\.(\\d\\d);$1$2", "(\\d+)(\\d{3})\\.(\\d\\d);$1,$2.$3", "\\.;,"})
    void theSuiteFindsALeakHoweverItIsSpelt(String decimal, String spelling) {
        var leak = new Leak(Source.REPLY, (text, amount) -> text + amount.replaceAll(decimal, spelling));
        try (var day = new BlindDay(folder, 2, Optional.of(leak))) {
            assertThat(day.work("")).isNotEmpty();
        }
    }

    /// The same day, when the station lets this cashier read what is expected.
    @ParameterizedTest
    @ValueSource(strings = {"read-expected", "read-balances"})
    void theSuiteFindsWhatARightTooManyShows(String verb) {
        try (var day = new BlindDay(folder, 4, Optional.empty())) {
            assertThat(day.work("{\"command\":\"permission\",\"employee\":\"dara\",\"verb\":\"" + verb
                            + "\",\"allowed\":true}"))
                    .isNotEmpty();
        }
    }
}
