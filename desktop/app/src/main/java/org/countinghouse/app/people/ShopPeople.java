package org.countinghouse.app.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.store.JournalUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The people of the shop. A PIN is never in an entry: the entry that says there is a new one is written first, then
/// the PIN is kept. When that fails, the old one still holds, and giving the same order again puts it right.
public final class ShopPeople {
    private static final Logger LOG = LoggerFactory.getLogger(ShopPeople.class);

    private final Desk desk;
    private final Pins pins;

    public ShopPeople(Desk desk, Pins pins) {
        this.desk = desk;
        this.pins = pins;
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /// Nothing was written.
        record NotDone(Notice why) implements Outcome {}

        /// The entries are written, but the PIN is not kept: whoever had one still has the old one.
        record PinNotKept() implements Outcome {}
    }

    /// Everybody who works or has worked here: first who works here, by name.
    List<Member> members() {
        return desk.ask(Books::people).stream()
                .sorted(Comparator.comparing(Person::left).thenComparing(Person::name))
                .map(person -> new Member(person, pins.has(person.employee())))
                .toList();
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }

    Outcome perform(Order order) {
        return Notice.about(desk.perform(order))
                .<Outcome>map(Outcome.NotDone::new)
                .orElseGet(Outcome.Done::new);
    }

    /// Adds somebody and gives them their first PIN.
    ///
    /// @param pin overwritten before this returns
    Outcome add(String employee, Order adding, Order changing, char[] pin) {
        try {
            return switch (perform(adding)) {
                case Outcome.Done() ->
                    givePin(employee, changing, pin) instanceof Outcome.Done
                            ? new Outcome.Done()
                            : new Outcome.PinNotKept();
                case Outcome.NotDone notAdded -> notAdded;
                case Outcome.PinNotKept notKept -> notKept;
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /// @param pin overwritten before this returns
    Outcome givePin(String employee, Order changing, char[] pin) {
        try {
            return switch (perform(changing)) {
                case Outcome.Done() -> kept(employee, pin);
                case Outcome.NotDone notChanged -> notChanged;
                case Outcome.PinNotKept notKept -> notKept;
            };
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Outcome kept(String employee, char[] pin) {
        try {
            pins.set(employee, pin);
            return new Outcome.Done();
        } catch (JournalUnavailable e) {
            LOG.error("the new PIN of {} is not kept; the old one still holds", employee, e);
            return new Outcome.PinNotKept();
        }
    }

    /// Looks whether this is their PIN; a wrong one is written down.
    ///
    /// @param old overwritten before this returns
    Pins.Verdict check(Person person, char[] old) {
        try {
            return pins.check(person.employee(), old);
        } finally {
            Arrays.fill(old, '\0');
        }
    }
}
