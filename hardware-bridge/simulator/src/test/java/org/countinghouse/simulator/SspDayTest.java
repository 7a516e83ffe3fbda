package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.SspCounter.FILLING;
import static org.countinghouse.simulator.SspCounter.FIVE;
import static org.countinghouse.simulator.SspCounter.LIMIT;
import static org.countinghouse.simulator.SspCounter.TEN;
import static org.countinghouse.simulator.SspCounter.TWENTY;
import static org.countinghouse.simulator.SspCounter.of;
import static org.countinghouse.simulator.SspCounter.open;
import static org.countinghouse.simulator.SspCounter.pay;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a shop does with an SSP machine, driver against simulator over a cable.
@Timeout(30)
class SspDayTest {
    private static final String QUICK = "answer=400&poll=2";

    private SspCounter counter;

    @BeforeEach
    void start() throws IOException {
        counter = SspCounter.with("ssp", FILLING, QUICK);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void itSaysWhoItIsAndWhatItHolds() throws IOException {
        var greeting = counter.machine.greet(LIMIT);

        assertThat(greeting.model()).contains("SMART Payout");
        assertThat(greeting.serial()).matches("[0-9]+");
        assertThat(greeting.slots()).extracting(Slot::denomination).containsExactly(FIVE, TEN, TWENTY);
        assertThat(greeting.paysByAmount()).isTrue();
        assertThat(greeting.returnsDeposits()).isFalse();
        var sight = counter.machine.look();
        assertThat(sight.holdings().orElseThrow().in(Place.RECYCLER)).isEqualTo(FILLING);
        assertThat(sight.counters()).containsEntry("ssp.dispensed", 0L).hasSize(5);
        assertThat(sight.state()).isEqualTo(Sight.State.READY);
        assertThat(sight.record()).isEmpty();
        assertThat(sight.alarms()).isEmpty();
    }

    @Test
    void aPayoutByAmountTellsThePiecesItChose() throws IOException {
        var ended = counter.whole(pay(3500));

        assertThat(ended.moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1, TEN, 1, FIVE, 1)));
        assertThat(ended.fault()).isEmpty();
        assertThat(counter.peer.paidOut().total("EUR")).isEqualTo(3500);
        assertThat(counter.whole(pay(2000)).moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1)));
        assertThat(counter.machine.look().counters()).containsEntry("ssp.dispensed", 4L);
    }

    @Test
    void aPayoutByPiecesPaysThesePieces() throws IOException {
        var pieces = of(FIVE, 4, TEN, 2);

        assertThat(counter.whole(pay(pieces)).moved()).isEqualTo(Cash.of("EUR", pieces));

        assertThat(counter.peer.paidOut()).isEqualTo(pieces);
    }

    @Test
    void whatItCannotPayIsSaidAndNothingMoves() throws IOException {
        assertThat(counter.begin(pay(99_900))).isInstanceOf(Begun.NotEnough.class);
        assertThat(counter.begin(pay(501))).isInstanceOf(Begun.NotEnough.class);
        assertThat(counter.begin(pay(of(TWENTY, 11)))).isInstanceOf(Begun.NotEnough.class);
        counter.peer.play(Scene.JAMMED);
        assertThat(counter.begin(pay(500)))
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.JAMMED));

        assertThat(counter.peer.paidOut()).isEqualTo(Pieces.NONE);
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() throws IOException {
        counter.peer.jamAfter(2);

        var ended = counter.whole(pay(of(TEN, 4)));

        assertThat(ended.moved()).isEqualTo(Cash.of("EUR", of(TEN, 2)));
        assertThat(ended.fault()).contains(DeviceFault.JAMMED);
        var sight = counter.machine.look();
        assertThat(sight.state()).isEqualTo(Sight.State.JAMMED);
        assertThat(sight.alarms()).extracting(Alarm::kind).contains(Alarm.Kind.JAMMED);
        counter.peer.play(Scene.CLEARED);
        assertThat(counter.whole(pay(of(TEN, 2))).moved().minorUnits()).isEqualTo(2000);
    }

    @Test
    void aNoteInTheBezelIsPaidAndHeldUntilItIsTaken() throws IOException {
        counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
        assertThat(counter.begin(pay(2500))).isEqualTo(new Begun.Accepted());

        var progress = counter.machine.follow(LIMIT);
        while (!(progress instanceof Progress.Moving(var _, var held) && held)) {
            progress = counter.machine.follow(LIMIT);
        }
        assertThat(progress).isEqualTo(new Progress.Moving(Cash.amount("EUR", 2500), true));
        assertThat(counter.machine.look().alarms()).extracting(Alarm::kind).contains(Alarm.Kind.NOTE_HELD);
        counter.peer.play(Scene.BEZEL_TAKEN);

        assertThat(counter.ended().moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1, FIVE, 1)));
    }

    @Test
    void aNoteNobodyTookIsNotPaid() throws IOException {
        counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
        assertThat(counter.begin(pay(2500))).isEqualTo(new Begun.Accepted());
        SspCounter.await(() -> !counter.peer.holds().in(Place.BEZEL).isNone());
        counter.peer.play(Scene.BEZEL_RETRACTED);

        var ended = counter.ended();

        assertThat(ended.moved()).isEqualTo(Cash.amount("EUR", 2000));
        assertThat(ended.fault()).isPresent();
        assertThat(counter.peer.paidOut()).isEqualTo(of(TWENTY, 1));
    }

    @Test
    void aNoteThatGoesAsideIsPaidByAnother() throws IOException {
        counter.peer.play(Scene.REJECT_NEXT_PIECE);

        assertThat(counter.whole(pay(of(TEN, 2))).moved()).isEqualTo(Cash.of("EUR", of(TEN, 2)));

        assertThat(counter.peer.holds().in(Place.REJECT)).isEqualTo(of(TEN, 1));
    }

    @Test
    void aHaltedPayoutTellsHowFarItCame() throws IOException {
        counter.close();
        counter = SspCounter.with("ssp", FILLING, QUICK, Duration.ofMillis(60));
        assertThat(counter.begin(pay(of(FIVE, 10)))).isEqualTo(new Begun.Accepted());
        counter.machine.follow(LIMIT);

        counter.machine.halt(LIMIT);

        var ended = counter.ended();
        assertThat(ended.moved().minorUnits())
                .isEqualTo(counter.peer.paidOut().total("EUR"))
                .isLessThan(5000);
        assertThat(ended.fault()).contains(DeviceFault.REFUSED);
        assertThat(ended.words()).contains("halted");
    }

    @Test
    void aDepositIsCreditedNoteByNoteAndKeptWhenItIsFinished() throws IOException {
        assertThat(counter.peer.insert(TEN)).as("the mouth is shut").isFalse();
        assertThat(counter.begin(open(Purpose.TAKE))).isEqualTo(new Begun.Accepted());

        assertThat(counter.peer.insert(TEN)).isTrue();
        assertThat(counter.machine.follow(LIMIT)).isEqualTo(new Progress.Moving(Cash.of("EUR", of(TEN, 1)), false));
        assertThat(counter.peer.insert(new Denomination("EUR", 50_000))).isFalse();
        assertThat(counter.peer.insert(FIVE)).isTrue();
        var both = Cash.of("EUR", of(TEN, 1, FIVE, 1));
        assertThat(counter.machine.follow(LIMIT)).isEqualTo(new Progress.Moving(both, false));
        counter.machine.finish(false, LIMIT);

        var ended = counter.ended();
        assertThat(ended.moved()).isEqualTo(both);
        assertThat(ended.returned().isNone()).isTrue();
        assertThat(counter.peer.insert(TEN)).as("the mouth is shut again").isFalse();
        assertThat(counter.peer.takenIn()).isEqualTo(of(TEN, 1, FIVE, 1));
        assertThat(counter.machine.look().counters()).containsEntry("ssp.stored", 2L);
    }

    @Test
    void notesBeyondTheStoreGoToTheCashboxAndAreCreditedAllTheSame() throws IOException {
        counter.close();
        counter = SspCounter.with("ssp", Pieces.of(FIVE, 30), QUICK);

        assertThat(counter.begin(open(Purpose.FILL))).isEqualTo(new Begun.Accepted());
        counter.peer.insert(FIVE);
        counter.machine.finish(true, LIMIT);

        assertThat(counter.ended().moved()).isEqualTo(Cash.of("EUR", of(FIVE, 1)));
        assertThat(counter.peer.holds().in(Place.CASHBOX)).isEqualTo(of(FIVE, 1));
    }

    @Test
    void collectingEmptiesTheStoreIntoTheCashbox() throws IOException {
        assertThat(counter.whole(open(Purpose.COLLECT)).moved()).isEqualTo(Cash.of("EUR", FILLING));

        assertThat(counter.peer.holds().in(Place.CASHBOX)).isEqualTo(FILLING);
        assertThat(counter.machine.look().alarms()).extracting(Alarm::kind).contains(Alarm.Kind.EMPTY);
    }

    @Test
    void aHopperPaysTakesAndIsEmptiedWithoutCounters() throws IOException {
        counter.close();
        var two = new Denomination("EUR", 200);
        var half = new Denomination("EUR", 50);
        counter = SspCounter.with("ssp-hopper", Pieces.of(Map.of(two, 20, half, 20)), QUICK);

        assertThat(counter.machine.greet(LIMIT).model()).contains("SMART Hopper");
        assertThat(counter.machine.look().counters()).isEmpty();
        assertThat(counter.whole(pay(450)).moved()).isEqualTo(Cash.of("EUR", of(two, 2, half, 1)));
        assertThat(counter.begin(open(Purpose.TAKE))).isEqualTo(new Begun.Accepted());
        counter.peer.insert(two);
        assertThat(counter.machine.follow(LIMIT)).isEqualTo(new Progress.Moving(Cash.of("EUR", of(two, 1)), false));
        counter.machine.finish(false, LIMIT);
        assertThat(counter.ended().moved().minorUnits()).isEqualTo(200);
        assertThat(counter.whole(open(Purpose.COLLECT)).moved().minorUnits()).isEqualTo(20 * 250 - 450 + 200);
    }

    @Test
    void somethingThatMovedAfterTheLookKeepsAnIntentFromBeginning() throws IOException {
        var baseline = counter.machine.look();
        counter.peer.play(Scene.SECOND_HOST);

        assertThat(counter.begin(pay(1000), baseline))
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));
        assertThat(counter.peer.paidOut()).isEqualTo(of(FIVE, 1));
    }

    @Test
    void anEndingStaysUntilTheNextIntentBegins() throws IOException {
        var intent = pay(1000);
        var baseline = counter.machine.look();
        counter.begin(intent, baseline);
        counter.ended();

        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Knows.class);
        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Knows.class);
        assertThat(counter.machine.look().record()).contains("DISPENSED{EUR=1000}");
        counter.whole(pay(1000));
        assertThat(counter.machine.look().record()).isEmpty();
    }
}
