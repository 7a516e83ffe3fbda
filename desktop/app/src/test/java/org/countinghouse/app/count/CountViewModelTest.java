package org.countinghouse.app.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.count.CountViewModel.Step;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.device.PrintJob;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.till.SafeDropped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountViewModelTest {
    private final SampleStation station = SampleStation.bakery();

    @BeforeEach
    void openAShift() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(Pieces.largestFirst(station.money("150.00")))), Optional.empty()));
    }

    @Test
    void nothingIsComparedBeforeTheCountIsSealed() {
        var model = model();
        count(model, "149.50");
        assertThat(model.comparisonProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COUNTING);
        model.seal();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COMPARING);
        assertThat(model.comparisonProperty().get().getFirst().overShort()).isEqualTo(station.money("-0.50"));
    }

    @Test
    void aShortCountClosesTheShiftAndIsReported() {
        var model = model();
        count(model, "149.50");
        model.seal();
        model.bagProperty().set("17");
        model.close();
        assertThat(model.stepProperty().get()).isEqualTo(Step.CLOSED);
        assertThat(station.desk.facts(ShiftClosed.class)).hasSize(1);
        assertThat(station.desk.facts(OverShortFound.class).getFirst().difference())
                .isEqualTo(station.money("-0.50"));
        assertThat(station.desk.facts(ZReported.class)).hasSize(1);
        assertThat(station.printed).hasSize(1);
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void allButTheFloatIsProposedForTheSafe() {
        var model = model();
        count(model, "150.00");
        model.seal();
        assertThat(model.drops()).extracting(Cash::amount).containsExactly(station.money("50.00"));
        assertThat(model.canCloseProperty().get()).as("a drop needs a bag").isFalse();
        model.bagProperty().set("17");
        model.close();
        assertThat(station.desk.facts(SafeDropped.class).getFirst().amount().amount())
                .isEqualTo(station.money("50.00"));
    }

    @Test
    void everythingMayStayInTheTill() {
        var model = model();
        count(model, "150.00");
        model.seal();
        model.droppingProperty().set(false);
        model.close();
        assertThat(station.desk.facts(SafeDropped.class)).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(Step.CLOSED);
    }

    @Test
    void aDropNeverLeavesLessThanTheFloat() {
        var counted = Cash.of(Pieces.of(station.shop.mainCurrency(), Map.of(5000L, 3L, 2000L, 1L)));
        var drop = ClosingDrop.proposed(counted, station.money("100.00")).orElseThrow();
        assertThat(drop.amount()).isEqualTo(station.money("70.00"));
        assertThat(ClosingDrop.proposed(counted, station.money("170.00"))).isEmpty();
        assertThat(ClosingDrop.proposed(counted, station.money("160.00"))).isEmpty();
    }

    @Test
    void aSealedCountIsFoundAgainAfterARestart() {
        var before = model();
        count(before, "150.00");
        before.seal();
        var after = model();
        assertThat(after.stepProperty().get()).isEqualTo(Step.COMPARING);
        assertThat(after.comparisonProperty().get()).hasSize(1);
    }

    @Test
    void countingAgainSealsASecondCount() {
        var model = model();
        count(model, "149.50");
        model.seal();
        model.recount();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COUNTING);
        assertThat(model.sheets().getFirst().isBegun()).isFalse();
        assertThat(model.comparisonProperty().get()).isEmpty();
        count(model, "150.00");
        model.seal();
        assertThat(station.desk.facts(TillCounted.class)).hasSize(2);
        assertThat(model.comparisonProperty().get().getFirst().overShort().isZero())
                .isTrue();
    }

    @Test
    void aLargeDifferenceAsksToCountAgain() {
        var model = model();
        count(model, "100.00");
        model.seal();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("shift.close.large");
    }

    @Test
    void aSlipThatDoesNotComeOutDoesNotUndoTheClose() {
        station.printer =
                new Papers.Printed.NotOut(SampleStation.job(PrintJob.State.REFUSED, PrintJob.Why.OUT_OF_PAPER));
        var model = model();
        count(model, "100.00");
        model.seal();
        model.close();
        assertThat(model.stepProperty().get()).isEqualTo(Step.CLOSED);
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("device.printer.failed");
    }

    @Test
    void pressingTwiceSealsOnceAndClosesOnce() {
        var model = model();
        count(model, "100.00");
        model.seal();
        model.seal();
        model.close();
        model.close();
        assertThat(station.desk.facts(TillCounted.class)).hasSize(1);
        assertThat(station.desk.facts(ShiftClosed.class)).hasSize(1);
    }

    private CountViewModel model() {
        return new CountViewModel(
                station.session("dara"), new CloseShift(station.desk, station.shop, station), SampleStation.atOnce());
    }

    private void count(CountViewModel model, String amount) {
        model.sheets().getFirst().fill(Pieces.largestFirst(station.money(amount)));
    }
}
