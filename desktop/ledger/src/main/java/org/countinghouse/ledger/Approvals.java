package org.countinghouse.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Decision.Refused;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.shift.Shift;

/// Whether the one who acts may do this alone, and whether the one who stands by may say yes to it.
final class Approvals {
    private final Books books;
    private final Circumstances circumstances;

    Approvals(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    /// Nobody approves what they did, whether it needed approval or not.
    Optional<Decision> selfApproval() {
        return circumstances.approver().filter(circumstances.actor()::equals).map(Approvals::acted);
    }

    Optional<Decision> amount(Matter matter, Money amount) {
        return amounts(matter, List.of(amount), Optional.empty());
    }

    /// @param answerable who answers for what is judged: they approve no more than the one who acts
    Optional<Decision> amounts(Matter matter, Collection<Money> amounts, Optional<Shift> answerable) {
        return allowed(circumstances.actor(), matter, amounts)
                ? Optional.empty()
                : approved(matter, amounts, answerable);
    }

    /// @param times how often it was done in this shift, with this time
    Optional<Decision> times(Matter matter, long times) {
        return role(circumstances.actor())
                        .filter(role -> !books.policy().allows(role, matter, "", times))
                        .isPresent()
                ? approved(matter, List.of(), Optional.empty())
                : Optional.empty();
    }

    /// What nobody does alone, whatever the shop's limits say.
    Optional<Decision> approved(Matter matter, Collection<Money> amounts, Optional<Shift> answerable) {
        Optional<String> approver = circumstances.approver();
        if (approver.isEmpty()) {
            return Optional.of(CashRules.refuse(Refusal.NEEDS_APPROVAL, "matter", matter.word()));
        }
        String name = approver.get();
        if (name.equals(circumstances.actor())
                || answerable
                        .filter(shift -> shift.life().answerable().equals(name))
                        .isPresent()) {
            return Optional.of(acted(name));
        }
        boolean may = books.person(name)
                        .filter(person -> person.mayApprove(matter.approval(), circumstances.actor()))
                        .isPresent()
                && allowed(name, matter, amounts);
        return may ? Optional.empty() : Optional.of(CashRules.refuse(Refusal.APPROVER_MAY_NOT, "approver", name));
    }

    private boolean allowed(String employee, Matter matter, Collection<Money> amounts) {
        return role(employee)
                .filter(role ->
                        amounts.stream().anyMatch(amount -> !books.policy().allows(role, matter, amount)))
                .isEmpty();
    }

    private Optional<Role> role(String employee) {
        return books.person(employee).map(Person::role);
    }

    private static Decision acted(String approver) {
        return CashRules.refuse(Refusal.APPROVER_ACTED, "approver", approver);
    }

    /// The same, but where the shop lists no reasons for the matter none is asked.
    Optional<Decision> listedReason(Matter matter, String reason, String note) {
        boolean listed = books.policy().reasons().stream().anyMatch(each -> each.matter() == matter);
        return listed || !reason.isBlank() ? reason(matter, reason, note) : Optional.empty();
    }

    /// Whether the reason is one of the shop's, with the note it asks for.
    Optional<Decision> reason(Matter matter, String reason, String note) {
        if (reason.isBlank()) {
            return Optional.of(new Refused(Refusal.REASON_MISSING, Map.of()));
        }
        Optional<Policy.Reason> known = books.policy().reason(matter, reason);
        if (known.isEmpty()) {
            return Optional.of(CashRules.refuse(Refusal.REASON_UNKNOWN, "reason", reason));
        }
        return known.get().noteNeeded() && note.isBlank()
                ? Optional.of(CashRules.refuse(Refusal.NOTE_MISSING, "reason", reason))
                : Optional.empty();
    }
}
