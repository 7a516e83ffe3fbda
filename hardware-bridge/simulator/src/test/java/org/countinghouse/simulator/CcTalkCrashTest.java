package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.CcTalkCounter.LIMIT;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.exactly;
import static org.countinghouse.simulator.CcTalkCounter.words;

import java.io.IOException;
import java.util.Optional;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.Test;

/// What the counters of hoppers prove after a broken connection, a lost memory, another host.
class CcTalkCrashTest {
    private static final CcTalkBench.Ways PLAIN = new CcTalkBench.Ways(false, false, false);

    @Test
    void aNewHopperThatLostItsMemoryIsNotTakenForOneThatHeardNothing() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), PLAIN)) {
            assertThat(counter.begin(exactly(coins(3, 0)))).isEqualTo(new Begun.Accepted());
            CcTalkCounter.eventually(() -> counter.paidOut() == 75);
            counter.peer.play(Scene.MEMORY_LOST);

            assertThat(counter.testimony()).isInstanceOf(Testimony.Silent.class);
        }
    }

    @Test
    void aDeadBusIsNoAnswerAndComesBack() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.DEAD);
            assertThatThrownBy(counter.money::look).isInstanceOf(IOException.class);
            assertThatThrownBy(counter::greet).isInstanceOf(IOException.class);
            counter.peer.play(Scene.ALIVE);
            counter.greet();
            assertThat(counter.work(exactly(coins(1, 0)))).isEqualTo("paid 25");
        }
    }

    @Test
    void aCutCableLeavesTheHopperPayingAndItsCountersTell() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(9, 2)));
            counter.peer.play(Scene.CABLE_CUT);
            assertThatThrownBy(counter::follow).isInstanceOf(IOException.class);

            assertThat(words(counter.testimony())).isEqualTo("knows 225");
            assertThat(counter.paidOut()).isEqualTo(225);
        }
    }

    @Test
    void aCrashBetweenTwoHoppersIsAPart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("knows 75");
            assertThat(counter.paidOut()).isEqualTo(75);
        }
    }

    @Test
    void whoeverAskedHowItEndedDoesNotSeeTheNextHopperStart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 2)));
            counter.money.testify(counter.asked.orElseThrow(), counter.baseline, counter.kept, true, LIMIT);

            assertThat(counter.follow().moved().minorUnits()).isEqualTo(75);
            assertThat(counter.paidOut()).isEqualTo(75);
        }
    }

    @Test
    void powerLostAfterSomeCoinsWhileNobodyLookedIsAPart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.POWER_CYCLE_DURING_NEXT);
            counter.begin(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("knows 25");
            assertThat(counter.paidOut()).isEqualTo(25);
        }
    }

    @Test
    void withoutAReferenceNothingWasSaid() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.baseline = counter.money.look();
            counter.asked = Optional.of(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("never heard");
        }
    }

    @Test
    void anotherHostBeforeOursIsNoticedAndNothingIsSent() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            var seen = counter.money.look();
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 25);

            assertThat(counter.money.begin(exactly(coins(3, 2)), seen, LIMIT, _ -> {}))
                    .isInstanceOf(Begun.Refused.class);
            assertThat(counter.paidOut()).isEqualTo(25);
        }
    }

    @Test
    void anotherHostAfterOursContradicts() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 0)));
            CcTalkCounter.eventually(() -> counter.paidOut() == 75);
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 100);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }

    @Test
    void anotherHostInsteadOfOursContradicts() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);
            counter.begin(exactly(coins(3, 0)));
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 25);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }
}
