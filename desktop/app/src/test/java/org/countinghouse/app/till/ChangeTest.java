package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private final SampleStation station = SampleStation.bakery();

    @Test
    void changeIsGivenInTheFewestPieces() {
        assertThat(Change.pieces(money("7.70"), Pieces.none(station.shop.mainCurrency()))
                        .counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(500L, 1L, 200L, 1L, 50L, 1L, 20L, 1L));
    }

    @Test
    void piecesTheTillDoesNotHoldAreNotProposed() {
        var stock = Pieces.of(station.shop.mainCurrency(), Map.of(200L, 9L, 50L, 9L, 20L, 9L));
        assertThat(Change.pieces(money("7.70"), stock).counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(200L, 3L, 50L, 3L, 20L, 1L));
    }

    @Test
    void whatTheLargestFirstCannotMakeIsFoundAllTheSame() {
        var stock = Pieces.of(station.shop.mainCurrency(), Map.of(50L, 1L, 20L, 3L));
        assertThat(Change.pieces(money("0.60"), stock).counts()).containsExactlyEntriesOf(Map.of(20L, 3L));
    }

    @Test
    void whatTheBooksKnowNoWayForIsProposedFromWhatThereIs() {
        var stock = Pieces.of(station.shop.mainCurrency(), Map.of(50L, 1L));
        assertThat(Change.pieces(money("0.60"), stock).counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(50L, 1L, 10L, 1L));
    }

    @Test
    void nextSumsAreWhatNotesMake() {
        assertThat(Change.nextSums(money("12.30"))).containsExactly(money("15.00"), money("20.00"), money("50.00"));
        assertThat(Change.nextSums(money("20.00"))).containsExactly(money("50.00"));
        assertThat(Change.nextSums(money("73.10"))).containsExactly(money("75.00"), money("80.00"), money("100.00"));
    }

    @Test
    void nextSumsOfRielAreRielNotes() {
        var riel = SampleStation.of(SampleShop.PHNOM_PENH).shop.currencies().getLast();
        assertThat(Change.nextSums(riel.of(8_000)))
                .containsExactly(riel.of(10_000), riel.of(20_000), riel.of(50_000), riel.of(100_000));
    }

    private Money money(String amount) {
        return station.money(amount);
    }
}
