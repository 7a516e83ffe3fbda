package org.countinghouse.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;

/// Carries orders out: asks the rules, writes what they decide, and answers an order that is given again with what
/// it led to then. Clocks, ids and store are handed in. One order at a time.
public final class Bookkeeper {
    private final EntryStore store;
    private final BusinessDay day;
    private final ClockWatch clocks;
    private final Supplier<UUID> ids;
    private final Consumer<List<Entry>> written;

    /// @param clock the wall clock, which somebody may set
    /// @param nanos of a clock nobody can set, from any beginning
    /// @param ids UUIDv7, for entries nobody ordered
    /// @param written told of entries once they are durable
    public Bookkeeper(
            EntryStore store,
            BusinessDay day,
            InstantSource clock,
            LongSupplier nanos,
            Supplier<UUID> ids,
            Consumer<List<Entry>> written) {
        this.store = store;
        this.day = day;
        this.clocks = new ClockWatch(clock, nanos);
        this.ids = ids;
        this.written = written;
    }

    /// What the store throws when it cannot write comes through: nothing is acknowledged then.
    public Answer carryOut(Order order) {
        try {
            Answer answer = decide(order);
            // Given again, an order may be refused for what it did itself: its shift is open already.
            return answer instanceof Answer.Refused && store.contains(order.id()) ? repeated(order) : answer;
        } catch (EntryGivenBefore _) {
            return repeated(order);
        }
    }

    /// The shop's trading day now.
    public LocalDate today() {
        return day.of(clocks.look().wall());
    }

    private Answer decide(Order order) {
        Instant now = now();
        var circumstances = new Circumstances(day.of(now), order.actor(), order.approver(), store);
        return switch (new CashRules(store.books(), circumstances).decide(order.command())) {
            case Decision.Refused refused -> new Answer.Refused(refused.why(), refused.details());
            case Decision.Decided decided -> new Answer.Done(write(order, decided, now), false);
        };
    }

    /// The wall clock's time. That it jumped is written before anything that happens after.
    private Instant now() {
        var look = clocks.look();
        Optional<ClockJumped> jump = clocks.jump(look, store::lastRecordedAt);
        jump.ifPresent(jumped -> write(new Draft(
                List.of(jumped),
                List.of(ids.get()),
                look.wall(),
                day.of(look.wall()),
                Optional.empty(),
                Entry.STATION,
                Optional.empty())));
        clocks.keep(look, jump.isPresent());
        return look.wall();
    }

    private List<Entry> write(Order order, Decision.Decided decided, Instant now) {
        return write(new Draft(
                decided.facts(),
                ids(order.id(), decided.facts().size()),
                now,
                decided.businessDate(),
                decided.shift(),
                order.actor(),
                order.approver()));
    }

    private List<Entry> write(Draft draft) {
        var entries = store.append(draft);
        written.accept(entries);
        return entries;
    }

    /// The answer to an order that was given before: the entries it led to then.
    private Answer repeated(Order order) {
        var entries = new ArrayList<Entry>();
        Optional<Entry> next = store.find(order.id());
        while (next.isPresent()) {
            entries.add(next.get());
            next = store.find(following(order.id(), entries.size()));
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
}
