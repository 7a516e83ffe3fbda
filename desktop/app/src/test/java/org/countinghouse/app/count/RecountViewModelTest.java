package org.countinghouse.app.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.junit.jupiter.api.Test;

class RecountViewModelTest {
    private final SampleStation station = SampleStation.bakery();

    @Test
    void aTillNeverClosedHasNothingToCountAgain() {
        var model = model();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("count.again.nothing");
        assertThat(model.canRecountProperty().get()).isFalse();
    }

    @Test
    void countingAgainAfterTheCloseNeedsAReason() {
        aShiftThatLeaves("60.00");
        var model = model();
        count(model, "59.00");
        assertThat(model.canRecountProperty().get()).isFalse();
        model.reason().noteProperty().set("a roll was counted twice");
        model.recount();
        model.recount();
        assertThat(station.desk.facts(ShiftRecounted.class)).hasSize(1);
        assertThat(model.foundProperty().get().getFirst().overShort()).isEqualTo(station.money("-1.00"));
    }

    @Test
    void aCloseIsCountedAgainAsOftenAsTheShopAllows() {
        aShiftThatLeaves("60.00");
        for (int time = 0; time < 3; time++) {
            var model = model();
            count(model, "60.00");
            model.reason().noteProperty().set("to be sure");
            model.recount();
        }
        assertThat(station.desk.facts(ShiftRecounted.class)).hasSize(3);
        assertThat(model().noticeProperty().get()).map(Notice::key).hasValue("count.again.often");
    }

    private RecountViewModel model() {
        var session = station.session("dara");
        return new RecountViewModel(
                session, new RecountTill(station.desk, station.shop), SampleStation.atOnce(), station.kept(session));
    }

    private void count(RecountViewModel model, String amount) {
        model.sheets().getFirst().fill(Pieces.largestFirst(station.money(amount)));
    }

    private void aShiftThatLeaves(String amount) {
        var till = station.shop.till();
        var cash = List.of(Cash.of(Pieces.largestFirst(station.money(amount))));
        station.order(new Command.OpenShift(till, cash, Optional.empty()));
        station.order(new Command.CountTill(till, cash));
        station.order(new Command.CloseShift(till, List.of(), "", true));
    }
}
