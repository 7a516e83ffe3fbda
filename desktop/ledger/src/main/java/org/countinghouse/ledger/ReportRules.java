package org.countinghouse.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillBook;
import org.countinghouse.ledger.till.TillId;

/// When X and Z reports may be taken, and what a Z report holds.
final class ReportRules {
    private final Books books;
    private final Circumstances circumstances;

    ReportRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    /// A refusal while a bag from or to the shift's till is under way: both sides meet before the shift ends.
    Optional<Decision> unmetBag(Shift shift) {
        var till = Account.till(shift.id().till());
        return books.bags().stream()
                .filter(bag -> bag.touches(till))
                .findFirst()
                .map(bag -> CashRules.refuse(Refusal.BAG_NOT_MET, "bag", bag.bag()));
    }

    Decision takeX(TillId till) {
        var fact = new XReported(till, books.till(till).counters().xReports() + 1);
        return books.openShift(till)
                .map(shift -> CashRules.in(shift, fact))
                .orElseGet(() -> new Decided(List.of(fact), Optional.empty(), circumstances.today()));
    }

    Decision copyZ(TillId till, long number) {
        TillBook book = books.till(till);
        if (number < 1 || number > book.zNumber()) {
            return CashRules.refuse(Refusal.Z_NOT_FOUND, "till", till, "number", number);
        }
        var fact = new CopyPrinted(till, number, book.counters().copies() + 1);
        return books.openShift(till)
                .map(shift -> CashRules.in(shift, fact))
                .orElseGet(() -> new Decided(List.of(fact), Optional.empty(), circumstances.today()));
    }

    /// Outside any shift: a file makes no count stale.
    Decision exported(LedgerExported export) {
        if (export.from().isAfter(export.to())) {
            return CashRules.refuse(Refusal.NOT_A_PERIOD, "from", export.from(), "to", export.to());
        }
        if (export.after() < 0 || export.after() > export.upTo() || export.upTo() > books.lastSequence()) {
            return CashRules.refuse(Refusal.NOT_IN_LEDGER, "sequence", export.upTo(), "last", books.lastSequence());
        }
        return CashRules.outsideShift(export, circumstances);
    }

    Decision takeZ(TillId till) {
        return faultInPeriod(till, Optional.empty()).orElseGet(() -> {
            Shift last = books.unreported(till).getLast();
            return CashRules.in(last, z(till, last.closing(), List.of()));
        });
    }

    /// @param closing the shift that is being closed in the same transaction
    Optional<Decision> faultInPeriod(TillId till, Optional<ShiftId> closing) {
        var unreported = books.unreported(till);
        if (unreported.isEmpty()) {
            return Optional.of(CashRules.refuse(Refusal.NOTHING_TO_REPORT, "till", till.name()));
        }
        return unreported.stream()
                .filter(shift ->
                        !shift.isClosed() && closing.filter(shift.id()::equals).isEmpty())
                .findFirst()
                .map(open -> CashRules.refuse(Refusal.SHIFT_ALREADY_OPEN, "till", till, "shift", open.id()));
    }

    /// @param pending facts of the same transaction that the books do not hold yet
    ZReported z(TillId till, List<Counted> counts, List<Fact> pending) {
        var unreported = books.unreported(till);
        var figures = Figures.of(pending.stream()
                        .flatMap(fact -> fact.tallies().stream())
                        .toList())
                .plus(books.between(till));
        for (Shift shift : unreported) {
            figures = books.figures(shift.id()).plus(figures);
        }
        return new ZReported(
                till,
                books.till(till).zNumber() + 1,
                unreported.stream().map(Shift::id).toList(),
                unreported.stream().mapToLong(Shift::firstSequence).min().orElseThrow(),
                books.lastSequence() + pending.size(),
                figures.tallies(),
                counts,
                grandTotals(till, figures, counts),
                Optional.empty());
    }

    /// One for each currency that was counted or is in the figures.
    private List<GrandTotal> grandTotals(TillId till, Figures figures, List<Counted> counts) {
        var currencies = new LinkedHashSet<Currency>();
        counts.forEach(count -> currencies.add(count.currency()));
        figures.tallies().stream()
                .filter(tally -> GrandTotal.counts(tally.line()))
                .map(Tally::currency)
                .forEach(code -> books.currency(code).ifPresent(currencies::add));
        return currencies.stream()
                .map(currency -> books.grandTotal(till, currency))
                .toList();
    }
}
