package org.countinghouse.app.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.CashRules;
import org.countinghouse.ledger.Circumstances;
import org.countinghouse.ledger.Decision;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.Draft;
import org.countinghouse.store.EntryGivenBefore;
import org.countinghouse.store.Journal;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk on a real journal: one order at a time, first come first served, on the thread of who gives it. A thread of
/// its own would cost two hand-overs for each sale (`desktop/decisions/0001`).
public final class JournalDesk implements Desk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalDesk.class);

    /// A disk that takes longer than this to answer is a broken disk.
    private static final long ANSWER_LIMIT_SECONDS = 30;

    private final Journal journal;
    private final JournalReader reader;
    private final BusinessDay day;
    private final Clock clock;
    private final ReentrantLock taken = new ReentrantLock(true);
    private final ExecutorService news = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("ledger-news").factory());
    private final List<Consumer<List<Entry>>> watchers = new CopyOnWriteArrayList<>();

    public JournalDesk(Journal journal, JournalReader reader, BusinessDay day, Clock clock) {
        this.journal = journal;
        this.reader = reader;
        this.day = day;
        this.clock = clock;
    }

    @Override
    public Answer perform(Order order) {
        return alone(() -> carryOut(order));
    }

    @Override
    public <T> T ask(Function<Books, T> question) {
        return alone(() -> question.apply(journal.books()));
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
            Answer answer = decide(order);
            // Given again, an order may be refused for what it did itself: its shift is open already.
            return answer instanceof Answer.Refused && journal.contains(order.id()) ? repeated(order) : answer;
        } catch (EntryGivenBefore _) {
            return repeated(order);
        } catch (JournalUnavailable e) {
            LOG.error("not recording", e);
            return new Answer.NotRecording(e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private Answer decide(Order order) {
        Instant now = clock.instant();
        var circumstances = new Circumstances(day.of(now), order.actor(), order.approver(), journal::refundable);
        return switch (new CashRules(journal.books(), circumstances).decide(order.command())) {
            case Decision.Refused refused -> new Answer.Refused(refused.why(), refused.details());
            case Decision.Decided decided -> {
                var entries = journal.append(new Draft(
                        decided.facts(),
                        ids(order.id(), decided.facts().size()),
                        now,
                        decided.businessDate(),
                        decided.shift(),
                        order.actor(),
                        order.approver()));
                tell(entries);
                yield new Answer.Done(entries, false);
            }
        };
    }

    /// The answer to an order that was given before: the entries it led to then.
    private Answer repeated(Order order) {
        var entries = new ArrayList<Entry>();
        Optional<Entry> next = journal.find(order.id());
        while (next.isPresent()) {
            entries.add(next.get());
            next = journal.find(following(order.id(), entries.size()));
        }
        return new Answer.Done(entries, true);
    }

    private static List<UUID> ids(UUID first, int count) {
        var ids = new ArrayList<UUID>(count);
        for (int i = 0; i < count; i++) {
            ids.add(following(first, i));
        }
        return ids;
    }

    /// An order that leads to several entries names only the first; the others count on in the id's random part.
    private static UUID following(UUID first, int steps) {
        return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + steps);
    }

    private void tell(List<Entry> entries) {
        if (!watchers.isEmpty()) {
            news.execute(() -> watchers.forEach(watcher -> watcher.accept(entries)));
        }
    }

    @Override
    public List<Entry> entries(long after, int limit) {
        return reader.entries(after, limit);
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
