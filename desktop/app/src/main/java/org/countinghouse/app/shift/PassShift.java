package org.countinghouse.app.shift;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;

/// Leaving this station's shift without closing it, and taking it up again: by the same person or by another.
public final class PassShift {
    private final Desk desk;
    private final Shop shop;

    public PassShift(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
    }

    /// What may be known of the shift that has the till. Nothing of it tells what is expected.
    ///
    /// @param sealed what was counted, when a count is sealed; empty otherwise
    /// @param answerable who answers for it now
    /// @param others who else could take it
    /// @param to who is to take it, when it is on its way
    /// @param sent the currencies that are on their way
    /// @param after the last entry of the books
    record Situation(
            ShiftId shift,
            Shift.State state,
            List<Cash> sealed,
            Person answerable,
            List<Person> others,
            Optional<Person> to,
            List<Currency> sent,
            long after) {}

    Optional<Situation> situation() {
        return desk.ask(books -> books.openShift(shop.till()).map(shift -> situation(books, shift)));
    }

    private static Situation situation(Books books, Shift shift) {
        String answerable = shift.life().answerable();
        var handover = shift.life().handover();
        return new Situation(
                shift.id(),
                shift.state(),
                shift.counted(),
                books.person(answerable).orElseThrow(),
                books.people().stream()
                        .filter(person -> !person.left() && person.may(Verb.HAND_OVER))
                        .filter(person -> !person.employee().equals(answerable))
                        .toList(),
                handover.map(Shift.Handover::to).flatMap(books::person),
                handover.map(Shift.Handover::sent).orElse(List.of()).stream()
                        .map(Cash::currency)
                        .toList(),
                books.lastSequence());
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }
}
