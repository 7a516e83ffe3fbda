package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.exactly;
import static org.countinghouse.simulator.CcTalkCounter.words;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to a ccTalk bus: what is said to be proven is true.
class CcTalkProofTest {
    private static final CcTalkBench.Ways PLAIN = new CcTalkBench.Ways(false, false, false);
    private static final CcTalkBench.Ways ECHOING = new CcTalkBench.Ways(true, false, true);

    /// Whatever happens, in whatever order: what the driver says is proven is what came out.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingProvenIsEverWrong(long seed) throws IOException {
        var random = new Random(seed);
        var scenes = List.of(
                Scene.DROP_NEXT_COMMAND,
                Scene.DROP_NEXT_REPLY,
                Scene.DUPLICATE_NEXT_REPLY,
                Scene.DAMAGE_NEXT_REPLY,
                Scene.STALL_AFTER_NEXT,
                Scene.POWER_CYCLE_DURING_NEXT,
                Scene.MEMORY_LOST_DURING_NEXT,
                Scene.POWER_CYCLE,
                Scene.MEMORY_LOST,
                Scene.REJECT_NEXT_PIECE);
        var ways = List.of(CcTalkBench.Ways.USUAL, PLAIN, ECHOING).get(random.nextInt(3));
        try (var counter = CcTalkCounter.openNew(coins(400, 400), ways)) {
            for (int round = 0; round < 6; round++) {
                long before = counter.paidOut();
                counter.peer.play(scenes.get(random.nextInt(scenes.size())));
                if (random.nextInt(4) == 0) {
                    counter.peer.jamAfter(random.nextInt(4));
                }
                String told = counter.work(exactly(coins(1 + random.nextInt(3), random.nextInt(3))));
                long cameOut = counter.paidOut() - before;

                assertThat(told)
                        .as("round %d of %s: %d came out", round, ways, cameOut)
                        .satisfiesAnyOf(
                                words -> assertThat(words).isIn("silent", "contradicts"),
                                words -> assertThat(cameOut).isEqualTo(proven(words)));
                counter.peer.play(Scene.ALIVE);
                counter.peer.play(Scene.CLEARED);
            }
        }
    }

    private static long proven(String words) {
        return words.startsWith("paid ") || words.startsWith("knows ") ? Long.parseLong(words.split(" ")[1]) : 0;
    }
}
