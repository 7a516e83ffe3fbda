package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.people.LockOut;
import org.countinghouse.ledger.people.LockedOut;
import org.countinghouse.ledger.people.PermissionChanged;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.PersonLeft;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.TrainingDone;
import org.countinghouse.ledger.people.Unlocked;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;

/// Who may decide what about whom. [Door] has let the command in; here it is looked at whom it is about, so that
/// nobody rises above their own role.
final class PeopleRules {
    private final Books books;
    private final Circumstances circumstances;

    PeopleRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    /// Somebody new, or somebody under another name or role. Nobody is called as the station is.
    Decision add(PersonAdded added) {
        Optional<Person> known = books.person(added.employee());
        if (added.employee().equals(Entry.STATION)
                || !actorMay(actor -> actor.mayDecideAbout(added.role())
                        && known.map(Person::role)
                                .filter(role -> !actor.mayDecideAbout(role))
                                .isEmpty())) {
            return notAllowed();
        }
        return added.role() != Role.OWNER && known.filter(this::isLastOwner).isPresent()
                ? CashRules.refuse(Refusal.LAST_OWNER, "employee", added.employee())
                : decided(added);
    }

    Decision remove(String employee) {
        return about(
                employee,
                person -> isLastOwner(person)
                        ? CashRules.refuse(Refusal.LAST_OWNER, "employee", employee)
                        : decided(new PersonLeft(employee)));
    }

    /// Nobody grants what they may not do themselves.
    Decision change(Command.ChangePermission change) {
        return about(change.employee(), person -> {
            if (person.role() == Role.OWNER) {
                return CashRules.refuse(Refusal.OWNER_MAY_ALL, "employee", change.employee());
            }
            return change.allowed() && !actorMay(actor -> actor.may(change.verb()))
                    ? notAllowed()
                    : decided(new PermissionChanged(change.employee(), change.verb(), change.allowed()));
        });
    }

    Decision changePin(String employee) {
        if (employee.equals(circumstances.actor())) {
            return decided(new PinChanged(employee));
        }
        return actorMay(actor -> actor.may(Verb.SET_PIN))
                ? about(employee, _ -> decided(new PinChanged(employee)))
                : notAllowed();
    }

    Decision signIn(String employee) {
        return present(employee, _ -> own(employee, new SignedIn(employee)));
    }

    /// A wrong PIN is written down, and the wait it leads to.
    Decision refuseSignIn(String employee) {
        return present(employee, person -> {
            int wrongPins = person.wrongPins() + 1;
            var facts = new ArrayList<Fact>();
            facts.add(new SignInRefused(employee));
            long wait = LockOut.waitAfter(wrongPins).toSeconds();
            if (wait > 0 || LockOut.isStopped(wrongPins)) {
                facts.add(new LockedOut(employee, wrongPins, wait));
            }
            return decided(facts);
        });
    }

    /// Whoever wrong PINs have locked out does not let themselves in again.
    Decision unlock(String employee) {
        return employee.equals(circumstances.actor())
                ? notAllowed()
                : present(employee, _ -> decided(new Unlocked(employee)));
    }

    /// What everybody does for themselves alone.
    Decision own(String employee, Fact fact) {
        return employee.equals(circumstances.actor()) ? decided(fact) : notAllowed();
    }

    /// Practice stands in the till's shift where one is open, so that its Z report counts it.
    Decision practised(Command.RecordTraining training) {
        List<Fact> facts = training.done().stream()
                .<Fact>map(what -> new TrainingDone(what, training.till()))
                .toList();
        Optional<Shift> shift = training.till().flatMap(books::openShift);
        LocalDate date = shift.map(Shift::businessDate).orElse(circumstances.today());
        return new Decided(facts, shift.map(Shift::id), date);
    }

    /// Decides about somebody the actor may decide about.
    private Decision about(String employee, Function<Person, Decision> decide) {
        return present(
                employee,
                person -> actorMay(actor -> actor.mayDecideAbout(person.role())) ? decide.apply(person) : notAllowed());
    }

    private Decision present(String employee, Function<Person, Decision> decide) {
        return books.person(employee)
                .filter(person -> !person.left())
                .map(decide)
                .orElseGet(() -> CashRules.refuse(Refusal.UNKNOWN_EMPLOYEE, "employee", employee));
    }

    private boolean actorMay(Predicate<Person> rule) {
        return circumstances.actor().equals(Entry.STATION)
                || books.person(circumstances.actor()).filter(rule).isPresent();
    }

    private boolean isLastOwner(Person person) {
        return person.role() == Role.OWNER
                && books.people().stream()
                        .noneMatch(other -> other.role() == Role.OWNER
                                && !other.left()
                                && !other.employee().equals(person.employee()));
    }

    private Decision notAllowed() {
        return CashRules.refuse(Refusal.NOT_ALLOWED, "employee", circumstances.actor());
    }

    private Decision decided(Fact fact) {
        return decided(List.of(fact));
    }

    private Decision decided(List<Fact> facts) {
        return new Decided(facts, Optional.empty(), circumstances.today());
    }
}
