package org.countinghouse.app.shell;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.LockOut;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.JournalReader.Mark;
import org.countinghouse.store.JournalReader.Wait;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.StationKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PINs behind a lock-out: for each person and this station alone, so that nobody's wrong PINs keep the shop shut.
/// The entries know how many were wrong in a row; what is left of the wait is told by the monotonic clock and kept
/// on disk.
///
/// Checks come one after the other under a monitor of their own: guesses in parallel gain nothing, and the desk
/// never waits for a hash.
public final class GuardedPins implements Pins, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedPins.class);

    /// The mark that keeps how many wrong PINs of an employee are not written.
    private static final String UNWRITTEN = "unwritten-pins/";

    private final HashedPins pins;
    private final Desk desk;
    private final JournalReader reader;
    private final Ids ids;
    private final InstantSource clock;
    private final LongSupplier ticks;
    private final Map<String, LockOut> lockOuts = new HashMap<>();
    /// Wrong PINs the journal did not take: neither a full disk nor a ledger that waits to be accepted gives anybody
    /// more guesses. They are written as soon as it takes them.
    private final Map<String, Integer> unwritten = new HashMap<>();

    /// @param clock only tells when a wait will be over
    /// @param ticks a monotonic clock, in nanoseconds
    public GuardedPins(
            Desk desk, JournalReader reader, StationKey key, Ids ids, InstantSource clock, LongSupplier ticks) {
        this.pins = new HashedPins(reader, key);
        this.desk = desk;
        this.reader = reader;
        this.ids = ids;
        this.clock = clock;
        this.ticks = ticks;
    }

    @Override
    public void set(String employee, char[] pin) {
        pins.set(employee, pin);
    }

    @Override
    public boolean has(String employee) {
        return pins.has(employee);
    }

    @Override
    public synchronized Verdict check(String employee, char[] pin) {
        Optional<Person> person = desk.ask(books -> books.person(employee)).filter(each -> !each.left());
        if (person.isEmpty()) {
            pins.isRight(employee, pin);
            return new Verdict.Unknown();
        }
        LockOut lockOut = lockOut(employee);
        if (lockOut.isShut()) {
            return shut(lockOut);
        }
        if (pins.isRight(employee, pin)) {
            keepUnwritten(employee, 0);
            return new Verdict.Right();
        }
        return wrong(employee, lockOut.wrongPins() + 1);
    }

    private LockOut lockOut(String employee) {
        int missing = writeMissing(employee);
        int wrongPins = missing
                + desk.ask(
                        books -> books.person(employee).map(Person::wrongPins).orElse(0));
        LockOut known = lockOuts.get(employee);
        LockOut now = known != null && known.wrongPins() == wrongPins
                ? known.at(ticks.getAsLong())
                : fromDisk(employee, wrongPins);
        lockOuts.put(employee, now);
        return now;
    }

    /// @return how many wrong PINs are still not written
    private int writeMissing(String employee) {
        int before = unwritten.computeIfAbsent(employee, this::keptUnwritten);
        int left = before;
        while (left > 0 && isRefusalWritten(employee)) {
            left--;
        }
        keepUnwritten(employee, left);
        return left;
    }

    private boolean isRefusalWritten(String employee) {
        var order = new Order(ids.next(), Entry.STATION, Optional.empty(), new Command.RefuseSignIn(employee));
        return desk.perform(order) instanceof Answer.Done done
                && !done.entries().isEmpty();
    }

    private int keptUnwritten(String employee) {
        return Math.toIntExact(
                reader.mark(UNWRITTEN + employee).map(Mark::sequence).orElse(0L));
    }

    private void keepUnwritten(String employee, int count) {
        if (unwritten.getOrDefault(employee, 0) != count) {
            unwritten.put(employee, count);
            try {
                reader.mark(UNWRITTEN + employee, new Mark(count, Optional.empty()));
            } catch (JournalUnavailable e) {
                LOG.warn("a wrong PIN is counted until the station is closed, and no longer", e);
            }
        }
    }

    /// A wait whose remainder nobody kept begins anew: a station killed in the middle of one shortens nothing.
    private LockOut fromDisk(String employee, int wrongPins) {
        return reader.waitOf(employee)
                .filter(wait -> wait.wrongPins() == wrongPins)
                .map(wait -> LockOut.resumed(wrongPins, wait.left(), ticks.getAsLong()))
                .orElseGet(() -> LockOut.after(wrongPins, ticks.getAsLong()));
    }

    private Verdict wrong(String employee, int wrongPins) {
        if (!isRefusalWritten(employee)) {
            keepUnwritten(employee, unwritten.getOrDefault(employee, 0) + 1);
        }
        var lockOut = LockOut.after(wrongPins, ticks.getAsLong());
        lockOuts.put(employee, lockOut);
        return lockOut.isShut() ? shut(lockOut) : new Verdict.Wrong(lockOut.triesLeft());
    }

    private Verdict shut(LockOut lockOut) {
        return lockOut.isStopped()
                ? new Verdict.Stopped()
                : new Verdict.LockedOut(clock.instant().plus(lockOut.left()));
    }

    /// Keeps what is left of every wait, so that it goes on from there.
    @Override
    public synchronized void close() {
        long now = ticks.getAsLong();
        try {
            lockOuts.forEach((employee, lockOut) -> reader.keepWait(
                    employee, new Wait(lockOut.wrongPins(), lockOut.at(now).left())));
            lockOuts.clear();
        } catch (JournalUnavailable e) {
            LOG.warn("what is left of the waits could not be kept: they begin anew", e);
        }
    }
}
