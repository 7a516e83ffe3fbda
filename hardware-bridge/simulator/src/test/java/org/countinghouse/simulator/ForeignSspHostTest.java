package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.simulator.SspCounter.FILLING;
import static org.countinghouse.simulator.SspCounter.FIVE;
import static org.countinghouse.simulator.SspCounter.TEN;
import static org.countinghouse.simulator.SspCounter.TWENTY;
import static org.countinghouse.simulator.SspCounter.of;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A host that others wrote (encrypted-smiley-secure-protocol, ISC licence) keeps our simulator honest:
/// it agrees on a key, pays, repeats a frame, takes a note and empties, over a pseudo terminal. It is
/// installed from its lock file into `target`; without `node` and `npm` the test fails and says so.
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class ForeignSspHostTest {
    private static final Duration INSTALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration TALK_LIMIT = Duration.ofSeconds(25);
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "host.js");

    @Test
    void aForeignHostPaysTakesAndEmptiesAndARepeatedFrameIsObeyedOnce() throws Exception {
        Path folder = installed();
        try (var peer = SimulatedPayout.payout("foreign", FILLING, Duration.ofMillis(20))) {
            var said = talk(folder, peer);

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

    private static List<String> talk(Path folder, CashMachinePeer peer) throws Exception {
        var host = new ProcessBuilder(
                        "node", "host.js", peer.address().inner().orElseThrow().target())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
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

    /// Once per `target`: the lock file names every package and its check sum, and no scripts are run.
    private static Path installed() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("basedir", "."), "target", "foreign-ssp")
                .toAbsolutePath();
        Files.createDirectories(folder);
        for (String name : FILES) {
            try (InputStream file = ForeignSspHostTest.class.getResourceAsStream("foreign-ssp/" + name)) {
                Files.copy(
                        Objects.requireNonNull(file, name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path done = folder.resolve("node_modules/installed");
        String lock = Files.readString(folder.resolve("package-lock.json"));
        if (!Files.exists(done) || !Files.readString(done).equals(lock)) {
            run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
            Files.writeString(done, lock);
        }
        return folder;
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs Node.js (node and npm, 20 or later) on the path", e);
        }
        var words = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            var killer = process.onExit()
                    .orTimeout(INSTALL_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(_ -> {
                        process.destroyForcibly();
                        return process;
                    });
            out.lines().forEach(line -> words.append(line).append('\n'));
            killer.join();
        }
        assertThat(process.waitFor())
                .as("%s did not end well: %s", String.join(" ", command), words)
                .isZero();
    }
}
