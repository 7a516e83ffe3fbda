package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.CcTalkCounter.DOLLAR;
import static org.countinghouse.simulator.CcTalkCounter.FIVE;
import static org.countinghouse.simulator.CcTalkCounter.LIMIT;
import static org.countinghouse.simulator.CcTalkCounter.QUARTER;
import static org.countinghouse.simulator.CcTalkCounter.TEN;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.exactly;
import static org.countinghouse.simulator.CcTalkCounter.intent;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A day with hoppers, a coin acceptor and a bill validator: our driver against the simulated bus.
class CcTalkDayTest {
    private static final Intent.Ask OPEN = new Intent.Ask.Open("USD");

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void aSaleIsPaidInCoinsAndBillsAndChangeComesFromTwoHoppers(boolean echo, boolean crc) throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40), new CcTalkBench.Ways(echo, crc, true))) {
            assertThat(counter.begin(intent(Purpose.TAKE, OPEN))).isEqualTo(new Begun.Accepted());
            insert(counter, QUARTER, QUARTER, DOLLAR, FIVE, TEN);
            counter.money.finish(false, LIMIT);

            var taken = counter.follow();
            assertThat(taken.moved().minorUnits()).isEqualTo(1650);
            assertThat(taken.fault()).isEmpty();
            assertThat(counter.peer.holds().in(Place.CASHBOX)).isEqualTo(pieces(FIVE, TEN));

            var paid = counter.pay(coins(3, 2));
            assertThat(paid.moved().pieces()).contains(coins(3, 2));
            assertThat(paid.fault()).isEmpty();
            assertThat(counter.peer.takeFromTray()).isEqualTo(coins(3, 2));
        }
    }

    @Test
    void aNewMachineWorksFromItsFirstCoin() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), CcTalkBench.Ways.USUAL)) {
            for (int i = 0; i < 3; i++) {
                assertThat(counter.pay(coins(1, 1)).moved().minorUnits()).isEqualTo(125);
            }
            assertThat(counter.paidOut()).isEqualTo(375);
        }
    }

    @Test
    void aBusBehindASerialServerWorksTheSame() throws IOException {
        try (var counter = CcTalkCounter.openAtASocket(coins(40, 40))) {
            assertThat(counter.money.name()).contains("tcp://");
            assertThat(counter.pay(coins(2, 1)).moved().minorUnits()).isEqualTo(150);
            counter.peer.play(Scene.CABLE_CUT);
            counter.greet();
            assertThat(counter.pay(coins(1, 1)).moved().minorUnits()).isEqualTo(125);
        }
    }

    @Test
    void aHopperWithoutCipherTakesItsOwnKeyBack() throws IOException {
        try (var counter = CcTalkCounter.openWith(coins(40, 40), "&dispense=open")) {
            assertThat(counter.pay(coins(2, 1)).moved().minorUnits()).isEqualTo(150);
        }
    }

    @Test
    void trainingModeStartsABusByTheSameDoor() throws IOException {
        try (var peer = SimulatedPeers.find()
                        .orElseThrow()
                        .startCashMachine("cctalk", "till", coins(40, 40), Duration.ofMillis(5));
                var devices = ((Devices.Connection.Connected) Devices.open(peer.address(), LIMIT)).devices()) {
            assertThat(devices.cashMachine().orElseThrow().greet(LIMIT).slots()).hasSizeGreaterThan(4);
        }
    }

    @Test
    void theEventCountersWrapPast255() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), CcTalkBench.Ways.USUAL)) {
            counter.peer.worn(254);
            for (int i = 0; i < 3; i++) {
                assertThat(counter.pay(coins(1, 0)).moved().minorUnits()).isEqualTo(25);
            }
            assertThat(counter.money.look().counters()).containsEntry("hopper-3.events", 2L);
        }
    }

    @Test
    void anAmountIsPaidWithTheFewestCoins() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            assertThat(counter.begin(intent(Purpose.PAY, new Intent.Ask.Worth("USD", 275))))
                    .isEqualTo(new Begun.Accepted());
            assertThat(counter.kept).contains("3x3 4x2");
            assertThat(counter.follow().moved().pieces()).contains(coins(3, 2));
        }
    }

    @Test
    void whatNoHopperHasIsNotEnough() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            assertThat(counter.begin(exactly(Pieces.of(FIVE, 1)))).isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.begin(intent(Purpose.PAY, new Intent.Ask.Worth("USD", 30))))
                    .isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.begin(exactly(coins(300, 0)))).isInstanceOf(Begun.NotEnough.class);
            assertThat(counter.begin(intent(Purpose.COLLECT, OPEN))).isInstanceOf(Begun.Refused.class);
            assertThat(counter.paidOut()).isZero();
        }
    }

    @Test
    void aHopperThatRunsEmptyTellsWhatCameOutAndIsNotAskedAgainUntilItIsFilled() throws IOException {
        try (var counter = CcTalkCounter.open(coins(2, 40))) {
            var ended = counter.pay(coins(4, 1));
            assertThat(ended.moved().minorUnits()).isEqualTo(50);
            assertThat(ended.fault()).contains(DeviceFault.REFUSED);
            assertThat(ended.words()).contains("hopper 3 paid 2 of 4");
            assertThat(counter.paidOut()).isEqualTo(50);

            assertThat(counter.alarms()).contains(Alarm.Kind.EMPTY);
            assertThat(counter.begin(exactly(coins(1, 0)))).isInstanceOf(Begun.NotEnough.class);

            counter.peer.refill(coins(40, 0));
            assertThat(counter.pay(coins(1, 0)).moved().minorUnits()).isEqualTo(25);
        }
    }

    @Test
    void aJamOnTheWayTellsWhatCameOutAndNoOtherHopperStarts() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.jamAfter(2);
            var ended = counter.pay(coins(4, 1));
            assertThat(ended.moved().pieces()).contains(coins(2, 0));
            assertThat(ended.fault()).contains(DeviceFault.JAMMED);
            assertThat(counter.money.look().state()).isEqualTo(Sight.State.JAMMED);
            assertThat(counter.begin(exactly(coins(1, 0)))).isInstanceOf(Begun.Refused.class);

            counter.peer.play(Scene.CLEARED);
            assertThat(counter.pay(coins(2, 1)).moved().minorUnits()).isEqualTo(150);
            assertThat(counter.paidOut()).isEqualTo(200);
        }
    }

    @Test
    void aPayoutStopsWhenAsked() throws IOException {
        try (var counter = CcTalkCounter.open(coins(200, 40))) {
            assertThat(counter.begin(exactly(coins(150, 1)))).isEqualTo(new Begun.Accepted());
            CcTalkCounter.eventually(() -> counter.paidOut() > 50);
            counter.money.halt(LIMIT);

            var ended = counter.follow();
            assertThat(ended.moved().minorUnits()).isEqualTo(counter.paidOut()).isBetween(50L, 3700L);
            assertThat(ended.fault()).isEmpty();
        }
    }

    @Test
    void theMachineSaysWhoItIsAndWhatItKnows() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 2))) {
            var greeting = counter.money.greet(LIMIT);

            assertThat(greeting.model()).contains("hopper 3 Payout", "coin acceptor", "bill validator");
            assertThat(greeting.serial()).contains("hopper 3 710623", "coin acceptor 345678");
            assertThat(greeting.slots().stream().filter(slot -> slot.pays()).map(slot -> slot.denomination()))
                    .containsExactly(QUARTER, DOLLAR);
            assertThat(greeting.slots().stream().filter(slot -> slot.note()).map(slot -> slot.denomination()))
                    .contains(FIVE, TEN);
            assertThat(greeting.returnsDeposits()).isFalse();
            assertThat(greeting.takesCollect()).isFalse();
            assertThat(counter.money.look().holdings()).isEmpty();
            assertThat(counter.alarms()).containsExactly(Alarm.Kind.NEAR_EMPTY);
        }
    }

    private static void insert(CcTalkCounter counter, Denomination... pieces) throws IOException {
        long before = counter.peer.takenIn().total("USD");
        for (var piece : pieces) {
            assertThat(counter.peer.insert(piece)).isTrue();
            before += piece.minorUnits();
            long wanted = before;
            assertThat(counter.money.follow(LIMIT))
                    .isInstanceOfSatisfying(
                            Progress.Moving.class,
                            moving -> assertThat(moving.soFar().minorUnits()).isEqualTo(wanted));
        }
    }

    private static Pieces pieces(Denomination... each) {
        return List.of(each).stream().map(one -> Pieces.of(one, 1)).reduce(Pieces.NONE, Pieces::plus);
    }
}
