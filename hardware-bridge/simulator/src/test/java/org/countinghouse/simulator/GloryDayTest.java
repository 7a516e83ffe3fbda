package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.GloryCounter.FILLED;
import static org.countinghouse.simulator.GloryCounter.FIVE;
import static org.countinghouse.simulator.GloryCounter.LIMIT;
import static org.countinghouse.simulator.GloryCounter.ONE;
import static org.countinghouse.simulator.GloryCounter.TEN;
import static org.countinghouse.simulator.GloryCounter.TWENTY;
import static org.countinghouse.simulator.GloryCounter.euro;
import static org.countinghouse.simulator.GloryCounter.intent;
import static org.countinghouse.simulator.GloryCounter.pay;
import static org.countinghouse.simulator.GloryCounter.take;
import static org.countinghouse.simulator.GloryCounter.until;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.serial.glory.FastGlory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What a shop meets with a Glory machine in a day.
@ParameterizedClass
@EnumSource(GloryWay.class)
class GloryDayTest {
    private static final Pieces TWELVE = Pieces.of(Map.of(TEN, 1, ONE, 2));

    private final GloryWay way;

    GloryDayTest(GloryWay way) {
        this.way = way;
    }

    @Test
    void theDriverIsFoundByTheAddressOfTheSimulator() throws IOException {
        try (var peer = SimulatedPeers.find()
                        .orElseThrow()
                        .startCashMachine(way.kind, "front", FILLED, Duration.ofMillis(5));
                var devices = ((Devices.Connection.Connected) Devices.open(peer.address(), LIMIT)).devices()) {
            var greeting = devices.cashMachine().orElseThrow().greet(LIMIT);

            assertThat(greeting.paysByAmount()).isTrue();
            assertThat(greeting.returnsDeposits()).isTrue();
            assertThat(greeting.slots())
                    .anyMatch(slot -> slot.denomination().equals(TWENTY) && slot.note() && slot.pays())
                    .anyMatch(slot -> slot.denomination().equals(ONE) && !slot.note());
        }
    }

    @Test
    void aLookTellsWhatIsInsideAndWhatRunsOut() throws IOException {
        try (var counter = way.open()) {
            counter.peer.refill(Pieces.of(FIVE, 85));

            var sight = counter.machine.look();

            assertThat(sight.state()).isEqualTo(Sight.State.READY);
            assertThat(sight.holdings().orElseThrow()).isEqualTo(counter.peer.holds());
            assertThat(sight.alarms())
                    .anyMatch(alarm -> alarm.kind() == Alarm.Kind.EMPTY
                            && alarm.denomination().equals(Optional.of(euro(5000))))
                    .anyMatch(alarm -> alarm.kind() == Alarm.Kind.NEAR_FULL
                            && alarm.denomination().equals(Optional.of(FIVE)))
                    .noneMatch(alarm -> alarm.kind() == Alarm.Kind.FAULT);
        }
    }

    @Test
    void aPayoutByPiecesPaysThesePieces() throws IOException {
        try (var counter = way.open()) {
            var over = counter.paid(pay(TWELVE));

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", TWELVE));
            assertThat(over.fault()).isEmpty();
            assertThat(counter.peer.paidOut()).isEqualTo(TWELVE);
            assertThat(counter.running).isSortedAccordingTo((a, b) -> Long.compare(a.minorUnits(), b.minorUnits()));
            assertThat(counter.kept.orElseThrow()).matches("[1-9][0-9]{10}");
        }
    }

    @Test
    void aPayoutByAmountLetsTheMachineChoose() throws IOException {
        try (var counter = way.open()) {
            var over = counter.paid(pay(3700));

            assertThat(over.moved().minorUnits()).isEqualTo(3700);
            assertThat(over.moved().pieces()).contains(counter.peer.paidOut());
        }
    }

    @Test
    void aDepositIsToldAsARunningTotalAndKept() throws IOException {
        try (var counter = way.open()) {
            assertThat(counter.begin(take())).isEqualTo(new Begun.Accepted());
            assertThat(counter.peer.insert(TWENTY)).isTrue();
            assertThat(counter.peer.insert(ONE)).isTrue();
            assertThat(counter.peer.insert(euro(7))).isFalse();
            until(() -> follows(counter, 2100));

            counter.machine.finish(false, LIMIT);
            var over = counter.ended();

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", Pieces.of(Map.of(TWENTY, 1, ONE, 1))));
            assertThat(over.returned().isNone()).isTrue();
            assertThat(counter.peer.takenIn().total("EUR")).isEqualTo(2100);
        }
    }

    @Test
    void aCancelledDepositIsGivenBack() throws IOException {
        try (var counter = way.open()) {
            counter.begin(take());
            counter.peer.insert(TWENTY);
            counter.peer.insert(FIVE);

            counter.machine.finish(true, LIMIT);
            var over = counter.ended();

            assertThat(over.moved().isNone()).isTrue();
            assertThat(over.returned().minorUnits()).isEqualTo(2500);
            assertThat(counter.peer.paidOut().total("EUR")).isEqualTo(2500);
        }
    }

    @Test
    void aCancelThatCouldNotGiveAllBackTellsWhatWasKept() throws IOException {
        try (var counter = way.open()) {
            counter.begin(take());
            counter.peer.insert(TWENTY);
            counter.peer.insert(FIVE);
            counter.peer.jamAfter(1);

            counter.machine.finish(true, LIMIT);
            var over = counter.ended();

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", Pieces.of(FIVE, 1)));
            assertThat(over.returned()).isEqualTo(Cash.of("EUR", Pieces.of(TWENTY, 1)));
            assertThat(over.fault()).contains(DeviceFault.JAMMED);
            assertThat(counter.machine.look().state()).isEqualTo(Sight.State.JAMMED);
        }
    }

    @Test
    void aFillingIsCounted() throws IOException {
        try (var counter = way.open()) {
            counter.begin(intent(Intent.Purpose.FILL, new Intent.Ask.Open("EUR")));
            counter.peer.insert(TEN);
            counter.peer.insert(TEN);

            counter.machine.finish(false, LIMIT);

            assertThat(counter.ended().moved()).isEqualTo(Cash.of("EUR", Pieces.of(TEN, 2)));
            assertThat(counter.peer.holds().in(Place.RECYCLER).count(TEN)).isEqualTo(12);
        }
    }

    @Test
    void aCollectionMovesEverythingToTheCassette() throws IOException {
        try (var counter = way.open()) {
            var over = counter.paid(intent(Intent.Purpose.COLLECT, new Intent.Ask.Open("EUR")));

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", FILLED));
            assertThat(counter.peer.holds().in(Place.RECYCLER)).isEqualTo(Pieces.NONE);
            assertThat(counter.machine.look().holdings().orElseThrow().in(Place.CASHBOX))
                    .isEqualTo(FILLED);
        }
    }

    @Test
    void aShortageIsToldAndNothingMoves() throws IOException {
        try (var counter = way.open()) {
            assertThat(counter.begin(pay(Pieces.of(TWENTY, 11)))).isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.begin(pay(1_000_000))).isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.begin(pay(Pieces.of(euro(7), 1)))).isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.peer.paidOut()).isEqualTo(Pieces.NONE);

            assertThat(counter.paid(pay(TWELVE)).moved().minorUnits()).isEqualTo(1200);
        }
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() throws IOException {
        try (var counter = way.open()) {
            counter.peer.jamAfter(2);

            var over = counter.paid(pay(Pieces.of(Map.of(TEN, 1, ONE, 4))));

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", Pieces.of(Map.of(TEN, 1, ONE, 1))));
            assertThat(over.moved().pieces()).contains(counter.peer.paidOut());
            assertThat(over.fault()).contains(DeviceFault.JAMMED);
        }
    }

    @Test
    void aMachineAnotherHostHasIsOccupied() throws IOException {
        try (var counter = way.open();
                var other = FastGlory.at(counter.peer.address().with("user", "till-2"))) {
            other.greet(LIMIT);
            var sight = other.look();

            assertThat(sight.state()).isEqualTo(Sight.State.OCCUPIED);
            assertThat(other.begin(pay(TWELVE), sight, LIMIT, _ -> {}))
                    .isInstanceOfSatisfying(
                            Begun.Refused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));

            counter.machine.close();
            assertThat(other.look().state()).isEqualTo(Sight.State.READY);
            assertThat(counter.peer.paidOut()).isEqualTo(Pieces.NONE);
        }
    }

    @Test
    void aSessionThatEndedIsOpenedAnew() throws IOException {
        try (var counter = way.open()) {
            counter.peer.sessionsEnd();

            assertThat(counter.paid(pay(TWELVE)).moved().minorUnits()).isEqualTo(1200);
        }
    }

    @Test
    void aMachineThatIsNotSureOfItsInventorySaysSo() throws IOException {
        try (var counter = way.open()) {
            counter.peer.wantsVerification(true);

            assertThat(counter.machine.look().isUnsure()).isTrue();
        }
    }

    @Test
    void aPayoutByAmountCanBeStoppedAndTellsWhatCameOut() throws IOException {
        try (var counter = way.filled(FILLED, Duration.ofMillis(60))) {
            counter.begin(pay(20000));
            until(() -> follows(counter, 2000));

            counter.machine.halt(LIMIT);
            var over = counter.ended();

            assertThat(over.moved().minorUnits()).isBetween(2000L, 18000L);
            assertThat(over.moved().pieces()).contains(counter.peer.paidOut());
            assertThat(over.fault()).isPresent();
        }
    }

    @Test
    void anErrorIsClearedByAResetOnlyWhenNothingOfOursRuns() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(org.countinghouse.device.spi.CashMachinePeer.Scene.JAMMED);
            assertThat(counter.machine.look().state()).isEqualTo(Sight.State.JAMMED);

            counter.machine.halt(LIMIT);

            assertThat(counter.machine.look().state()).isEqualTo(Sight.State.READY);
        }
    }

    @Test
    void anAddressThatMakesNoSenseIsRefused() {
        assertThat(Devices.open(DeviceAddress.of("glory:tcp://192.168.1.60:9090?baud=9600"), LIMIT))
                .isInstanceOf(Devices.Connection.Refused.class);
    }

    private static boolean follows(GloryCounter counter, long atLeast) {
        return follow(counter.machine) instanceof Progress.Moving(var soFar, var _) && soFar.minorUnits() >= atLeast;
    }

    private static Progress follow(org.countinghouse.device.spi.MoneyProtocol machine) {
        try {
            return machine.follow(Duration.ofMillis(200));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
