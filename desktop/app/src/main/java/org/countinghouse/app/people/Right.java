package org.countinghouse.app.people;

import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;

/// Whether a person may do something, and why.
///
/// @param may now
/// @param from by the role, or set for this person
/// @param roleMay what the role alone says
/// @param changeable by who is signed in
record Right(Verb verb, boolean may, From from, boolean roleMay, boolean changeable) {
    enum From {
        ROLE,
        PERSON
    }

    static Right of(Person person, Verb verb, boolean changeable) {
        boolean set = person.granted().contains(verb) || person.withdrawn().contains(verb);
        return new Right(
                verb, person.may(verb), set ? From.PERSON : From.ROLE, roleMay(person.role(), verb), changeable);
    }

    /// What somebody of a role may do of whom nothing else is said.
    static boolean roleMay(Role role, Verb verb) {
        return new Person(role.word(), role.word(), role).may(verb);
    }

    /// The text that says why.
    String key() {
        return switch (from) {
            case ROLE -> roleMay ? "people.right.roleMay" : "people.right.roleMayNot";
            case PERSON ->
                may
                        ? roleMay ? "people.right.allowedAsRole" : "people.right.allowed"
                        : roleMay ? "people.right.withdrawn" : "people.right.withdrawnAsRole";
        };
    }
}
