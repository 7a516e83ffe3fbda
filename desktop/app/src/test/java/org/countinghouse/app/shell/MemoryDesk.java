package org.countinghouse.app.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.CashRules;
import org.countinghouse.ledger.Circumstances;
import org.countinghouse.ledger.Decision;
import org.countinghouse.ledger.History;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;

/// The real rules and the real books, without a disk.
public final class MemoryDesk implements Desk {
    private final Books books = new Books();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, List<Entry>> orders = new HashMap<>();
    private final List<Consumer<List<Entry>>> watchers = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-11-21T09:14:00Z");
    private boolean recording = true;

    /// From now on the disk is full, or not any more.
    public void record(boolean possible) {
        recording = possible;
    }

    public Instant now() {
        return now;
    }

    public void waitSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    public <F extends Fact> List<F> facts(Class<F> kind) {
        return entries(0, Integer.MAX_VALUE).stream()
                .map(Entry::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public synchronized Answer perform(Order order) {
        if (!recording) {
            return new Answer.NotRecording("the disk is full");
        }
        if (orders.containsKey(order.id())) {
            return new Answer.Done(orders.get(order.id()), true);
        }
        var circumstances = new Circumstances(today(), order.actor(), order.approver(), History.in(entries));
        return switch (new CashRules(books, circumstances).decide(order.command())) {
            case Decision.Refused(var why, var details) -> new Answer.Refused(why, details);
            case Decision.Decided decided -> written(order, decided);
        };
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private Answer written(Order order, Decision.Decided decided) {
        var written = new ArrayList<Entry>();
        for (Fact fact : decided.facts()) {
            now = now.plusSeconds(7);
            var entry = new Entry(
                    books.lastSequence() + 1,
                    written.isEmpty() ? order.id() : UUID.randomUUID(),
                    now,
                    decided.businessDate(),
                    decided.shift(),
                    order.actor(),
                    order.approver(),
                    fact);
            books.apply(entry);
            written.add(entry);
        }
        entries.addAll(written);
        orders.put(order.id(), List.copyOf(written));
        watchers.forEach(watcher -> watcher.accept(List.copyOf(written)));
        return new Answer.Done(written, false);
    }

    @Override
    public synchronized <T> T ask(Function<Books, T> question) {
        return question.apply(books);
    }

    @Override
    public synchronized List<Entry> entries(long after, int limit) {
        return entries.stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Runnable watch(Consumer<List<Entry>> committed) {
        watchers.add(committed);
        return () -> watchers.remove(committed);
    }
}
