package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Bookkeeper;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.simulation.PluggedStore.Pull;
import org.countinghouse.ledger.till.TillId;

/// One seeded day or two of a shop: people at several tills, orders given twice, the plug pulled, the clock set.
/// The same seed is the same schedule.
public final class Schedule {
    /// The day before clocks are put back in London and Zurich.
    static final LocalDate FIRST_DAY = LocalDate.parse("2026-10-24");

    private static final Instant OPENING = Instant.parse("2026-10-24T16:00:00Z");
    private static final int FEWEST_STEPS = 10;
    private static final int MORE_STEPS = 40;

    private final long seed;
    private final Disk disk;
    private final SimulatedShop shop;
    private final Chance chance;
    private final SimulatedTime time = new SimulatedTime(OPENING);
    private final Notebook notebook = new Notebook();
    private final List<Object> story = new ArrayList<>();
    /// Every order that stands in the ledger, answered or not, with the entries it led to.
    private final Map<UUID, List<Entry>> standing = new HashMap<>();
    private final List<Order> given = new ArrayList<>();
    private final Map<ShiftId, Shift> closed = new HashMap<>();
    private final boolean clockIsSet;

    private PluggedStore store;
    private Bookkeeper bookkeeper;
    /// Since an order was carried out; how long a station was off, it cannot know.
    private boolean clockIsKnown;

    private boolean clockWasSet;

    public Schedule(long seed, Disk disk) {
        this.seed = seed;
        this.disk = disk;
        this.shop = SimulatedShop.ALL.get((int) Math.floorMod(seed, (long) SimulatedShop.ALL.size()));
        this.chance = new Chance(seed, shop);
        this.clockIsSet = chance.oneIn(2);
        start();
    }

    /// Works the schedule and checks the laws.
    ///
    /// @return how many entries were written
    /// @throws BrokenLaw with the seed and the story that led to it
    public long run() {
        try {
            openShop();
            int steps = FEWEST_STEPS + chance.upTo(MORE_STEPS);
            for (int i = 0; i < steps; i++) {
                step();
            }
            start();
            check();
            return disk.entries().size();
        } catch (RuntimeException | BrokenLaw broken) {
            throw new BrokenLaw("seed " + seed + ": " + broken + "\n" + told(), broken);
        }
    }

    /// What happened so far, a line each.
    public String told() {
        return story.stream().map(Schedule::line).collect(Collectors.joining("\n"));
    }

    private static String line(Object happened) {
        return switch (happened) {
            case Order order ->
                order.actor() + order.approver().map(" and "::concat).orElse("") + ": " + order.command();
            case Answer.Done(var entries, var repeated) ->
                entries.stream()
                        .map(entry -> entry.sequence() + " " + entry.fact().kind())
                        .collect(Collectors.joining(", ", "    -> ", repeated ? ", as before" : ""));
            case Answer refused -> "    -> " + refused;
            default -> happened.toString();
        };
    }

    private void openShop() {
        give(order(Entry.STATION, new Command.SetUpShop(shop.setUp())), Pull.NOT);
        shop.people().forEach(person -> give(order(Entry.STATION, new Command.AddPerson(person)), Pull.NOT));
        if (shop.currencies().size() > 1) {
            give(order(Entry.STATION, new Command.SetRate(chance.rate())), Pull.NOT);
        }
        if (chance.oneIn(3)) {
            give(order(Entry.STATION, new Command.SetPolicy(shop.strict())), Pull.NOT);
        }
    }

    private void start() {
        EntryStore durable = disk.start();
        clockIsKnown = false;
        clockWasSet = false;
        store = new PluggedStore(durable);
        bookkeeper = new Bookkeeper(store, shop.day(), time, time::nanos, chance::id, _ -> {});
    }

    private void step() {
        passTime();
        if (chance.oneIn(40)) {
            story.add("started again");
            start();
        }
        if (!given.isEmpty() && chance.oneIn(20)) {
            give(chance.any(given), Pull.NOT);
        } else {
            Command command = Ways.next(chance, store.books());
            give(order(Ways.actor(chance, command, store.books()), command), pull());
        }
    }

    private void passTime() {
        time.pass(Duration.ofSeconds(chance.oneIn(15) ? 3_600L * (1 + chance.upTo(14)) : chance.upTo(600)));
        if (clockIsSet && chance.oneIn(12)) {
            var by = Duration.ofMinutes(3 + 60L * chance.upTo(50)).multipliedBy(chance.oneIn(2) ? -1 : 1);
            story.add("the clock is set by " + by);
            time.set(by);
            clockWasSet = clockIsKnown;
        }
    }

    private Pull pull() {
        if (chance.oneIn(25)) {
            return chance.oneIn(2) ? Pull.BEFORE : Pull.AFTER;
        }
        return Pull.NOT;
    }

    private Order order(String actor, Command command) {
        Optional<String> approver = chance.approver().filter(second -> !second.equals(actor) || chance.nonsense());
        return new Order(chance.id(), actor, approver, command);
    }

    private void give(Order order, Pull pull) {
        story.add(order);
        long before = store.books().lastSequence();
        store.pull(pull);
        try {
            Answer answer = bookkeeper.carryOut(order);
            store.pull(Pull.NOT);
            story.add(answer);
            settle(order, answer, before);
        } catch (PluggedStore.Off _) {
            story.add("off, " + pull + " it was durable");
            comeBack(order, pull, before);
        }
    }

    private void settle(Order order, Answer answer, long before) {
        long jumps = jumpsAfter(before);
        long written = store.books().lastSequence() - before - jumps;
        switch (answer) {
            case Answer.Done(var entries, boolean repeated) -> {
                unless(entries.getFirst().id().equals(order.id()), "an order is answered with its own entries");
                unless(repeated == standing.containsKey(order.id()), "an order is repeated if it stands already");
                unless(written == (repeated ? 0 : entries.size()), "an order given again writes nothing");
                if (repeated) {
                    unless(entries.equals(standing.get(order.id())), "an order given again has the same answer");
                } else {
                    stand(order, entries);
                }
            }
            case Answer.Refused _ -> {
                unless(written == 0, "a refusal writes nothing");
                unless(!standing.containsKey(order.id()), "what stands is not refused");
                agree();
            }
            case Answer.NotRecording not -> throw new BrokenLaw("the ledger itself records: " + not);
        }
    }

    private void stand(Order order, List<Entry> entries) {
        standing.put(order.id(), entries);
        given.add(order);
        Optional<TillId> till = entries.getFirst().fact().till();
        if (notebook.note(order.id(), order.command(), till) || chance.nonsense()) {
            chance.remember(order.id(), order.command() instanceof Command.Sell);
        }
        till.ifPresent(this::checkShifts);
    }

    private long jumpsAfter(long sequence) {
        long last = store.books().lastSequence();
        long jumps = 0;
        while (sequence + jumps < last && isJump(sequence + jumps)) {
            jumps++;
        }
        unless(jumps <= 1, "a jump of the clock is written once");
        unless(!clockWasSet || jumps == 1, "a clock that was set is written before what follows");
        clockIsKnown = true;
        clockWasSet = false;
        return jumps;
    }

    private boolean isJump(long index) {
        return disk.entries().get((int) index).fact() instanceof ClockJumped;
    }

    /// The order is there or it is not, all of it; then it is mostly given again.
    private void comeBack(Order order, Pull pull, long before) {
        start();
        unless(disk.entries().size() >= before, "what was acknowledged is there after a crash");
        List<Entry> after = disk.entries().subList((int) before, disk.entries().size());
        List<Entry> own = after.stream()
                .filter(entry -> !(entry.fact() instanceof ClockJumped))
                .toList();
        unless(after.isEmpty() == (pull == Pull.BEFORE), "what was durable is there and nothing else");
        unless(own.isEmpty() || own.getFirst().id().equals(order.id()), "what is there was ordered");
        unless(store.contains(order.id()) == !own.isEmpty(), "what is there is found by its id");
        if (!own.isEmpty()) {
            stand(order, own);
        }
        if (!chance.oneIn(8)) {
            give(order, Pull.NOT);
        }
    }

    private void checkShifts(TillId till) {
        for (Shift shift : store.books().unreported(till)) {
            if (shift.isClosed()) {
                Shift before = closed.putIfAbsent(shift.id(), shift);
                unless(before == null || before.equals(shift), "a closed shift never changes", shift);
            } else if (shift.state() != Shift.State.HANDED_OVER) {
                checkExpected(shift);
            }
        }
    }

    /// By the formula, by the postings and by the notebook.
    private void checkExpected(Shift shift) {
        for (Currency currency : shop.currencies()) {
            unless(
                    store.books().expected(shift.id(), currency).equals(notebook.held(shift.place(), currency)),
                    "expected is what was noted, in every currency",
                    shift);
        }
    }

    private void agree() {
        String disagreement = notebook.disagreement(store.books());
        unless(disagreement.isEmpty(), disagreement);
    }

    private void check() {
        agree();
        shop.tills().forEach(this::checkShifts);
        String damage = disk.damage();
        unless(damage.isEmpty(), damage);
        new Laws(disk.entries(), standing.values(), store.books()).check();
    }
}
