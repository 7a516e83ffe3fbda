package org.countinghouse.app.shell;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Bookkeeper;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.TrainingDone;

/// A desk to practise at: the same rules, on a ledger in memory. What was practised stands in the real journal as
/// practice, which moves nothing and is only counted.
public final class TrainingDesk implements Desk {
    private final Desk real;
    private final Practice practice;
    private final Bookkeeper bookkeeper;
    private final List<Consumer<List<Entry>>> watchers = new CopyOnWriteArrayList<>();

    /// @param clock the wall clock
    /// @param nanos of a clock nobody can set
    /// @param ids for entries nobody ordered
    public TrainingDesk(Desk real, BusinessDay day, InstantSource clock, LongSupplier nanos, Supplier<UUID> ids) {
        this.real = real;
        this.practice = new Practice(real.ask(Books::snapshot));
        this.bookkeeper = new Bookkeeper(practice, day, clock, nanos, ids, _ -> {});
    }

    /// Practised first, then written down: when the journal cannot take it, nothing more is practised either.
    @Override
    public Answer perform(Order order) {
        Answer answer = practised(order);
        if (answer instanceof Answer.Done done) {
            watchers.forEach(watcher -> watcher.accept(done.entries()));
        }
        return answer;
    }

    private synchronized Answer practised(Order order) {
        Answer answer = bookkeeper.carryOut(order);
        return answer instanceof Answer.Done done ? writtenDown(order, done) : answer;
    }

    private Answer writtenDown(Order order, Answer.Done practised) {
        var kinds =
                practised.entries().stream().map(entry -> entry.fact().kind()).toList();
        var at = practised.entries().stream()
                .flatMap(entry -> entry.fact().till().stream())
                .findFirst();
        Answer written = real.perform(
                new Order(order.id(), order.actor(), order.approver(), new Command.RecordTraining(at, kinds)));
        return written instanceof Answer.Done done && isPractice(done) ? practised : written;
    }

    /// An order given under the id of an earlier one is answered with what that one did.
    private static boolean isPractice(Answer.Done written) {
        return written.entries().getFirst().fact() instanceof TrainingDone;
    }

    @Override
    public synchronized <T> T ask(Function<Books, T> question) {
        return question.apply(practice.books());
    }

    @Override
    public LocalDate today() {
        return real.today();
    }

    /// Only what was practised.
    @Override
    public synchronized List<Entry> entries(long after, int limit) {
        return practice.entries().stream()
                .filter(entry -> entry.sequence() > after)
                .limit(limit)
                .toList();
    }

    /// What was practised under this id.
    public synchronized Optional<Entry> find(UUID id) {
        return practice.find(id);
    }

    /// Tells of practice, on the thread of who practises: for the screens he practises at.
    @Override
    public Runnable watch(Consumer<List<Entry>> committed) {
        watchers.add(committed);
        return () -> watchers.remove(committed);
    }
}
