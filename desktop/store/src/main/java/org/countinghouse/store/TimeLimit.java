package org.countinghouse.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long a piece of upkeep may take. What takes longer is given up and told, not waited for.
final class TimeLimit {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
    private static final String STOPPED = "it was stopped as asked; nothing was kept of it";

    private interface Work<T> {
        T run() throws SQLException;
    }

    private static final long LOOK_MILLIS = 100;

    private final Duration limit;
    private final LongPredicate goOn;
    private volatile long done;
    private final long started = System.nanoTime();

    TimeLimit(Duration limit) {
        this(limit, _ -> true);
    }

    /// @param goOn told now and then how many entries are done; false gives the work up
    TimeLimit(Duration limit, LongPredicate goOn) {
        this.limit = limit;
        this.goOn = goOn;
    }

    /// @param entries done so far
    /// @throws JournalUnavailable when the time is up, or nobody wants it any more
    void check(long entries) {
        done = entries;
        check();
    }

    /// @throws JournalUnavailable when the time is up, or nobody wants it any more
    void check() {
        if (!goOn.test(done)) {
            throw new JournalUnavailable(STOPPED);
        }
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
        watch.scheduleWithFixedDelay(
                () -> {
                    if (left() <= 0 || !goOn.test(done)) {
                        cancel(statement);
                    }
                },
                LOOK_MILLIS,
                LOOK_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } finally {
            watch.shutdownNow();
        }
    }

    /// A statement that is over already needs no stop.
    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("a statement could not be stopped", e);
        }
    }
}
