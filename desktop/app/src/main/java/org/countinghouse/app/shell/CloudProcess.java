package org.countinghouse.app.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countinghouse.replicator.CloudAddress;

/// A cloud store of our own on this computer, as a process beside the station: PostgreSQL and the server, loopback
/// only. It ends with the station.
public final class CloudProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String CODE = "enrol-on-this-computer";

    private final Process process;
    private final CloudAddress address;

    private CloudProcess(Process process, CloudAddress address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the cloud, keeping its data in a folder.
    ///
    /// @throws StationFault when it does not come up within the limit; the message says where its log is
    public static CloudProcess start(Path folder, String tenant) {
        String launcher = System.getProperty("countinghouse.cloud.command");
        if (launcher == null) {
            throw new StationFault("the launcher did not say how to start a cloud: start with ./countinghouse,"
                    + " or name a running cloud with --cloud");
        }
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("cloud.log");
            Path ready = folder.resolve("cloud.ready");
            Files.deleteIfExists(ready);
            var process = new ProcessBuilder(command(launcher, folder, tenant, ready))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new CloudProcess(process, new CloudAddress(await(process, ready, log), CODE));
        } catch (IOException e) {
            throw new StationFault("cannot start the cloud in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(String launcher, Path folder, String tenant, Path ready) {
        return List.of(
                launcher,
                "cloud",
                "--data",
                folder.toString(),
                "--port",
                "0",
                "--provision",
                tenant + ":" + CODE,
                "--ready-file",
                ready.toString(),
                "--with-parent",
                Long.toString(ProcessHandle.current().pid()));
    }

    private static URI await(Process process, Path ready, Path log) throws IOException {
        long started = System.nanoTime();
        while (System.nanoTime() - started < START_LIMIT.toNanos()) {
            if (Files.exists(ready)) {
                return URI.create(Files.readString(ready).strip());
            }
            if (!process.isAlive()) {
                throw new StationFault("the cloud ended with code " + process.exitValue() + ": see " + log);
            }
            pause();
        }
        process.destroyForcibly();
        throw new StationFault("the cloud did not come up within " + START_LIMIT.toSeconds() + " s: see " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("interrupted while the cloud was starting", e);
        }
    }

    public CloudAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
