package org.countinghouse.ledger.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Somebody who works in the shop, or has worked there.
///
/// @param employee the short name entries are signed with
/// @param granted what this person may do beyond the role
/// @param withdrawn what this person may not do although the role may
/// @param left works here no more: may do nothing and cannot sign in
/// @param wrongPins wrong PINs in a row since the last right one, or since somebody unlocked the person
public record Person(
        String employee, String name, Role role, Set<Verb> granted, Set<Verb> withdrawn, boolean left, int wrongPins) {
    public Person {
        granted = inOrder(granted);
        withdrawn = inOrder(withdrawn);
    }

    public Person(String employee, String name, Role role) {
        this(employee, name, role, Set.of(), Set.of(), false, 0);
    }

    private static Set<Verb> inOrder(Set<Verb> verbs) {
        return Collections.unmodifiableSet(verbs.isEmpty() ? EnumSet.noneOf(Verb.class) : EnumSet.copyOf(verbs));
    }

    public boolean may(Verb verb) {
        return !left && (granted.contains(verb) || verb.isFor(role) && !withdrawn.contains(verb));
    }

    /// Whether this person may stand by and approve what somebody else does: with the right to, and never oneself.
    public boolean mayApprove(Verb approval, String actor) {
        return may(approval) && !employee.equals(actor);
    }

    /// Whether this person may decide about somebody of that role, or give it to somebody.
    public boolean mayDecideAbout(Role other) {
        return role.mayDecideAbout(other);
    }

    /// Under another name or role; what was granted or withdrawn stays so.
    public Person as(String newName, Role newRole) {
        return new Person(employee, newName, newRole, granted, withdrawn, false, wrongPins);
    }

    public Person changed(Verb verb, boolean allowed) {
        return new Person(
                employee, name, role, with(granted, verb, allowed), with(withdrawn, verb, !allowed), left, wrongPins);
    }

    private static Set<Verb> with(Set<Verb> verbs, Verb verb, boolean in) {
        var changed = EnumSet.noneOf(Verb.class);
        changed.addAll(verbs);
        if (in) {
            changed.add(verb);
        } else {
            changed.remove(verb);
        }
        return changed;
    }

    public Person gone() {
        return new Person(employee, name, role, granted, withdrawn, true, wrongPins);
    }

    public Person withWrongPins(int inARow) {
        return new Person(employee, name, role, granted, withdrawn, left, inARow);
    }
}
