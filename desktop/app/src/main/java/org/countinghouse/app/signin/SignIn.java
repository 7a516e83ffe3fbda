package org.countinghouse.app.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Answer;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Order;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.ledger.people.Person;

/// Proving who is at the counter. A right PIN and a wrong one are both written down.
public final class SignIn {
    private final Desk desk;
    private final Pins pins;

    public SignIn(Desk desk, Pins pins) {
        this.desk = desk;
        this.pins = pins;
    }

    sealed interface Outcome {
        record Welcome() implements Outcome {}

        record WrongPin(int triesLeft) implements Outcome {}

        record LockedOut(Instant until) implements Outcome {}

        record NotPossible(Notice why) implements Outcome {}
    }

    List<Person> people() {
        return desk.ask(books -> books.people());
    }

    /// @param right what to write when the PIN is right
    /// @param wrong what to write when it is not
    /// @param pin overwritten before this returns
    Outcome attempt(Person person, char[] pin, Order right, Order wrong) {
        var verdict = pins.check(person.employee(), pin);
        Arrays.fill(pin, '\0');
        return switch (verdict) {
            case Pins.Verdict.Right() -> written(right).orElseGet(Outcome.Welcome::new);
            case Pins.Verdict.Wrong(var triesLeft) -> written(wrong).orElseGet(() -> new Outcome.WrongPin(triesLeft));
            case Pins.Verdict.LockedOut(var until) -> new Outcome.LockedOut(until);
        };
    }

    private Optional<Outcome> written(Order order) {
        Answer answer = desk.perform(order);
        return Notice.about(answer).map(Outcome.NotPossible::new);
    }
}
