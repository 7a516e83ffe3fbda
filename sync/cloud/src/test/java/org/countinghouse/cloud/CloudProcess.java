package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cloud as a shop would start it: a process of its own, that can be killed.
final class CloudProcess implements AutoCloseable {
    final Path data;
    final int port;

    private final Path ready;
    private Process process;

    CloudProcess() throws IOException {
        data = CloudRig.newFolder();
        ready = data.resolve("ready");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    CloudProcess start(String... more) throws IOException, InterruptedException {
        Files.deleteIfExists(ready);
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CloudMain.class.getName(),
                "--data=" + data,
                "--port=" + port,
                "--provision=bakery:" + CloudRig.CODE,
                "--ready-file=" + ready));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .inheritIO()
                .redirectOutput(data.resolve("out").toFile())
                .start();
        return this;
    }

    void awaitReady() throws InterruptedException {
        long started = System.nanoTime();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() - started > CloudRig.LIMIT.toNanos()) {
                throw new AssertionError("the cloud did not become ready");
            }
            Thread.sleep(20);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM, and the exit code that follows.
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    DatabaseAddress superuser() throws IOException {
        var databasePort =
                Files.readString(data.resolve("postgres-port"), UTF_8).strip();
        var password = Files.readString(data.resolve("postgres-super"), UTF_8).strip();
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/countinghouse", "countinghouse_super", password);
    }

    /// Whatever a failed test left running.
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        postgres().ifPresent(ProcessHandle::destroyForcibly);
        CloudRig.delete(data);
    }

    boolean isPostgresUp() throws IOException {
        return postgres().isPresent();
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        var pidFile = data.resolve("postgres/cluster/postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                : Optional.empty();
    }
}
