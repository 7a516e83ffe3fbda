package org.countinghouse.app.shell;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Bookkeeper;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.Journal;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.Verification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on a real journal: one order at a time, first come first served, on the thread of who gives it. A
/// thread of its own would cost two hand-overs for each sale (`desktop/decisions/0001`).
public final class JournalDesk implements Desk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalDesk.class);

    /// A disk that takes longer than this to answer is a broken disk.
    private static final long ANSWER_LIMIT_SECONDS = 30;

    private static final long MOMENT_MILLIS = 50;

    private final Journal journal;
    private final JournalReader reader;
    private final Bookkeeper bookkeeper;
    private final ReentrantLock taken = new ReentrantLock(true);
    private final ScheduledExecutorService news = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ledger-news").factory());
    private final List<Consumer<List<Entry>>> watchers = new CopyOnWriteArrayList<>();
    private final Queue<Entry> untold = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean telling = new AtomicBoolean();

    /// @param clock the wall clock
    /// @param nanos of a clock nobody can set
    /// @param ids for entries nobody ordered
    public JournalDesk(
            Journal journal,
            JournalReader reader,
            BusinessDay day,
            InstantSource clock,
            LongSupplier nanos,
            Supplier<UUID> ids) {
        this.journal = journal;
        this.reader = reader;
        this.bookkeeper = new Bookkeeper(journal, day, clock, nanos, ids, this::tell);
    }

    @Override
    public Answer perform(Order order) {
        return alone(() -> carryOut(order));
    }

    @Override
    public <T> T ask(Function<Books, T> question) {
        return alone(() -> question.apply(journal.books()));
    }

    @Override
    public LocalDate today() {
        return bookkeeper.today();
    }

    private <T> T alone(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            taken.unlock();
        }
    }

    private void take() {
        try {
            if (!taken.tryLock(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new JournalUnavailable("the disk has not answered for " + ANSWER_LIMIT_SECONDS
                        + " seconds: stop selling and look whether the last entry is there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("interrupted before anything was written: try again", e);
        }
    }

    private Answer carryOut(Order order) {
        try {
            Optional<Verification.Broken> doubt = journal.doubt();
            return Doubted.refuses(order.command(), doubt) && !journal.contains(order.id())
                    ? Doubted.refusal(doubt)
                    : bookkeeper.carryOut(order);
        } catch (JournalUnavailable e) {
            LOG.error("not recording", e);
            return new Answer.NotRecording(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    /// Waking another thread takes as long as deciding a sale: the news of a moment are told together.
    private void tell(List<Entry> entries) {
        if (!entries.isEmpty() && !watchers.isEmpty()) {
            untold.addAll(entries);
            if (telling.compareAndSet(false, true)) {
                news.schedule(this::tellAll, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tellAll() {
        telling.set(false);
        var entries = new ArrayList<Entry>();
        for (Entry next = untold.poll(); next != null; next = untold.poll()) {
            entries.add(next);
        }
        watchers.forEach(watcher -> watcher.accept(entries));
    }

    @Override
    public List<Entry> entries(long after, int limit) {
        return reader.entries(after, limit);
    }

    @Override
    public Optional<Verification.Broken> doubt() {
        return journal.doubt();
    }

    @Override
    public Runnable watch(Consumer<List<Entry>> committed) {
        watchers.add(committed);
        return () -> watchers.remove(committed);
    }

    @Override
    public void close() {
        take();
        news.close();
    }
}
