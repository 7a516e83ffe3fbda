package org.countinghouse.ledger;

import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.people.PermissionChanged;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.PersonLeft;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.Unlocked;

/// What a fact changes about the people of the shop.
final class Staff {
    private Staff() {}

    /// @return the person as this fact leaves them; empty when it changes nobody
    static Optional<Person> after(Fact fact, Map<String, Person> people) {
        return switch (fact) {
            case PersonAdded(var employee, var name, var role) ->
                Optional.of(known(employee, people)
                        .map(person -> person.as(name, role))
                        .orElseGet(() -> new Person(employee, name, role)));
            case PersonLeft(var employee) -> known(employee, people).map(Person::gone);
            case PermissionChanged(var employee, var verb, var allowed) ->
                known(employee, people).map(person -> person.changed(verb, allowed));
            case SignInRefused(var employee) ->
                known(employee, people).map(person -> person.withWrongPins(Math.addExact(person.wrongPins(), 1)));
            case SignedIn(var employee) -> forgiven(employee, people);
            case Unlocked(var employee) -> forgiven(employee, people);
            case PinChanged(var employee) -> forgiven(employee, people);
            default -> Optional.empty();
        };
    }

    private static Optional<Person> known(String employee, Map<String, Person> people) {
        return Optional.ofNullable(people.get(employee));
    }

    private static Optional<Person> forgiven(String employee, Map<String, Person> people) {
        return known(employee, people).filter(person -> person.wrongPins() > 0).map(person -> person.withWrongPins(0));
    }
}
