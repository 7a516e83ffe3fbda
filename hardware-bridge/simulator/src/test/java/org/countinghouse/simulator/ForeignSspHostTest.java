package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.SspCounter.FILLING;
import static org.countinghouse.simulator.SspCounter.FIVE;
import static org.countinghouse.simulator.SspCounter.TEN;
import static org.countinghouse.simulator.SspCounter.TWENTY;
import static org.countinghouse.simulator.SspCounter.of;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A host that others wrote (encrypted-smiley-secure-protocol, ISC licence) keeps our simulator honest:
/// it agrees on a key, pays, repeats a frame, takes a note and empties, over a pseudo terminal.
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class ForeignSspHostTest {
    private static final Duration TALK_LIMIT = Duration.ofSeconds(25);

    @Test
    void aForeignHostPaysTakesAndEmptiesAndARepeatedFrameIsObeyedOnce() throws Exception {
        var program = NodeProgram.installed("foreign-ssp", "host.js");
        try (var peer = SimulatedPayout.payout("foreign", FILLING, Duration.ofMillis(20))) {
            var said = talk(program, peer);

            assertThat(said)
                    .containsExactly(
                            "sync=\"OK\"",
                            "protocol=\"OK\"",
                            "serial=" + ("foreign".hashCode() & 0x7FFF_FFFF),
                            "setup=[\"SMART payout fitted\",6,100,[5,10,20],[\"EUR\",\"EUR\",\"EUR\"]]",
                            "levels=[[10,500,\"EUR\"],[10,1000,\"EUR\"],[10,2000,\"EUR\"]]",
                            "off=\"Device disabled\"",
                            "test=\"OK\"",
                            "pay=\"OK\"",
                            "dispensed=[{\"value\":3500,\"country_code\":\"EUR\"}]",
                            "too much=\"Not enough value in device\"",
                            "not exact=\"Cannot pay exact amount\"",
                            "please=\"drop the next reply\"",
                            "repeated=\"OK\"",
                            "dispensed=[{\"value\":2000,\"country_code\":\"EUR\"}]",
                            "please=\"insert 20\"",
                            "credit=3",
                            "counters=[0,1,5,0,0]",
                            "emptied=[{\"value\":31500,\"country_code\":\"EUR\"}]",
                            "disabled=\"OK\"");
            assertThat(peer.paidOut()).isEqualTo(of(TWENTY, 1, TEN, 3, FIVE, 1));
        }
    }

    private static List<String> talk(NodeProgram program, CashMachinePeer peer) throws Exception {
        var host = program.start(peer.address().inner().orElseThrow().target());
        try (var out = host.inputReader();
                var in = host.outputWriter()) {
            var killer = host.onExit()
                    .orTimeout(TALK_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(_ -> {
                        host.destroyForcibly();
                        return host;
                    });
            var said = new ArrayList<String>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line.replaceFirst("^\\{\"what\":\"([^\"]*)\",\"value\":(.*)}$", "$1=$2"));
                if (line.contains("\"please\"")) {
                    lendAHand(line, peer);
                    in.write("done\n");
                    in.flush();
                }
            }
            killer.join();
            return said;
        }
    }

    private static void lendAHand(String wish, CashMachinePeer peer) {
        if (wish.contains("drop the next reply")) {
            peer.play(Scene.DROP_NEXT_REPLY);
        } else {
            assertThat(peer.insert(TWENTY)).isTrue();
        }
    }
}
