package org.countinghouse.app.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shift.WaitingViewModel.What;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A shift that is left without being closed, and taken up again.
class PassShiftTest {
    private final SampleStation station = SampleStation.bakery();
    private final List<Destination> gone = new ArrayList<>();

    @BeforeEach
    void openAShift() {
        station.order(new Command.OpenShift(station.shop.till(), cash("150.00"), Optional.empty()));
    }

    @Test
    void aSuspendedShiftIsResumed() {
        leaving("dara").suspend();
        assertThat(gone).containsExactly(new Destination.Waiting());
        var waiting = waiting("dara");
        assertThat(waiting.what()).isEqualTo(What.RESUME);
        assertThat(waiting.story()).map(Notice::key).hasValue("shift.waiting.suspended");
        waiting.resume();
        assertThat(gone).last().isEqualTo(new Destination.Till());
        assertThat(state()).isEqualTo(Shift.State.OPEN);
    }

    @Test
    void pressingTwiceSuspendsOnce() {
        var model = leaving("dara");
        model.suspend();
        model.suspend();
        assertThat(station.desk.facts(ShiftSuspended.class)).hasSize(1);
    }

    @Test
    void aParkedShiftMakesRoomForTheNext() {
        leaving("dara").park();
        assertThat(gone).containsExactly(new Destination.OpenShift());
        assertThat(station.desk.<Boolean>ask(
                        books -> books.openShift(station.shop.till()).isPresent()))
                .isFalse();
    }

    @Test
    void onlyASealedCountIsHandedOver() {
        var model = leaving("dara");
        model.toProperty().set(Optional.of(station.person("maly")));
        assertThat(model.canHandOverProperty().get()).isFalse();
        model.handOver();
        assertThat(station.desk.facts(TillHandedOver.class)).isEmpty();
    }

    @Test
    void whoTakesTheTillCountsItToo() {
        handOver("150.00");
        assertThat(waiting("dara").what()).as("who gave it may take it back").isEqualTo(What.TAKE_OVER);
        var taking = waiting("maly");
        assertThat(taking.what()).isEqualTo(What.TAKE_OVER);
        count(taking, "150.00");
        taking.takeOver();
        assertThat(gone).last().isEqualTo(new Destination.Till());
        assertThat(station.desk.facts(TillReceived.class).getFirst().by()).isEqualTo("maly");
    }

    @Test
    void countsThatDifferAreToldAndCanBeCountedAgain() {
        handOver("150.00");
        var taking = waiting("maly");
        count(taking, "149.00");
        taking.takeOver();
        assertThat(taking.noticeProperty().get()).map(Notice::key).hasValue("refused.counts-differ");
        count(taking, "150.00");
        taking.takeOver();
        assertThat(state()).isEqualTo(Shift.State.OPEN);
    }

    @Test
    void aTakeOverHalfCountedIsKept() {
        handOver("150.00");
        count(waiting("maly"), "120.00");
        var again = waiting("maly");
        assertThat(again.kept().isOffered()).isTrue();
        again.kept().goOn();
        assertThat(again.sheets().getFirst().total()).isEqualTo(station.money("120.00"));
    }

    @Test
    void nobodyElseTakesIt() {
        handOver("150.00");
        var other = waiting(third());
        assertThat(other.what()).isEqualTo(What.NOT_MINE);
        assertThat(other.canTakeProperty().get()).isFalse();
    }

    private String third() {
        return station.desk.ask(books -> books.people().stream()
                .map(person -> person.employee())
                .filter(each -> !each.equals("dara") && !each.equals("maly"))
                .findFirst()
                .orElseThrow());
    }

    private void handOver(String counted) {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                "dara",
                Optional.empty(),
                new Command.CountTill(station.shop.till(), cash(counted))));
        var model = leaving("dara");
        model.toProperty().set(Optional.of(station.person("maly")));
        model.handOver();
        assertThat(state()).isEqualTo(Shift.State.HANDED_OVER);
    }

    private Shift.State state() {
        return station.desk
                .ask(books -> books.openShift(station.shop.till()))
                .orElseThrow()
                .state();
    }

    private LeaveShiftViewModel leaving(String employee) {
        return new LeaveShiftViewModel(station.session(employee), task(), SampleStation.atOnce(), gone::add);
    }

    private WaitingViewModel waiting(String employee) {
        var session = station.session(employee);
        return new WaitingViewModel(session, task(), SampleStation.atOnce(), station.kept(session), gone::add);
    }

    private PassShift task() {
        return new PassShift(station.desk, station.shop);
    }

    private void count(WaitingViewModel model, String amount) {
        CountSheet sheet = model.sheets().getFirst();
        sheet.fill(Pieces.largestFirst(station.money(amount)));
    }

    private List<Cash> cash(String amount) {
        return List.of(Cash.of(Pieces.largestFirst(station.money(amount))));
    }
}
