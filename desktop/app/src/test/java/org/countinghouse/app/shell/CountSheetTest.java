package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.countinghouse.ledger.money.Pieces;
import org.junit.jupiter.api.Test;

class CountSheetTest {
    private final SampleStation station = SampleStation.bakery();
    private final CountSheet sheet = new CountSheet(station.shop.mainCurrency());

    @Test
    void theTotalFollowsEveryKey() {
        row(2000).typedProperty().set("3");
        row(50).typedProperty().set("7");
        assertThat(sheet.total()).isEqualTo(station.money("63.50"));
    }

    @Test
    void twelveTimesFiftyIsSixHundredPieces() {
        row(1).typedProperty().set("12*50");
        assertThat(row(1).pieces()).hasValue(600);
        assertThat(sheet.total()).isEqualTo(station.money("6.00"));
    }

    @Test
    void whatIsNoNumberOfPiecesIsNotCounted() {
        for (String typed : new String[] {"*", "12*", "1*2*3", "9999999", "2000*1000"}) {
            row(1).typedProperty().set(typed);
            assertThat(sheet.isReadable()).as(typed).isFalse();
            assertThat(sheet.total().isZero()).as(typed).isTrue();
        }
    }

    @Test
    void plusAndMinusStopAtNothing() {
        row(500).more();
        row(500).more();
        row(500).fewer();
        assertThat(row(500).typedProperty().get()).isEqualTo("1");
        row(500).fewer();
        row(500).fewer();
        assertThat(row(500).typedProperty().get()).isEmpty();
        assertThat(sheet.isBegun()).isFalse();
    }

    @Test
    void aSheetIsFilledAndReadBackPieceByPiece() {
        var pieces = Pieces.largestFirst(station.money("88.88"));
        sheet.fill(pieces);
        assertThat(sheet.cash().pieces()).hasValue(pieces);
        sheet.clear();
        assertThat(sheet.total().isZero()).isTrue();
    }

    private CountRow row(long minorUnits) {
        return sheet.rows().stream()
                .filter(row -> row.denomination().minorUnits() == minorUnits)
                .findFirst()
                .orElseThrow();
    }
}
