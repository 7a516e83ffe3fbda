package org.countinghouse.app.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.CountDraft;
import org.countinghouse.app.shell.CountDrafts;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// Proving who is at the counter. A right PIN is written down here; a wrong one where it is checked.
public final class SignIn {
    private final Desk desk;
    private final TillId till;
    private final Pins pins;
    private final CountDrafts drafts;

    /// @param till the till this station serves
    public SignIn(Desk desk, TillId till, Pins pins, CountDrafts drafts) {
        this.desk = desk;
        this.till = till;
        this.pins = pins;
        this.drafts = drafts;
    }

    sealed interface Outcome {
        record Welcome() implements Outcome {}

        /// The PIN was not theirs, or was not looked at.
        record NotThem(Pins.Verdict verdict) implements Outcome {}

        record NotPossible(Notice why) implements Outcome {}
    }

    /// Who works here, and what is still open on the till.
    ///
    /// @param entries how many entries the open shift has so far
    /// @param draft a count of the open shift, or of the next one's opening, that is kept
    record Counter(List<Person> people, Optional<ShiftId> open, long entries, Optional<CountDraft> draft) {}

    Counter counter() {
        return desk.ask(books -> {
            var open = books.openShift(till);
            return new Counter(
                    books.people().stream().filter(person -> !person.left()).toList(),
                    open.map(Shift::id),
                    open.map(shift -> books.lastSequence() - shift.firstSequence() + 1)
                            .orElse(0L),
                    drafts.kept(open.map(shift -> new CountDraft.Of(CountDraft.Kind.CLOSING, shift.id()))
                            .orElseGet(() -> new CountDraft.Of(
                                    CountDraft.Kind.OPENING,
                                    new ShiftId(till, books.till(till).shifts() + 1)))));
        });
    }

    /// @param right what to write when the PIN is right
    /// @param pin overwritten before this returns
    Outcome attempt(Person person, char[] pin, Order right) {
        var verdict = pins.check(person.employee(), pin);
        Arrays.fill(pin, '\0');
        return verdict instanceof Pins.Verdict.Right
                ? written(right).orElseGet(Outcome.Welcome::new)
                : new Outcome.NotThem(verdict);
    }

    private Optional<Outcome> written(Order order) {
        Answer answer = desk.perform(order);
        return Notice.about(answer).map(Outcome.NotPossible::new);
    }
}
