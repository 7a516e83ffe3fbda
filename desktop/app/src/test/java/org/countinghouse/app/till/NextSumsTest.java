package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

class NextSumsTest {
    private final SampleStation station = SampleStation.bakery();
    private final Currency riel =
            SampleStation.of(SampleShop.PHNOM_PENH).shop.currencies().getLast();

    @Test
    void nextSumsAreWhatNotesMake() {
        assertThat(NextSums.above(money("12.30"))).containsExactly(money("15.00"), money("20.00"), money("50.00"));
        assertThat(NextSums.above(money("20.00"))).containsExactly(money("50.00"));
        assertThat(NextSums.above(money("73.10"))).containsExactly(money("75.00"), money("80.00"), money("100.00"));
    }

    @Test
    void nextSumsOfRielAreRielNotes() {
        assertThat(NextSums.above(riel.of(8_000)))
                .containsExactly(riel.of(10_000), riel.of(20_000), riel.of(50_000), riel.of(100_000));
    }

    @Test
    void nobodyCountsOutManySmallNotesForALargeSum() {
        assertThat(NextSums.above(riel.of(42_500)))
                .containsExactly(riel.of(45_000), riel.of(50_000), riel.of(60_000), riel.of(100_000));
    }

    @Test
    void aSumOfManyLargestNotesIsStillProposed() {
        assertThat(NextSums.above(riel.of(9_990_000))).containsExactly(riel.of(10_000_000));
    }

    private Money money(String amount) {
        return station.money(amount);
    }
}
