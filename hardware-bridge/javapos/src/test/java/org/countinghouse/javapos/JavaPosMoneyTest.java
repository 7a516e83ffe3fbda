package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Any vendor's cash machine, played by the worst vendors we can think of.
class JavaPosMoneyTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "Changer " + NUMBER.incrementAndGet();
    private final PlayedCash changer =
            PlayedVendor.sells(VendorKind.CASH_CHANGER, name, new PlayedCash("10:5,100:3;500:4,1000:2"));
    private Devices devices = open("javapos:" + name + "?kind=cash-changer");
    private MoneyProtocol money = devices.cashMachine().orElseThrow();

    @AfterEach
    void close() {
        changer.recovery.countDown();
        devices.close();
    }

    @Test
    void aMachineIsGreetedAndSeen() throws IOException {
        var greeting = money.greet(LIMIT);

        assertThat(greeting.model()).isEqualTo("a played device");
        assertThat(greeting.slots())
                .containsExactly(slot(10, false), slot(100, false), slot(500, true), slot(1000, true));
        assertThat(greeting.paysByAmount()).isTrue();
        assertThat(greeting.returnsDeposits()).isTrue();
        assertThat(changer.claimTimeout).isEqualTo(2000);
        var sight = money.look();
        assertThat(sight.state()).isEqualTo(Sight.State.READY);
        assertThat(sight.holdings())
                .contains(Holdings.of(Place.RECYCLER, pieces(Map.of(10, 5, 100, 3, 500, 4, 1000, 2))));
        assertThat(sight.alarms()).isEmpty();
    }

    @Test
    void aPayoutIsAskedForOnceAndEndsByTheEvent() throws IOException {
        var sight = greeted();
        var intent = pay(pieces(Map.of(10, 2, 500, 1)));

        assertThat(money.begin(intent, sight, LIMIT, _ -> {})).isEqualTo(new Begun.Accepted());
        assertThat(money.look().state()).isEqualTo(Sight.State.PAYING);
        assertThat(money.follow(Duration.ZERO)).isEqualTo(new Progress.Quiet());
        assertThat(money.begin(pay(pieces(Map.of(10, 1))), sight, LIMIT, _ -> {}))
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));

        changer.finishPayout();

        assertThat(money.follow(LIMIT)).isEqualTo(ended(Cash.of("EUR", pieces(Map.of(10, 2, 500, 1)))));
        assertThat(changer.dispensed).containsExactly("10:2;500:1");
        assertThat(money.testify(intent, sight, Optional.empty(), true, LIMIT))
                .isEqualTo(new Testimony.Knows(
                        Cash.of("EUR", pieces(Map.of(10, 2, 500, 1))),
                        Cash.none("EUR"),
                        false,
                        Evidence.ANSWER,
                        "the machine says so"));
    }

    @Test
    void anEventThatComesBeforeTheCallReturnsIsNotLost() throws IOException {
        changer.eventBeforeReturn = true;
        var sight = greeted();

        money.begin(worth(1230), sight, LIMIT, _ -> {});

        assertThat(money.follow(LIMIT)).isEqualTo(ended(Cash.amount("EUR", 1230)));
        assertThat(changer.dispensed).containsExactly("amount 1230");
    }

    /// The negative control of all that is said here about "once": who asks again pays again, and these tests see it.
    @Test
    void whoSendsAgainPaysTwiceAndItShows() throws IOException {
        changer.eventBeforeReturn = true;
        var sight = greeted();
        var intent = worth(500);
        for (int turn = 0; turn < 2; turn++) {
            money.begin(intent, sight, LIMIT, _ -> {});
            money.follow(LIMIT);
        }

        assertThat(changer.dispensed).hasSize(2);
    }

    @Test
    void anAmountBeyond32BitsIsRefusedBeforeAnythingIsSent() throws IOException {
        var sight = greeted();

        assertThat(money.begin(worth(Integer.MAX_VALUE + 1L), sight, LIMIT, _ -> {}))
                .isInstanceOf(Begun.Refused.class);
        changer.list = ";500000";
        sight = greeted();
        assertThat(money.begin(pay(Pieces.of(new Denomination("EUR", 500_000), 5000)), sight, LIMIT, _ -> {}))
                .isInstanceOf(Begun.Refused.class);
        assertThat(changer.dispensed).isEmpty();
    }

    @Test
    void whatItDoesNotHaveItDoesNotPay() throws IOException {
        var sight = greeted();

        assertThat(money.begin(pay(pieces(Map.of(200, 1))), sight, LIMIT, _ -> {}))
                .isInstanceOf(Begun.NotEnough.class);
        changer.refusal = new JposException(
                JposConst.JPOS_E_EXTENDED, CashChangerConst.JPOS_ECHAN_OVERDISPENSE, "not enough inside");
        assertThat(money.begin(worth(99_999), sight, LIMIT, _ -> {})).isInstanceOf(Begun.NotEnough.class);
        changer.refusal = new JposException(JposConst.JPOS_E_BUSY, "counting");
        assertThat(money.begin(worth(10), sight, LIMIT, _ -> {}))
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));
        assertThat(changer.dispensed).isEmpty();
    }

    @Test
    void aFailureInAnswerToTheCommandProvesNothing() throws IOException {
        var sight = greeted();
        changer.refusal = new JposException(JposConst.JPOS_E_FAILURE, "motor");

        assertThat(money.begin(worth(10), sight, LIMIT, _ -> {}))
                .isInstanceOfSatisfying(
                        Begun.Silence.class,
                        silence -> assertThat(silence.words()).contains("motor"));
        changer.refusal = new JposException(JposConst.JPOS_E_NOHARDWARE, "gone");
        assertThatThrownBy(() -> money.begin(worth(10), sight, LIMIT, _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aPayoutThatEndsBadlyIsNotKnownAndNothingIsClaimed() throws IOException {
        var sight = greeted();
        var intent = worth(1000);
        money.begin(intent, sight, LIMIT, _ -> {});
        changer.asyncResult = JposConst.JPOS_E_EXTENDED;
        changer.asyncExtended = CashChangerConst.JPOS_ECHAN_OVERDISPENSE;
        changer.finishPayout();

        assertThat(money.follow(LIMIT))
                .as("nobody waits for what will not come")
                .isInstanceOf(Progress.Unclear.class);
        assertThat(money.testify(intent, sight, Optional.empty(), true, LIMIT))
                .isInstanceOfSatisfying(
                        Testimony.Silent.class,
                        silent -> assertThat(silent.why())
                                .contains("ended a payout badly")
                                .contains("114/201"));
        assertThat(money.look().state()).isEqualTo(Sight.State.READY);

        money.greet(LIMIT);
        assertThat(money.testify(intent, sight, Optional.empty(), false, LIMIT)).isInstanceOf(Testimony.Silent.class);
    }

    @Test
    void aMachineThatPaysWhileYouWaitIsFollowedAllTheSame() throws Exception {
        changer.async = false;
        changer.hangsAt = "dispense";
        var sight = greeted();

        assertThat(money.begin(worth(700), sight, SHORT, _ -> {})).isEqualTo(new Begun.Accepted());
        assertThat(money.look().state()).isEqualTo(Sight.State.PAYING);
        assertThat(money.follow(SHORT)).isEqualTo(new Progress.Quiet());
        changer.recovery.countDown();

        Progress progress = new Progress.Quiet();
        for (int turn = 0; turn < 50 && progress instanceof Progress.Quiet; turn++) {
            progress = money.follow(Duration.ofMillis(100));
        }
        assertThat(progress).isEqualTo(ended(Cash.amount("EUR", 700)));
    }

    @Test
    void aServiceThatHangsInAPayoutIsLeftAndTheNextConnectionIsFresh() throws Exception {
        changer.hangsAt = "dispense";
        var sight = greeted();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> money.begin(worth(700), sight, SHORT, _ -> {})).isInstanceOf(IOException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        var fresh = PlayedVendor.sells(VendorKind.CASH_CHANGER, name, new PlayedCash("10:5"));
        money.greet(LIMIT);
        var old = changer.callbacks;
        assertThat(money.begin(worth(20), money.look(), LIMIT, _ -> {})).isEqualTo(new Begun.Accepted());
        changer.finishPayout();
        assertThat(old).isNotNull();
        assertThat(money.follow(SHORT))
                .as("the end of the old connection's payout is not the end of this one's")
                .isEqualTo(new Progress.Quiet());
        fresh.finishPayout();
        assertThat(money.follow(LIMIT)).isEqualTo(ended(Cash.amount("EUR", 20)));
    }

    @Test
    void aDepositIsCountedFixedAndEnded() throws Exception {
        var sight = greeted();
        var intent = take();
        assertThat(money.begin(intent, sight, LIMIT, _ -> {})).isEqualTo(new Begun.Accepted());
        assertThat(money.look().state()).isEqualTo(Sight.State.TAKING);

        changer.comesIn(";500:1");
        assertThat(money.follow(LIMIT)).isEqualTo(new Progress.Moving(Cash.of("EUR", pieces(Map.of(500, 1))), false));
        changer.comesIn("10:3;500:2");
        assertThat(money.follow(LIMIT))
                .as("cumulative, and data events were asked for again")
                .isEqualTo(new Progress.Moving(Cash.of("EUR", pieces(Map.of(10, 3, 500, 2))), false));
        changer.comesIn("10:4;500:2");
        money.finish(false, LIMIT);

        assertThat(money.follow(LIMIT))
                .isEqualTo(new Progress.Ended(
                        Cash.of("EUR", pieces(Map.of(10, 4, 500, 2))),
                        Cash.none("EUR"),
                        Optional.empty(),
                        false,
                        "counted and ended"));
        assertThat(changer.ended).containsExactly(CashChangerConst.CHAN_DEPOSIT_NOCHANGE);
        assertThat(changer.calls).containsSubsequence("beginDeposit", "fixDeposit", "endDeposit");
    }

    @Test
    void aDepositThatIsGivenBackIsRepaid() throws Exception {
        var sight = greeted();
        money.begin(take(), sight, LIMIT, _ -> {});
        changer.comesIn(";500:1");
        money.finish(true, LIMIT);

        assertThat(money.follow(LIMIT))
                .isEqualTo(new Progress.Ended(
                        Cash.none("EUR"),
                        Cash.of("EUR", pieces(Map.of(500, 1))),
                        Optional.empty(),
                        false,
                        "counted and ended"));
        assertThat(changer.ended).containsExactly(CashChangerConst.CHAN_DEPOSIT_REPAY);
    }

    @Test
    void countsThatDoNotFitTheAmountAreNotBelieved() throws Exception {
        var sight = greeted();
        money.begin(take(), sight, LIMIT, _ -> {});
        changer.wrongAmount = 700;
        changer.comesIn(";500:1");
        assertThat(money.follow(LIMIT)).isEqualTo(new Progress.Moving(Cash.amount("EUR", 700), false));
    }

    @Test
    void moreThan32BitsComeInByTheirCounts() throws Exception {
        var sight = greeted();
        money.begin(take(), sight, LIMIT, _ -> {});
        changer.comesIn(";500000:5000");
        assertThat(money.follow(LIMIT))
                .isEqualTo(new Progress.Moving(
                        Cash.of("EUR", Pieces.of(new Denomination("EUR", 500_000), 5000)), false));
    }

    @Test
    void aDepositLeftOpenIsTakenUpAgain() throws Exception {
        var sight = greeted();
        var intent = take();
        money.begin(intent, sight, LIMIT, _ -> {});
        changer.comesIn(";500:1");
        money.greet(LIMIT);

        assertThat(money.testify(intent, sight, Optional.empty(), false, LIMIT))
                .isEqualTo(new Testimony.StillMoving(Cash.of("EUR", pieces(Map.of(500, 1)))));
        money.finish(false, LIMIT);
        assertThat(money.follow(LIMIT)).isInstanceOf(Progress.Ended.class);
    }

    @Test
    void aDepositLeftOpenCanBeEndedBeforeAnybodyIsAsked() throws Exception {
        var sight = greeted();
        var intent = take();
        money.begin(intent, sight, LIMIT, _ -> {});
        changer.comesIn(";500:1");
        money.greet(LIMIT);

        money.finish(false, LIMIT);

        assertThat(money.testify(intent, sight, Optional.empty(), false, LIMIT))
                .isInstanceOfSatisfying(
                        Testimony.Knows.class,
                        knows -> assertThat(knows.moved()).isEqualTo(Cash.of("EUR", pieces(Map.of(500, 1)))));
    }

    @Test
    void givingBackMayTakeItsTime() throws Exception {
        var sight = greeted();
        money.begin(take(), sight, LIMIT, _ -> {});
        changer.comesIn(";500:1");
        changer.hangsAt = "endDeposit";

        money.finish(true, SHORT);
        assertThat(money.follow(SHORT)).isEqualTo(new Progress.Quiet());
        assertThat(money.look().state()).isEqualTo(Sight.State.PAYING);
        changer.recovery.countDown();
        assertThat(money.follow(LIMIT)).isInstanceOf(Progress.Ended.class);
    }

    @Test
    void aMachineThatOpensSlowlyIsOpenedOnce() throws Exception {
        changer.hangsAt = "open";
        assertThatThrownBy(() -> money.greet(SHORT)).hasMessageEndingWith("is still being opened");
        assertThatThrownBy(() -> money.greet(SHORT)).hasMessageEndingWith("is still being opened");
        changer.recovery.countDown();
        money.greet(LIMIT);
        assertThat(changer.calls.stream().filter("open"::equals)).hasSize(1);
    }

    @Test
    void whatAMachineIsNotSureOfIsAnAlarm() throws IOException {
        changer.discrepancy = true;
        changer.deviceStatus = CashChangerConst.CHAN_STATUS_NEAREMPTY;

        var sight = greeted();

        assertThat(sight.isUnsure()).isTrue();
        assertThat(sight.alarms())
                .extracting(Alarm::kind)
                .containsExactlyInAnyOrder(Alarm.Kind.DISCREPANCY, Alarm.Kind.NEAR_EMPTY);
    }

    @Test
    void nonsenseForCountsIsNoInventory() throws IOException {
        for (String nonsense :
                new String[] {"a:b", "1:-1", "1:1;2:2;3:3", "0:5", "5:1,5:2", "9".repeat(9000), "5:99999999"}) {
            changer.inside = nonsense;
            var sight = greeted();
            assertThat(sight.holdings()).as(nonsense).isEmpty();
            assertThat(sight.isUnsure()).as(nonsense).isTrue();
        }
    }

    @Test
    void aMachineThatIsSwitchedOffDoesNotAnswer() throws Exception {
        greeted();
        changer.tell(JposConst.JPOS_SUE_POWER_OFF_OFFLINE);
        assertThatThrownBy(() -> money.look()).isInstanceOf(IOException.class).hasMessageContaining("switched off");

        changer.tell(JposConst.JPOS_SUE_POWER_ONLINE);
        assertThat(money.look().state()).isEqualTo(Sight.State.READY);
    }

    @Test
    void closingMakesAHangingCallFailSoon() throws Exception {
        greeted();
        changer.hangsAt = "readCashCounts";
        var failed = new CompletableFuture<Exception>();
        Thread.ofVirtual().start(() -> {
            try {
                money.look();
            } catch (IOException e) {
                failed.complete(e);
            }
        });
        for (int turn = 0; turn < 100 && !changer.calls.contains("readCashCounts"); turn++) {
            Thread.onSpinWait();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        money.close();
        assertThat(failed.get(2, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @Test
    void aVendorWhoCountsInHundredsIsUnderstood() throws IOException {
        devices.close();
        devices = open("javapos:" + name + "?kind=cash-changer&unit=100&currency=IDR");
        money = devices.cashMachine().orElseThrow();
        var sight = greeted();

        assertThat(sight.holdings().orElseThrow().all().total("IDR"))
                .isEqualTo(100L * (10 * 5 + 100 * 3 + 500 * 4 + 1000 * 2));
        assertThat(money.begin(intent(Purpose.PAY, new Intent.Ask.Worth("IDR", 50)), sight, LIMIT, _ -> {}))
                .isInstanceOf(Begun.Refused.class);
        money.begin(intent(Purpose.PAY, new Intent.Ask.Worth("IDR", 5000)), sight, LIMIT, _ -> {});
        assertThat(changer.dispensed).containsExactly("amount 50");
        assertThat(changer.currency).isEqualTo("IDR");
    }

    @Test
    void anAddressThatMakesNoSenseIsAnsweredInWords() {
        assertThat(Devices.open(DeviceAddress.of("javapos:Nobody?kind=cash-changer"), LIMIT))
                .isInstanceOfSatisfying(
                        Devices.Connection.NotFound.class,
                        e -> assertThat(e.reason())
                                .isEqualTo("JavaPOS knows no \"Nobody\": import the vendor's jpos.xml first"));
        assertThat(Devices.open(DeviceAddress.of("javapos:X?kind=toaster"), LIMIT))
                .isInstanceOf(Devices.Connection.Refused.class);
        assertThat(Devices.open(DeviceAddress.of("javapos:X?kind=bills-and-coins"), LIMIT))
                .isInstanceOf(Devices.Connection.Refused.class);
    }

    private Sight greeted() throws IOException {
        money.greet(LIMIT);
        return money.look();
    }

    private static Devices open(String address) {
        return ((Devices.Connection.Connected) Devices.open(DeviceAddress.of(address), LIMIT)).devices();
    }

    private static Slot slot(int value, boolean note) {
        return new Slot(new Denomination("EUR", value), note, true);
    }

    private static Progress ended(Cash moved) {
        return new Progress.Ended(moved, Cash.none("EUR"), Optional.empty(), false, "the machine says so");
    }

    private static Pieces pieces(Map<Integer, Integer> counts) {
        var pieces = Pieces.NONE;
        for (var each : counts.entrySet()) {
            pieces = pieces.plus(Pieces.of(new Denomination("EUR", each.getKey()), each.getValue()));
        }
        return pieces;
    }

    private static Intent pay(Pieces pieces) {
        return intent(Purpose.PAY, new Intent.Ask.Exactly("EUR", pieces));
    }

    private static Intent worth(long amount) {
        return intent(Purpose.PAY, new Intent.Ask.Worth("EUR", amount));
    }

    private static Intent take() {
        return intent(Purpose.TAKE, new Intent.Ask.Open("EUR"));
    }

    private static Intent intent(Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "a test", Optional.empty());
    }
}
