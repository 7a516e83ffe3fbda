package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillId;

/// When an entry may be corrected, and what belongs to a closed day written down late.
final class CorrectionRules {
    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;

    CorrectionRules(Books books, Circumstances circumstances, Approvals approvals) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
    }

    Decision correct(Command.Correct correct) {
        UUID id = correct.wrong();
        Optional<Entry> found = circumstances.history().find(id);
        if (found.isEmpty()) {
            return CashRules.refuse(Refusal.ENTRY_NOT_FOUND, "id", id.toString());
        }
        Entry wrong = found.get();
        String sequence = Long.toString(wrong.sequence());
        if (wrong.fact() instanceof CorrectionMade || wrong.fact() instanceof LateRecorded) {
            return CashRules.refuse(Refusal.CORRECTION_OF_CORRECTION, "sequence", sequence);
        }
        Optional<Money> value = value(wrong.fact());
        if (value.isEmpty()) {
            return CashRules.refuse(
                    Refusal.NOT_CORRECTABLE, "kind", wrong.fact().kind());
        }
        if (circumstances.history().isCorrected(id)) {
            return CashRules.refuse(Refusal.ALREADY_CORRECTED, "sequence", sequence);
        }
        if (wrong.fact() instanceof SaleMade && circumstances.history().refunded(id) > 0) {
            return CashRules.refuse(Refusal.ALREADY_REFUNDED, "sale", id.toString());
        }
        return approvals
                .reason(Matter.CORRECTION, correct.reason(), correct.note())
                .or(() -> approvals.amount(Matter.CORRECTION, value.get()))
                .orElseGet(() -> decide(correct, wrong, value.get()));
    }

    /// What an entry came to; empty for what is not corrected but counted, closed or said anew.
    private static Optional<Money> value(Fact fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case SaleMade sale -> sale.total();
                    case RefundMade refund -> refund.value();
                    case PaidIn in -> in.amount().amount();
                    case PaidOut out -> out.amount().amount();
                    case SafeDropped drop -> drop.amount().amount();
                    case FloatLoaned loan -> loan.amount().amount();
                    case BankDeposited deposit -> deposit.amount().amount();
                    case ChangeReceived change -> change.amount().amount();
                    case MachineMoved moved -> moved.amount().amount();
                    case OwedPaid paid -> paid.amount().amount();
                    default -> null;
                });
    }

    private Decision decide(Command.Correct correct, Entry wrong, Money value) {
        TillId till = wrong.fact().till().orElse(correct.till());
        Optional<Shift> open = wrong.shift().flatMap(books::find).filter(Shift::hasTill);
        if (open.isPresent()) {
            Optional<Decision> stopped = CashRules.unlessTrading(open.get());
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        boolean late = wrong.shift().isPresent() && open.isEmpty();
        var fact = new CorrectionMade(
                till,
                books.till(till).counters().corrections() + 1,
                correct.wrong(),
                wrong.sequence(),
                wrong.fact().kind(),
                wrong.businessDate(),
                late,
                reversed(wrong.fact(), till, late),
                late ? List.of() : returned(wrong.fact()),
                lines(wrong.fact(), till, late, value),
                correct.reason(),
                correct.note());
        return open.or(() -> books.openShift(till))
                .filter(_ -> wrong.shift().isPresent())
                .map(shift -> CashRules.in(shift, fact))
                .orElseGet(() -> CashRules.outsideShift(fact, circumstances));
    }

    /// A closed shift's till was counted with the mistake: what it moved lies in the over or short since.
    private static List<Posting> reversed(Fact wrong, TillId till, boolean late) {
        return wrong.postings().stream()
                .map(posting -> new Posting(
                        late && posting.account().equals(Account.till(till))
                                ? Account.overShort(till)
                                : posting.account(),
                        posting.amount().negated()))
                .toList();
    }

    private static List<PieceMove> returned(Fact wrong) {
        return wrong.pieces().stream()
                .map(move -> new PieceMove(move.place(), move.pieces().negated()))
                .toList();
    }

    private static List<Tally> lines(Fact wrong, TillId till, boolean late, Money value) {
        var lines = new ArrayList<Tally>();
        if (late) {
            lines.add(Tally.of(Line.LATE_CORRECTIONS, value));
        } else {
            wrong.postings().stream()
                    .filter(posting -> posting.account().equals(Account.till(till)))
                    .forEach(posting ->
                            lines.add(Tally.of(Line.CORRECTED, posting.amount().negated())));
        }
        MachineStepped.owed(till, reversed(wrong, till, late)).forEach(lines::add);
        switch (wrong) {
            case SaleMade sale -> lines.add(Tally.of(Line.VOIDS, sale.total()));
            case RefundMade refund -> lines.add(Tally.of(Line.VOIDED_REFUNDS, refund.value()));
            default -> {}
        }
        return lines;
    }

    Decision late(Command.RecordLate late) {
        if (!late.amount().isPositive()) {
            return CashRules.refuse(
                    Refusal.NOT_POSITIVE, "amount", late.amount().toString());
        }
        boolean open = books.unreported(late.till()).stream()
                .anyMatch(shift -> !shift.isClosed() && shift.businessDate().equals(late.date()));
        if (open || !late.date().isBefore(circumstances.today())) {
            return CashRules.refuse(Refusal.NOT_LATE, "date", late.date().toString());
        }
        return approvals
                .reason(Matter.CORRECTION, late.reason(), late.note())
                .or(() -> approvals.amount(Matter.CORRECTION, late.amount()))
                .orElseGet(() -> record(late));
    }

    private Decision record(Command.RecordLate late) {
        var fact = new LateRecorded(
                late.till(),
                books.till(late.till()).counters().corrections() + 1,
                late.date(),
                late.what(),
                late.amount(),
                late.tender(),
                late.reason(),
                late.note());
        return books.openShift(late.till())
                .map(shift -> CashRules.in(shift, fact))
                .orElseGet(() -> CashRules.outsideShift(fact, circumstances));
    }
}
