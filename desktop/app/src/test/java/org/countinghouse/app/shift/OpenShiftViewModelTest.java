package org.countinghouse.app.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.junit.jupiter.api.Test;

class OpenShiftViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private final List<Destination> gone = new ArrayList<>();

    @Test
    void theFirstShiftOpensWithWhatIsCounted() {
        var model = model();
        assertThat(told(model)).isEqualTo("shift.open.noLast");
        assertThat(model.canRepeatProperty().get()).isFalse();
        count(model, "80.00");
        model.open();
        assertThat(gone).containsExactly(new Destination.Till());
        assertThat(station.desk
                        .facts(ShiftOpened.class)
                        .getFirst()
                        .floats()
                        .getFirst()
                        .counted()
                        .amount())
                .isEqualTo(station.money("80.00"));
        assertThat(station.desk.facts(OverShortFound.class)).isEmpty();
    }

    @Test
    void theCountIsComparedWithTheLastClose() {
        aShiftThatLeaves("60.00");
        var model = model();
        assertThat(told(model)).isEqualTo("shift.open.last");
        count(model, "59.50");
        assertThat(told(model)).isEqualTo("shift.open.short");
        count(model, "60.20");
        assertThat(told(model)).isEqualTo("shift.open.over");
        count(model, "60.00");
        assertThat(told(model)).isEqualTo("shift.open.exact");
    }

    @Test
    void sameAsLastFloatFillsTheSheetNoteByNote() {
        aShiftThatLeaves("60.00");
        var model = model();
        assertThat(model.canRepeatProperty().get()).isTrue();
        model.sameAsLast();
        assertThat(model.sheets().getFirst().total()).isEqualTo(station.money("60.00"));
        model.open();
        assertThat(station.desk.facts(OverShortFound.class)).isEmpty();
    }

    @Test
    void aShortFloatOpensTheShiftAndIsARecordOfItsOwn() {
        aShiftThatLeaves("60.00");
        var model = model();
        count(model, "59.00");
        model.open();
        assertThat(gone).hasSize(1);
        assertThat(station.desk.facts(OverShortFound.class).getLast().difference())
                .isEqualTo(station.money("-1.00"));
    }

    @Test
    void anUnreadableRowKeepsTheShiftShut() {
        var model = model();
        model.sheets().getFirst().rows().getFirst().typedProperty().set("12*");
        assertThat(model.canOpenProperty().get()).isFalse();
        model.open();
        assertThat(gone).isEmpty();
    }

    @Test
    void aBrokenJournalIsToldAndTheShiftCanBeOpenedLater() {
        var model = model();
        count(model, "80.00");
        station.desk.record(false);
        model.open();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("shell.error.journal");
        station.desk.record(true);
        model.open();
        model.open();
        assertThat(station.desk.facts(ShiftOpened.class)).hasSize(1);
    }

    private OpenShiftViewModel model() {
        var session = station.session("dara");
        return new OpenShiftViewModel(
                session,
                new OpenShift(station.desk, station.shop),
                SampleStation.atOnce(),
                station.kept(session),
                gone::add);
    }

    private static String told(OpenShiftViewModel model) {
        return model.comparison(model.sheets().getFirst())
                .getValue()
                .orElseThrow()
                .key();
    }

    private void count(OpenShiftViewModel model, String amount) {
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
