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

    private final HashedPins pins;
    private final Desk desk;
    private final JournalReader reader;
    private final Ids ids;
    private final InstantSource clock;
    private final LongSupplier ticks;
    private final Map<String, LockOut> lockOuts = new HashMap<>();
    /// Wrong PINs the journal could not take: a full disk gives nobody more guesses.
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
    public synchronized Verdict check(String employee, char[] pin) {
        Optional<Person> person = desk.ask(books -> books.person(employee)).filter(each -> !each.left());
        if (person.isEmpty()) {
            pins.isRight(employee, pin);
            return new Verdict.Unknown();
        }
        LockOut lockOut = lockOut(person.get());
        if (lockOut.isShut()) {
            return shut(lockOut);
        }
        if (pins.isRight(employee, pin)) {
            unwritten.remove(employee);
            return new Verdict.Right();
        }
        return wrong(employee, lockOut.wrongPins() + 1);
    }

    private LockOut lockOut(Person person) {
        int wrongPins = person.wrongPins() + unwritten.getOrDefault(person.employee(), 0);
        LockOut known = lockOuts.get(person.employee());
        LockOut now = known != null && known.wrongPins() == wrongPins
                ? known.at(ticks.getAsLong())
                : fromDisk(person.employee(), wrongPins);
        lockOuts.put(person.employee(), now);
        return now;
    }

    /// A wait whose remainder nobody kept begins anew: a station killed in the middle of one shortens nothing.
    private LockOut fromDisk(String employee, int wrongPins) {
        return reader.waitOf(employee)
                .filter(wait -> wait.wrongPins() == wrongPins)
                .map(wait -> LockOut.resumed(wrongPins, wait.left(), ticks.getAsLong()))
                .orElseGet(() -> LockOut.after(wrongPins, ticks.getAsLong()));
    }

    private Verdict wrong(String employee, int wrongPins) {
        var order = new Order(ids.next(), Entry.STATION, Optional.empty(), new Command.RefuseSignIn(employee));
        if (!(desk.perform(order) instanceof Answer.Done)) {
            unwritten.merge(employee, 1, Math::addExact);
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
