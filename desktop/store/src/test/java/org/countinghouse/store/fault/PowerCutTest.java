package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countinghouse.store.fault.FaultyDisk.Failure;
import org.countinghouse.store.fault.FaultyDisk.Kind;
import org.countinghouse.store.fault.FaultyDisk.Mode;
import org.countinghouse.store.fault.Trader.Manner;
import org.countinghouse.store.fault.Trader.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment, and the disk keeps of what was not synchronised what it likes ([Disk]). What was
/// acknowledged is there once. The suite can fail: less synchronisation, and it does.
@EnabledOnOs(OS.LINUX)
class PowerCutTest {
    private static final int STATES = Integer.getInteger("states", Size.of(2_000, 100_000));
    private static final int STATES_AFTER_A_FAULT = STATES / 10;
    private static final int STATES_UNTIL_CAUGHT = 120;
    /// What a program does: the first fills the log until it is written back, the others open and close a lot.
    private record Stretch(int orders, int reopenEvery) {}

    private static final List<Stretch> STRETCHES =
            List.of(new Stretch(150, 150), new Stretch(30, 12), new Stretch(30, 7));

    private static final long LIMIT_SECONDS = 120;
    private static final long SEED = 20_261_125;

    @TempDir(factory = InMemory.class)
    private static Path home;

    private static Jvm jvm;
    private static Path library;

    @TempDir(factory = InMemory.class)
    private Path root;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    @BeforeAll
    static void theDiskIsMade() throws IOException, InterruptedException {
        library = FaultyDisk.compile(Path.of("src/test/c/disk.c"), home);
        jvm = new Jvm(Files.createDirectory(home.resolve("program")), Trader.class);
    }

    @Test
    void whatWasAcknowledgedBeforeAPowerCutIsThereOnce() throws IOException, InterruptedException {
        var outcome = cuts(record(Manner.HONEST)).cut(STATES, SEED);
        tell("power cut", outcome);
        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void withoutSynchronisationAcknowledgedOrdersAreLost() throws IOException, InterruptedException {
        var outcome = cuts(record(Manner.OFF)).cut(STATES_UNTIL_CAUGHT, SEED);
        tell("power cut, synchronous=OFF", outcome);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("was acknowledged and is not there"));
    }

    @Test
    void withNormalSynchronisationAcknowledgedOrdersAreLost() throws IOException, InterruptedException {
        var outcome = cuts(record(Manner.NORMAL)).cut(STATES_UNTIL_CAUGHT, SEED);
        tell("power cut, synchronous=NORMAL", outcome);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("was acknowledged and is not there"));
    }

    @Test
    void aDiskThatOnlyPretendsToSynchroniseIsCaught() throws IOException, InterruptedException {
        var outcome = cuts(record(Manner.HONEST).neverSynced()).cut(STATES_UNTIL_CAUGHT, SEED);
        tell("power cut, a disk that lies", outcome);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("was acknowledged and is not there"));
    }

    @Test
    void aFolderThatIsNeverSynchronisedIsCaught() throws IOException, InterruptedException {
        var outcome = cuts(record(Manner.HONEST).foldersNeverSynced()).cut(STATES_UNTIL_CAUGHT, SEED);
        tell("power cut, folders not synchronised", outcome);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("was acknowledged and is not there"));
    }

    @Test
    void whatWasAcknowledgedAfterASynchronisationThatFailedSurvivesThePowerCut()
            throws IOException, InterruptedException {
        for (int oneIn : new int[] {4, 9, 20}) {
            var control = FaultyDisk.controlledBy(home.resolve("control"));
            control.arm(Mode.SOMETIMES, Kind.SYNC, oneIn, Failure.IO_ERROR);
            Path ledger = root.resolve("one-in-" + oneIn);
            var outcome =
                    new PowerCuts(record(Manner.HONEST, ledger), root, ledger, scratch).cut(STATES_AFTER_A_FAULT, SEED);
            tell("power cut, one synchronisation in " + oneIn + " fails", outcome);
            assertThat(outcome.findings()).isEmpty();
        }
    }

    private PowerCuts cuts(Recording recording) {
        return new PowerCuts(recording, root, root.resolve("shop"), scratch);
    }

    private Recording record(Manner manner) throws IOException, InterruptedException {
        FaultyDisk.controlledBy(home.resolve("control")).rest();
        return record(manner, root.resolve("shop"));
    }

    /// Several programs, one after the other; each leaves everything as it is and the next recovers from that.
    private Recording record(Manner manner, Path folder) throws IOException, InterruptedException {
        Path log = scratch.resolve("log");
        Path acknowledgements = scratch.resolve("acknowledged");
        var environment = FaultyDisk.environment(library, root);
        environment.put("DISK_LOG", log.toString());
        environment.put("DISK_ACK", acknowledgements.toString());
        environment.put("DISK_CONTROL", home.resolve("control").toString());
        long first = 0;
        for (Stretch each : STRETCHES) {
            var task = new Task(
                    folder,
                    first,
                    first + each.orders() - 1,
                    each.reopenEvery(),
                    manner,
                    acknowledgements.toString(),
                    true);
            first += each.orders();
            Process program = jvm.start(environment, task.arguments());
            if (!program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || program.exitValue() != 0) {
                program.destroyForcibly();
                throw new IllegalStateException("the program to record did not end well");
            }
        }
        var recording = Recording.read(log);
        Files.delete(log);
        return recording;
    }

    private static void tell(String what, PowerCuts.Outcome outcome) {
        System.out.printf(
                "%s: %,d states, %d of them before the ledger began, %,d lost something; the first: %s%n",
                what,
                outcome.states(),
                outcome.unbegun(),
                outcome.findings().size(),
                outcome.findings().stream().findFirst().orElse("-"));
    }
}
