package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countinghouse.store.fault.Trial.Work;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each write, synchronisation, cut and naming of what a station does fails once, and for ever, with an error of
/// the disk and with a full one. Nothing that failed is acknowledged, nothing half is left, and once the disk is
/// well the station goes on by itself.
@EnabledOnOs(OS.LINUX)
class IoErrorTest {
    private static final long LIMIT_SECONDS = 400;

    @TempDir(factory = InMemory.class)
    private static Path home;

    private static Jvm jvm;
    private static Path library;

    @TempDir(factory = InMemory.class)
    private Path folder;

    @BeforeAll
    static void theDiskIsMade() throws IOException, InterruptedException {
        library = FaultyDisk.compile(Path.of("src/test/c/disk.c"), home);
        jvm = new Jvm(Files.createDirectory(home.resolve("program")), Trial.class);
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void nothingThatFailedIsAcknowledgedAndTheStationGoesOn(Work work) throws IOException, InterruptedException {
        var said = said(work, false);
        System.out.println("input and output errors, " + work + ": " + String.join("\n", said));
        assertThat(said.getLast()).endsWith(" 0 findings").doesNotStartWith("0 faults");
    }

    @Test
    void aProgramThatAcknowledgesWhatFailedIsCaught() throws IOException, InterruptedException {
        var said = said(Work.SALE, true);
        assertThat(said).anyMatch(line -> line.contains("was acknowledged and is not there"));
    }

    private List<String> said(Work work, boolean careless) throws IOException, InterruptedException {
        Path control = home.resolve("control");
        FaultyDisk.controlledBy(control).rest();
        var environment = FaultyDisk.environment(library, folder);
        environment.put("DISK_CONTROL", control.toString());
        Process program =
                jvm.start(environment, folder.toString(), control.toString(), work.name(), Boolean.toString(careless));
        try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
            var said = lines.lines().toList();
            assertThat(program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
            return said;
        } finally {
            program.destroyForcibly();
        }
    }
}
