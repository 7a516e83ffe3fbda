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
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
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
        assertThat(model.comparisonProperty().get().cash()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COUNTING);
        model.seal();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COMPARING);
        assertThat(model.comparisonProperty().get().cash().getFirst().overShort())
                .isEqualTo(station.money("-0.50"));
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
        assertThat(after.comparisonProperty().get().cash()).hasSize(1);
    }

    @Test
    void countingAgainSealsASecondCount() {
        var model = model();
        count(model, "149.50");
        model.seal();
        model.recount();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COUNTING);
        assertThat(model.sheets().getFirst().isBegun()).isFalse();
        assertThat(model.comparisonProperty().get().cash()).isEmpty();
        count(model, "150.00");
        model.seal();
        assertThat(station.desk.facts(TillCounted.class)).hasSize(2);
        assertThat(model.comparisonProperty()
                        .get()
                        .cash()
                        .getFirst()
                        .overShort()
                        .isZero())
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

    @Test
    void aShortCountAsksForAReasonOfTheShops() {
        theShopAsksWhy();
        var model = model();
        count(model, "99.50");
        model.seal();
        assertThat(model.reason().askedProperty().get()).isTrue();
        assertThat(model.canCloseProperty().get()).isFalse();
        model.reason()
                .chosenProperty()
                .set(Optional.of(model.reason().listedProperty().get().getFirst()));
        assertThat(model.canCloseProperty().get()).isTrue();
        model.close();
        assertThat(station.desk.facts(ShiftClosed.class).getFirst().reason()).hasValue("miscounted");
    }

    @Test
    void aReasonThatSaysTooLittleNeedsANote() {
        theShopAsksWhy();
        var model = model();
        count(model, "99.50");
        model.seal();
        model.reason()
                .chosenProperty()
                .set(Optional.of(model.reason().listedProperty().get().getLast()));
        assertThat(model.canCloseProperty().get()).isFalse();
        model.reason().noteProperty().set("a customer's fake note");
        model.close();
        assertThat(station.desk.facts(ShiftClosed.class).getFirst().note()).hasValue("a customer's fake note");
    }

    @Test
    void anExactCountAsksForNoReasonUnlessAnEarlierOneWasOff() {
        theShopAsksWhy();
        var model = model();
        count(model, "149.00");
        model.seal();
        model.recount();
        count(model, "150.00");
        model.seal();
        assertThat(model.noticeProperty().get()).map(Notice::key).hasValue("shift.close.offBefore");
        assertThat(model.reason().askedProperty().get()).isTrue();
    }

    @Test
    void aShopWithoutReasonsAsksForNone() {
        var model = model();
        count(model, "99.50");
        model.seal();
        assertThat(model.reason().askedProperty().get()).isFalse();
        assertThat(model.canCloseProperty().get()).isTrue();
    }

    @Test
    void aCountBegunIsOfferedToWhoeverCountsNext() {
        count(model(), "120.00");
        var next = model("maly", Optional.empty());
        assertThat(next.kept().offerProperty().get()).map(Notice::key).hasValue("count.draft.kept");
        assertThat(next.canSealProperty().get())
                .as("first the draft is answered")
                .isFalse();
        next.kept().goOn();
        assertThat(next.sheets().getFirst().total()).isEqualTo(station.money("120.00"));
        next.seal();
        assertThat(model().kept().isOffered()).as("a sealed count is no draft").isFalse();
    }

    @Test
    void aCountBegunBeforeCashMovedSaysSo() {
        count(model(), "120.00");
        station.order(new Command.PayIn(station.shop.till(), Cash.of(station.money("5.00")), "change", ""));
        var next = model();
        assertThat(next.kept().offerProperty().get()).map(Notice::key).hasValue("count.draft.stale");
        next.kept().beginAnew();
        assertThat(next.sheets().getFirst().isBegun()).isFalse();
        assertThat(model().kept().isOffered()).isFalse();
    }

    @Test
    void aCountClearedByHandIsNoDraft() {
        var model = model();
        count(model, "120.00");
        model.sheets().getFirst().clear();
        assertThat(model().kept().isOffered()).isFalse();
    }

    @Test
    void slipsOfACardAreAddedUpWhereAnyWereTaken() {
        assertThat(model().slipsProperty().get()).isEmpty();
        paidByCard("12.30");
        var model = model();
        assertThat(model.slipsProperty().get()).hasSize(1);
        count(model, "150.00");
        model.slipsProperty().get().getFirst().typedProperty().set("12.3x");
        assertThat(model.canSealProperty().get()).isFalse();
        model.slipsProperty().get().getFirst().typedProperty().set("12.00");
        model.seal();
        var slip = model.comparisonProperty().get().slips().getFirst();
        assertThat(slip.overShort()).isEqualTo(station.money("-0.30"));
    }

    @Test
    void howManyCountsAreLeftIsKnown() {
        var model = model();
        assertThat(model.situationProperty().get().orElseThrow().counts()).isZero();
        count(model, "150.00");
        model.seal();
        var now = model.situationProperty().get().orElseThrow();
        assertThat(now.most() - now.counts()).isEqualTo(2);
    }

    @Test
    void aParkedShiftIsCountedAndClosedLater() {
        var till = station.shop.till();
        var shift =
                station.desk.ask(books -> books.openShift(till)).orElseThrow().id();
        count(model(), "140.00");
        station.order(new Command.ParkShift(till));
        station.order(new Command.OpenShift(till, List.of(Cash.of(station.money("80.00"))), Optional.empty()));
        assertThat(model().situationProperty().get().orElseThrow().parked()).containsExactly(shift);
        var model = model("dara", Optional.of(shift));
        assertThat(model.kept().offerProperty().get()).map(Notice::key).hasValue("count.draft.kept");
        model.kept().beginAnew();
        count(model, "149.00");
        model.seal();
        assertThat(model.drops()).isEmpty();
        model.close();
        assertThat(model.closedProperty().get().orElseThrow().shift()).isEqualTo(shift);
        assertThat(station.desk.facts(ZReported.class)).isEmpty();
        assertThat(station.desk.<Boolean>ask(books -> books.openShift(till).isPresent()))
                .isTrue();
    }

    private void paidByCard(String amount) {
        var total = station.money(amount);
        station.order(new Command.Sell(
                station.shop.till(), total, List.of(), List.of(Tendered.of(Tender.CARD, total)), Optional.empty(), ""));
    }

    private void theShopAsksWhy() {
        station.policy(new Policy(
                List.of(),
                List.of(
                        new Policy.Reason(Matter.OVER_SHORT, "miscounted", false),
                        new Policy.Reason(Matter.OVER_SHORT, "other", true)),
                3));
    }

    private CountViewModel model() {
        return model("dara", Optional.empty());
    }

    private CountViewModel model(String employee, Optional<ShiftId> parked) {
        var session = station.session(employee);
        var model = new CountViewModel(
                session,
                new CloseShift(station.desk, station.shop, station),
                SampleStation.atOnce(),
                station.kept(session));
        model.begin(parked);
        return model;
    }

    private void count(CountViewModel model, String amount) {
        model.sheets().getFirst().fill(Pieces.largestFirst(station.money(amount)));
    }
}
