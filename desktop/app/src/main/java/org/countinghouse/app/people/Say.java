package org.countinghouse.app.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;

/// What somebody has to say about the people of the shop, so that nothing is offered which the ledger would refuse.
/// It is also stricter: nobody is offered their own role and rights, which they could not give themselves again.
///
/// @param actor who decides, as the books have them now
/// @param people everybody who works or has worked here
record Say(Person actor, List<Person> people) {
    boolean mayAdd() {
        return actor.may(Verb.ADD_PERSON);
    }

    /// The roles this person may give.
    List<Role> roles() {
        return Arrays.stream(Role.values()).filter(actor::mayDecideAbout).toList();
    }

    /// The roles this person may give to somebody who has one.
    List<Role> rolesFor(Person person) {
        return isSelf(person) || isLastOwner(person) ? List.of(person.role()) : roles();
    }

    boolean mayChange(Person person) {
        return mayAdd() && !person.left() && decidesAbout(person);
    }

    boolean mayTakeOut(Person person) {
        return mayChange(person) && !isSelf(person) && !isLastOwner(person);
    }

    boolean mayTakeBack(Person person) {
        return mayAdd() && person.left() && decidesAbout(person);
    }

    /// One's own is changed at one's name, where the old one is asked.
    boolean mayGivePin(Person person) {
        return actor.may(Verb.SET_PIN) && !person.left() && decidesAbout(person) && !isSelf(person);
    }

    /// Also an owner: letting somebody try again is no rise.
    boolean mayUnlock(Person person) {
        return actor.may(Verb.UNLOCK) && !person.left() && Member.isLockedOut(person) && !isSelf(person);
    }

    /// Whether anything about this person's rights can be changed.
    boolean mayPermit(Person person) {
        return actor.may(Verb.CHANGE_PERMISSION)
                && !person.left()
                && person.role() != Role.OWNER
                && decidesAbout(person)
                && !isSelf(person);
    }

    /// Anything can be withdrawn; what somebody may not do themselves they do not grant.
    boolean maySet(Person person, Verb verb) {
        return mayPermit(person) && (person.may(verb) || actor.may(verb));
    }

    /// Why there is less to decide about somebody than about others.
    Optional<String> reason(Person person) {
        if (isSelf(person)) {
            return Optional.of("people.why.self");
        }
        if (!decidesAbout(person)) {
            return Optional.of("people.why.higher");
        }
        return isLastOwner(person)
                ? Optional.of("people.why.lastOwner")
                : person.role() == Role.OWNER ? Optional.of("people.why.owner") : Optional.empty();
    }

    private boolean decidesAbout(Person person) {
        return actor.mayDecideAbout(person.role());
    }

    private boolean isSelf(Person person) {
        return person.employee().equals(actor.employee());
    }

    private boolean isLastOwner(Person person) {
        return person.role() == Role.OWNER
                && people.stream()
                        .filter(other -> other.role() == Role.OWNER && !other.left())
                        .allMatch(other -> other.employee().equals(person.employee()));
    }
}
