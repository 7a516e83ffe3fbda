package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countinghouse.ledger.Counting.Difference;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;

/// When a till goes from one person to the next within a shift. Both count; between the two counts the cash is under
/// way.
final class HandoverRules {
    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;
    private final Counting counting;

    HandoverRules(Books books, Circumstances circumstances, Approvals approvals) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
        this.counting = new Counting(books);
    }

    Decision handOver(Command.HandOver handOver, Shift shift) {
        if (books.person(handOver.to()).isEmpty()) {
            return CashRules.refuse(Refusal.UNKNOWN_EMPLOYEE, "employee", handOver.to());
        }
        if (handOver.to().equals(shift.life().answerable())) {
            return CashRules.refuse(Refusal.NOT_HANDED_TO, "employee", handOver.to());
        }
        return counting.fault(shift.place(), handOver.counted())
                .or(() -> unlessSealed(handOver, shift))
                .orElseGet(() -> decideHandOver(handOver, shift));
    }

    /// Whether a hand-over needs approval tells how far a count is from what is expected: only the sealed count may
    /// ask, and that is made so many times and no more.
    private static Optional<Decision> unlessSealed(Command.HandOver handOver, Shift shift) {
        return shift.state() == Shift.State.COUNTED && amounts(shift.counted()).equals(amounts(handOver.counted()))
                ? Optional.empty()
                : Optional.of(CashRules.refuse(
                        Refusal.COUNT_NOT_SEALED, "till", handOver.till().name()));
    }

    private static Set<Money> amounts(List<Cash> counted) {
        return counted.stream().map(Cash::amount).collect(Collectors.toSet());
    }

    private Decision decideHandOver(Command.HandOver handOver, Shift shift) {
        var differences = handOver.counted().stream()
                .map(cash -> new Difference(books.expected(shift.id(), cash.currency()), cash.amount()))
                .toList();
        Optional<Decision> fault = approvals.amounts(Matter.OVER_SHORT, overShorts(differences), Optional.of(shift));
        if (fault.isPresent()) {
            return fault.get();
        }
        var found = counting.found(shift.place(), handOver.counted());
        var facts = new ArrayList<Fact>(
                Counting.overShort(handOver.till(), Occasion.HANDOVER, differences, Optional.empty()));
        facts.add(new TillHandedOver(shift.id(), shift.life().answerable(), handOver.to(), handOver.counted(), found));
        return new Decided(facts, Optional.of(shift.id()), shift.businessDate());
    }

    Decision takeOver(Command.TakeOver takeOver, Shift shift) {
        Optional<Shift.Handover> handover = shift.life().handover();
        if (handover.isEmpty()) {
            return CashRules.refuse(
                    Refusal.NOTHING_HANDED_OVER, "till", takeOver.till().name());
        }
        // The one who handed it over may take it back; nobody else.
        if (!List.of(handover.get().to(), shift.life().answerable()).contains(circumstances.actor())) {
            return CashRules.refuse(Refusal.NOT_HANDED_TO, "employee", circumstances.actor());
        }
        var differences = handover.get().sent().stream()
                .map(sent -> new Difference(sent.amount(), counted(takeOver, sent)))
                .toList();
        return Counting.impossible(takeOver.counted())
                .or(() -> unless(takeOver, handover.get().sent()))
                .or(() -> differing(differences, shift))
                .orElseGet(() -> decideTakeOver(takeOver, shift, handover.get(), differences));
    }

    private static Money counted(Command.TakeOver takeOver, Cash sent) {
        return takeOver.counted().stream()
                .filter(cash -> cash.currency().equals(sent.currency()))
                .map(Cash::amount)
                .findFirst()
                .orElse(sent.currency().zero());
    }

    /// Every currency that was sent must be counted, and none that was not.
    private static Optional<Decision> unless(Command.TakeOver takeOver, List<Cash> sent) {
        var expected = sent.stream().map(Cash::currency).toList();
        var counted = takeOver.counted().stream().map(Cash::currency).toList();
        return expected.stream()
                .filter(currency -> !counted.contains(currency))
                .findFirst()
                .<Decision>map(currency ->
                        CashRules.refuse(Refusal.NOT_COUNTED, "till", takeOver.till(), "currency", currency))
                .or(() -> counted.stream()
                        .filter(currency -> !expected.contains(currency))
                        .findFirst()
                        .map(currency -> CashRules.refuse(Refusal.MIXED_CURRENCIES, "currency", currency.code())));
    }

    /// Two counts of the same cash are the same, or a third person says that it is so.
    private Optional<Decision> differing(List<Difference> differences, Shift shift) {
        boolean same = differences.stream()
                .allMatch(difference -> difference.overShort().isZero());
        if (same) {
            return Optional.empty();
        }
        return circumstances.approver().isEmpty()
                ? Optional.of(CashRules.refuse(Refusal.COUNTS_DIFFER))
                : approvals.approved(Matter.OVER_SHORT, overShorts(differences), Optional.of(shift));
    }

    private static List<Money> overShorts(List<Difference> differences) {
        return differences.stream().map(Difference::overShort).toList();
    }

    private Decision decideTakeOver(
            Command.TakeOver takeOver, Shift shift, Shift.Handover handover, List<Difference> differences) {
        var facts = new ArrayList<Fact>();
        facts.add(new TillReceived(shift.id(), circumstances.actor(), handover.sent(), takeOver.counted()));
        facts.addAll(Counting.overShort(takeOver.till(), Occasion.HANDOVER, differences, Optional.empty()));
        return new Decided(facts, Optional.of(shift.id()), shift.businessDate());
    }
}
