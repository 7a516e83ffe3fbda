package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.store.Backups;
import org.countinghouse.store.Backups.Kept;
import org.countinghouse.store.Backups.Made;
import org.countinghouse.store.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what tells of the ledger outside of it: the high-water mark and the backups, each on a thread of its own
/// that no sale waits for.
public final class Safekeeping implements Copies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);

    /// So many seconds of entries a cut could take unnoticed after a crash; a clean close leaves none.
    private static final Duration MARK_EVERY = Duration.ofSeconds(5);
    /// A station that just started has better things to do.
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(30);
    private static final Duration DAILY = Duration.ofHours(24);
    /// A backup under way at the close of the station is waited for so long, then given up.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);

    private final Journal journal;
    private final Backups backups;
    private final Clock clock;
    private final ScheduledExecutorService marking = worker("ledger-mark");
    private final ScheduledExecutorService copying = worker("ledger-backup");
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean backingUp;
    private volatile BackupState state;

    public Safekeeping(Journal journal, Backups backups, Clock clock) {
        this.journal = journal;
        this.backups = backups;
        this.clock = clock;
        this.state =
                new BackupState(false, backups.newest(), Optional.empty(), Optional.empty(), journal.markTrouble());
        marking.scheduleWithFixedDelay(this::mark, MARK_EVERY.toMillis(), MARK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService worker(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Makes backups from now on.
    public void backUp() {
        backingUp = true;
        copying.scheduleWithFixedDelay(
                this::daily, FIRST_LOOK.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A shift's close is the moment after which nobody wants to count again.
    public void afterCommit(List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.fact() instanceof ShiftClosed)) {
            submit(marking, this::mark);
            ask();
        }
    }

    private void daily() {
        Instant now = clock.instant();
        if (state.newest().filter(made -> made.plus(DAILY).isAfter(now)).isEmpty()) {
            ask();
        }
    }

    /// Several closes while one copy is made lead to one more.
    private void ask() {
        if (backingUp && asked.compareAndSet(false, true)) {
            submit(copying, this::copy);
        }
    }

    private static void submit(ScheduledExecutorService worker, Runnable work) {
        if (!worker.isShutdown()) {
            worker.execute(work);
        }
    }

    private void mark() {
        try {
            journal.mark();
        } catch (RuntimeException e) {
            // An outermost loop: the next mark may succeed, and this one stops nobody.
            LOG.error("no high-water mark", e);
        }
    }

    private void copy() {
        asked.set(false);
        try {
            make(Optional.empty(), _ -> true);
        } catch (RuntimeException e) {
            // An outermost loop: the station goes on selling, and the next try may succeed.
            LOG.error("no backup", e);
        }
    }

    /// Makes a backup now, while the station sells. Waits for it.
    ///
    /// @param to a folder on another disk for a second copy, this time
    /// @param goOn told now and then how many entries are proven; false stops it
    /// @throws org.countinghouse.store.JournalUnavailable when none was made
    @Override
    public Made make(Optional<Path> to, LongPredicate goOn) {
        var before = state;
        state = new BackupState(true, before.newest(), before.last(), before.trouble(), journal.markTrouble());
        try {
            var made = backups.make(clock.instant(), to, goOn);
            state = new BackupState(
                    false, Optional.of(made.at()), Optional.of(made), Optional.empty(), journal.markTrouble());
            return made;
        } catch (RuntimeException e) {
            state = new BackupState(
                    false,
                    before.newest(),
                    before.last(),
                    Optional.of(String.valueOf(e.getMessage())),
                    journal.markTrouble());
            throw e;
        }
    }

    /// The copies beside the ledger, the newest first. Waits for the disk.
    @Override
    public List<Kept> kept() {
        return backups.kept();
    }

    @Override
    public BackupState state() {
        return state;
    }

    /// Waits for a backup under way, within a limit.
    @Override
    public void close() {
        end(marking);
        end(copying);
    }

    private static void end(ScheduledExecutorService worker) {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error("a backup did not end within {} and is given up", CLOSE_LIMIT);
                worker.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
