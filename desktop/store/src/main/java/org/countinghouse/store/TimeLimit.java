package org.countinghouse.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// How long a piece of upkeep may take. What takes longer is given up and told, not waited for.
final class TimeLimit {
    private interface Work<T> {
        T run() throws SQLException;
    }

    private final Duration limit;
    private final long started = System.nanoTime();

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /// @throws JournalUnavailable when the time is up
    void check() {
        if (left() <= 0 || Thread.currentThread().isInterrupted()) {
            throw new JournalUnavailable("it took longer than " + limit.toSeconds() + " seconds and was given up");
        }
    }

    private long left() {
        return limit.toNanos() - (System.nanoTime() - started);
    }

    /// Runs a statement that returns nothing, and stops it when the time is up.
    void run(Statement statement, String sql) throws SQLException {
        within(statement, () -> statement.executeUpdate(sql));
    }

    /// The first column of the first row.
    String ask(Statement statement, String sql) throws SQLException {
        return within(statement, () -> {
            try (var rows = statement.executeQuery(sql)) {
                return rows.next() ? rows.getString(1) : "";
            }
        });
    }

    private <T> T within(Statement statement, Work<T> work) throws SQLException {
        check();
        var watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("upkeep-limit").factory());
        watch.schedule(
                () -> {
                    statement.cancel();
                    return null;
                },
                left(),
                TimeUnit.NANOSECONDS);
        try {
            return work.run();
        } finally {
            watch.shutdownNow();
        }
    }
}
