package org.countinghouse.reports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;

/// What an accountant asks about: everything of the shift that is not a sale, with who did it and why.
final class MovementsPage {
    /// @param amount what the customer or the till got (positive) or gave (negative); empty for a no sale
    private record Movement(Entry entry, Optional<Money> amount, String tender) {}

    private final ShiftPapers papers;

    MovementsPage(ShiftPapers papers) {
        this.papers = papers;
    }

    void write(Binder binder) {
        table().write(binder, papers.entries().stream().flatMap(this::movement).toList());
    }

    Table<Movement> table() {
        var letterhead = papers.letterhead();
        return new Table<>(
                "movements",
                "m",
                List.of(
                        Column.left("voucher", 12, row -> new Value.Number(row.entry.sequence())),
                        Column.left("date", 12, row -> new Value.Day(row.entry.businessDate())),
                        Column.left("time", 20, row -> new Value.Moment(letterhead.local(row.entry.recordedAt()))),
                        Column.text("kind", 24, row -> Wording.kind(row.entry.fact(), letterhead.texts())),
                        Column.text("reason", 26, row -> Wording.reason(row.entry.fact())),
                        Column.text("note", 30, row -> Wording.note(row.entry.fact())),
                        Column.text("employee", 18, row -> letterhead.person(row.entry.actor())),
                        Column.text("approver", 18, row -> letterhead.approver(row.entry)),
                        Column.text("tender", 14, row -> row.tender),
                        Column.text(
                                "currency",
                                10,
                                row -> row.amount
                                        .map(amount -> amount.currency().code())
                                        .orElse("")),
                        Column.money("movement", 16, row -> row.amount)));
    }

    private Stream<Movement> movement(Entry entry) {
        return switch (entry.fact()) {
            case PaidIn paidIn -> cash(entry, paidIn.amount().amount());
            case PaidOut paidOut -> cash(entry, paidOut.amount().amount().negated());
            case SafeDropped drop -> cash(entry, drop.amount().amount().negated());
            case FloatLoaned loan -> cash(entry, loan.amount().amount());
            case OwedPaid paid -> cash(entry, paid.amount().amount().negated());
            case OverShortFound found -> cash(entry, found.difference());
            case TillHandedOver handed ->
                handed.counted().stream()
                        .flatMap(cash -> cash(entry, cash.amount().negated()));
            case TillReceived received -> received.sent().stream().flatMap(cash -> cash(entry, cash.amount()));
            case TransferSent _, TransferReceived _, CorrectionMade _ ->
                papers.moved(entry).values().stream().flatMap(moved -> cash(entry, moved));
            case LateRecorded late -> cash(entry, late.amount());
            case NoSale _ -> Stream.of(new Movement(entry, Optional.empty(), ""));
            case RefundMade refund -> Stream.of(refunded(entry, refund));
            default -> Stream.of();
        };
    }

    private Movement refunded(Entry entry, RefundMade refund) {
        return new Movement(
                entry,
                Optional.of(refund.amount().amount().negated()),
                papers.letterhead()
                        .texts()
                        .text("till.tender." + refund.tender().word()));
    }

    private static Stream<Movement> cash(Entry entry, Money amount) {
        return Stream.of(new Movement(entry, Optional.of(amount), ""));
    }
}
