package org.countinghouse.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own over its own programs, for one computer: loopback only, a password,
/// checksums, every commit on disk. Its data is kept. A server that a killed cloud left behind is
/// stopped before the next one is started.
final class EmbeddedPostgres implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofSeconds(60);
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final int STARTS = 3;
    private static final String DATABASE = "countinghouse";
    private static final String OWNER = "countinghouse_owner";
    private static final String SUPERUSER = "countinghouse_super";

    private final PostgresPlace place;
    private final Path programs;
    private final int port;

    private EmbeddedPostgres(PostgresPlace place, Path programs, int port) {
        this.place = place;
        this.programs = programs;
        this.port = port;
    }

    /// @param data the cloud's data folder; made when absent
    static EmbeddedPostgres start(Path data) {
        var place = PostgresPlace.in(data);
        var programs = PostgresBinaries.unpack(place.folder()).resolve("bin");
        try {
            makeCluster(place, programs);
            stopOld(place, programs);
            for (int attempt = 1; ; attempt++) {
                var postgres = new EmbeddedPostgres(place, programs, place.port(attempt > 1));
                if (postgres.isUp()) {
                    postgres.makeDatabase();
                    return postgres;
                }
                if (attempt == STARTS) {
                    throw new CloudException(
                            "PostgreSQL does not start; its log " + place.log() + " ends with:\n" + place.endOfLog());
                }
            }
        } catch (IOException e) {
            throw new CloudException("PostgreSQL cannot be started in " + data + ": " + e.getMessage(), e);
        }
    }

    /// Whoever owns the tables of the PostgreSQL that runs in a data folder now, started by another
    /// process of ours.
    static Optional<DatabaseAddress> running(Path data) {
        var port = PostgresPlace.remembered(data, "postgres-port");
        var password = PostgresPlace.remembered(data, "postgres-owner");
        if (port.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        var owner = new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port.get() + "/" + DATABASE, OWNER, password.get());
        try (var connection = owner.connect()) {
            return connection.isValid(0) ? Optional.of(owner) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /// Whoever owns the tables: makes them and provisions tenants.
    DatabaseAddress owner() {
        return new DatabaseAddress(url(DATABASE), OWNER, place.password("owner"));
    }

    DatabaseAddress superuser() {
        return new DatabaseAddress(url(DATABASE), SUPERUSER, place.password("super"));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// An interrupted initdb leaves a folder of another name, which is thrown away.
    private static void makeCluster(PostgresPlace place, Path programs) throws IOException {
        if (Files.exists(place.cluster())) {
            return;
        }
        var unfinished = place.emptyFolder("cluster-unfinished");
        var password = place.passwordFile("super");
        try {
            Commands.output(place.account()
                    .command(List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--data-checksums",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-instructions")));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, place.cluster());
    }

    private static void stopOld(PostgresPlace place, Path programs) throws IOException {
        var pidFile = place.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).getFirst().strip();
        boolean runs = ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
        if (runs) {
            LOG.warn("a PostgreSQL left by a killed cloud still runs as process {}: stopping it", pid);
            stop(place, programs);
        } else {
            // After a restart of the computer the number may be anybody's; PostgreSQL would be too careful to start.
            Files.deleteIfExists(pidFile);
        }
    }

    private boolean isUp() throws IOException {
        var process = launch();
        long started = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - started < START_LIMIT.toNanos()) {
            try (var connection = new DatabaseAddress(url("postgres"), SUPERUSER, place.password("super")).connect()) {
                return connection.isValid(0);
            } catch (SQLException e) {
                pause(process);
            }
        }
        if (process.isAlive()) {
            stop(place, programs);
        }
        return false;
    }

    private static void pause(Process process) {
        try {
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException("starting PostgreSQL was interrupted", e);
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                programs.resolve("postgres").toString(), "-D", place.cluster().toString(), "-p", "" + port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=40",
                "shared_buffers=64MB",
                "log_min_messages=warning",
                "log_min_error_statement=panic",
                "timezone=UTC")) {
            command.add("-c");
            command.add(setting);
        }
        var builder = new ProcessBuilder(place.account().command(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }

    /// Each step may have been done before, or not, by a start that was killed.
    private void makeDatabase() {
        var server = new DatabaseAddress(url("postgres"), SUPERUSER, place.password("super"));
        try (var connection = server.connect()) {
            if (!exists(connection, "pg_roles WHERE rolname", OWNER)) {
                run(
                        connection,
                        "CREATE ROLE " + OWNER + " LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '"
                                + place.password("owner") + "'");
            }
            if (!exists(connection, "pg_database WHERE datname", DATABASE)) {
                run(connection, "CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        } catch (SQLException e) {
            throw new CloudException("the embedded database cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String where, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM " + where + " = '" + name + "'")) {
            return found.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void stop(PostgresPlace place, Path programs) {
        var command = List.of(
                programs.resolve("pg_ctl").toString(),
                "stop",
                "--pgdata=" + place.cluster(),
                "--mode=fast",
                "--wait",
                "--timeout=" + STOP_LIMIT.toSeconds());
        Commands.output(place.account().command(command));
    }

    @Override
    public void close() {
        try {
            stop(place, programs);
        } catch (CloudException e) {
            LOG.warn("PostgreSQL was not stopped, or had stopped before: {}", e.getMessage());
        } finally {
            place.close();
        }
    }
}
