package org.countinghouse.ledger;

import java.util.Optional;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;

/// Who may come in with what: a command passes only when its actor may give it and nobody typed a card number.
final class Door {
    private final Books books;
    private final Circumstances circumstances;

    Door(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    Optional<Decision> refuse(Command command) {
        if (!mayGive(command)) {
            return Optional.of(CashRules.refuse(Refusal.NOT_ALLOWED, "employee", circumstances.actor()));
        }
        return FreeText.holdsCardNumber(command)
                ? Optional.of(CashRules.refuse(Refusal.CARD_NUMBER))
                : Optional.empty();
    }

    private boolean mayGive(Command command) {
        if (circumstances.actor().equals(Entry.STATION)) {
            return Verbs.isForStation(command);
        }
        return books.person(circumstances.actor())
                .filter(person -> mayGive(person, command))
                .isPresent();
    }

    private static boolean mayGive(Person person, Command command) {
        return !person.left() && Verbs.of(command).stream().allMatch(person::may);
    }
}
