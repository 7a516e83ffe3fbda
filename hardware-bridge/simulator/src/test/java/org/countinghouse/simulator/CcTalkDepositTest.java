package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.CcTalkCounter.DOLLAR;
import static org.countinghouse.simulator.CcTalkCounter.LIMIT;
import static org.countinghouse.simulator.CcTalkCounter.QUARTER;
import static org.countinghouse.simulator.CcTalkCounter.TEN;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.intent;
import static org.countinghouse.simulator.CcTalkCounter.words;

import java.io.IOException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Coins and bills into a ccTalk bus: counted once, or not guessed.
class CcTalkDepositTest {
    private static final Intent.Ask OPEN = new Intent.Ask.Open("USD");

    @Test
    void anOpenDepositGivesABillInEscrowBackAndKeepsTheCoins() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Worth("USD", 2000)));
            insert(counter, DOLLAR);
            counter.peer.insert(TEN);
            counter.money.finish(true, LIMIT);

            var ended = counter.follow();
            assertThat(ended.moved().minorUnits()).isEqualTo(100);
            assertThat(ended.returned().minorUnits()).isEqualTo(1000);
            assertThat(counter.peer.takenIn()).isEqualTo(Pieces.of(DOLLAR, 1));
            assertThat(counter.peer.insert(DOLLAR)).isFalse();
        }
    }

    @Test
    void theMouthIsShutOutsideDeposits() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            assertThat(counter.peer.insert(QUARTER)).isFalse();
            assertThat(counter.peer.insert(TEN)).isFalse();
            counter.begin(intent(Purpose.TAKE, OPEN));
            counter.money.finish(false, LIMIT);
            assertThat(counter.follow().moved().isNone()).isTrue();
            assertThat(counter.peer.insert(QUARTER)).isFalse();
        }
    }

    @Test
    void aDepositOfAnotherCurrencyIsRefused() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            assertThat(counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("EUR"))))
                    .isInstanceOf(Begun.Refused.class);
        }
    }

    @Test
    void afterACrashTheLogTellsWhatADepositTook() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, OPEN));
            insert(counter, QUARTER, DOLLAR, TEN);

            assertThat(counter.testimony())
                    .isInstanceOfSatisfying(
                            Testimony.Knows.class,
                            knows -> assertThat(knows.moved().minorUnits()).isEqualTo(1125));
            assertThat(counter.peer.insert(QUARTER)).isFalse();
        }
    }

    @Test
    void moreThanFiveCoinsUnseenAreNotGuessed() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, OPEN));
            for (int i = 0; i < 6; i++) {
                assertThat(counter.peer.insert(QUARTER)).isTrue();
            }

            assertThat(counter.testimony()).isInstanceOf(Testimony.Contradicts.class);
        }
    }

    @Test
    void creditsLostDuringADepositRaiseADiscrepancy() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, OPEN));
            for (int i = 0; i < 6; i++) {
                counter.peer.insert(QUARTER);
            }
            assertThatThrownBy(() -> counter.money.follow(LIMIT)).hasMessageContaining("it keeps 5 events");
            assertThat(counter.testimony()).isInstanceOf(Testimony.Contradicts.class);
            assertThat(counter.money.look().isUnsure()).isTrue();
        }
    }

    @Test
    void coinsPushedAtAShutMouthRaiseNothing() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            for (int i = 0; i < 9; i++) {
                assertThat(counter.peer.insert(QUARTER)).isFalse();
            }
            assertThat(counter.alarms()).isEmpty();
        }
    }

    @Test
    void powerLostInADepositKeepsWhatTheLogKept() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.insert(DOLLAR);
            counter.peer.insert(TEN);
            counter.peer.play(Scene.POWER_CYCLE);

            assertThat(words(counter.testimony())).isEqualTo("knows 100");
            assertThat(counter.peer.takenIn()).isEqualTo(Pieces.of(DOLLAR, 1));
        }
    }

    @Test
    void memoryLostInADepositIsNotGuessed() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.insert(DOLLAR);
            counter.peer.play(Scene.MEMORY_LOST);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }

    @ParameterizedTest
    @CsvSource({"DROP_NEXT_COMMAND", "DROP_NEXT_REPLY", "DUPLICATE_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void aBillIsStackedOnceWhateverHappensToTheCommand(Scene scene) throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.play(scene);
            counter.peer.insert(TEN);
            counter.money.follow(LIMIT);
            counter.money.finish(false, LIMIT);

            assertThat(counter.follow().moved().minorUnits()).isEqualTo(1000);
            assertThat(counter.peer.holds().in(Place.CASHBOX)).isEqualTo(Pieces.of(TEN, 1));
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
}
