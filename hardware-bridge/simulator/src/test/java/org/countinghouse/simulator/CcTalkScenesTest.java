package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.exactly;

import java.io.IOException;
import java.util.List;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the driver says of everything that can happen to the bus, against what really came out.
class CcTalkScenesTest {
    private static final CcTalkBench.Ways PLAIN = new CcTalkBench.Ways(false, false, false);
    private static final CcTalkBench.Ways ECHOING = new CcTalkBench.Ways(true, false, true);

    /// Three quarters and two dollars are to be paid, of which so much comes out.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAMMED                    | refused     | 0",
                "DROP_NEXT_COMMAND         | refused     | 0",
                "DROP_NEXT_REPLY           | paid 275    | 275",
                "DUPLICATE_NEXT_REPLY      | paid 275    | 275",
                "DAMAGE_NEXT_REPLY         | paid 275    | 275",
                "STALL_AFTER_NEXT          | knows 75    | 75",
                "POWER_CYCLE_DURING_NEXT   | paid 25 JAMMED | 25",
                "MEMORY_LOST_DURING_NEXT   | contradicts | 25",
                "POWER_CYCLE               | paid 275    | 275",
                "MEMORY_LOST               | paid 275    | 275",
                "REJECT_NEXT_PIECE         | paid 275    | 275",
                "HOLD_NEXT_IN_BEZEL        | paid 275    | 275",
                "BEZEL_TAKEN               | paid 275    | 275",
                "BEZEL_RETRACTED           | paid 275    | 275",
                "CLEARED                   | paid 275    | 275",
                "ALIVE                     | paid 275    | 275",
            })
    void everySceneBeforeAPayoutIsToldAsItIs(Scene scene, String told, long cameOut) throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(scene);

            assertThat(counter.work(exactly(coins(3, 2)))).isEqualTo(told);
            assertThat(counter.paidOut()).isEqualTo(cameOut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void aLostReplyExecutesOnce(Scene scene) throws IOException {
        for (var ways : List.of(CcTalkBench.Ways.USUAL, PLAIN, ECHOING)) {
            try (var counter = CcTalkCounter.openNew(coins(40, 40), ways)) {
                counter.peer.play(scene);

                assertThat(counter.work(exactly(coins(2, 0)))).isEqualTo("paid 50");
                assertThat(counter.paidOut()).isEqualTo(50);
                assertThat(counter.money.look().counters()).containsEntry("hopper-3.events", 1L);
            }
        }
    }

    @Test
    void aCommandANewHopperNeverHeardIsKnownBecauseItWasNotReset() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), PLAIN)) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);

            assertThat(counter.work(exactly(coins(2, 0)))).isEqualTo("refused");
            assertThat(counter.paidOut()).isZero();
        }
    }
}
