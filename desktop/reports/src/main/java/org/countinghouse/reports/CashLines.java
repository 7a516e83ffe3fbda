package org.countinghouse.reports;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;

/// The till's cash on the Summary, from the opening float to what is left. What went out stands with a minus, so
/// that the lines add up as they stand.
///
/// @param expected the line of the expected cash
/// @param counted the line of the counted cash
/// @param dropped the line of what went to the safe at the close
/// @param left the line of what stays in the till
record CashLines(int expected, int counted, int dropped, int left) {
    private static final List<Class<? extends Fact>> OTHER_MOVES = List.of(
            TillHandedOver.class,
            TillReceived.class,
            OverShortFound.class,
            TransferSent.class,
            TransferReceived.class,
            OwedPaid.class,
            CorrectionMade.class);

    static CashLines write(Binder binder, Panel panel) {
        ShiftPapers papers = binder.papers();
        Figures figures = papers.figures();
        String till = papers.account().path();
        panel.section(binder.text("slip.cash"));
        panel.headings();
        int first = panel.amounts(
                binder.text("workbook.summary.openingFloat"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(ShiftOpened.class).sum("d_Counted"),
                in -> figures.amount(Line.OPENING_FLOAT, in));
        panel.amounts(
                binder.text("workbook.summary.cashSales"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(SaleMade.class).account(till).amount(),
                in -> figures.amount(Line.TENDERED, Tender.CASH, in));
        panel.amounts(
                binder.text("workbook.summary.cashRefunds"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(RefundMade.class).account(till).amount(),
                in -> figures.amount(Line.REFUNDED, Tender.CASH, in).negated());
        panel.amounts(
                binder.text("workbook.summary.paidIn"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(PaidIn.class).account(till).amount(),
                in -> figures.amount(Line.PAID_IN, in));
        panel.amounts(
                binder.text("workbook.summary.paidOut"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(PaidOut.class).account(till).amount(),
                in -> figures.amount(Line.PAID_OUT, in).negated());
        panel.amounts(
                binder.text("workbook.summary.floatLoans"),
                Look.PLAIN,
                in -> Criteria.of(in).kind(FloatLoaned.class).account(till).amount(),
                in -> figures.amount(Line.FLOAT_LOAN, in));
        panel.amounts(
                binder.text("workbook.summary.otherMoves"),
                Look.PLAIN,
                in -> otherMoves(in, till),
                in -> otherMoves(in, figures));
        int last = panel.amounts(
                binder.text("workbook.summary.safeDrops"),
                Look.PLAIN,
                in -> drops(in, till, ShiftPapers.Step.TRADING),
                in -> papers.closingDrop(in).minus(figures.amount(Line.SAFE_DROP, in)));
        return close(binder, panel, first, last);
    }

    /// What else moved the till's cash between opening and count: hand-overs, bags, corrections.
    private static String otherMoves(Currency currency, String till) {
        return OTHER_MOVES.stream()
                .map(kind -> Criteria.of(currency)
                        .kind(kind)
                        .account(till)
                        .step(ShiftPapers.Step.TRADING)
                        .amount())
                .collect(Collectors.joining("+"));
    }

    private static Money otherMoves(Currency currency, Figures figures) {
        return figures.amount(Line.RECEIVED, currency)
                .minus(figures.amount(Line.HANDED_OVER, currency))
                .plus(figures.amount(Line.HANDOVER_OVER_SHORT, currency))
                .plus(figures.amount(Line.TRANSFER_IN, currency))
                .minus(figures.amount(Line.TRANSFER_OUT, currency))
                .minus(figures.amount(Line.OWED_PAID, currency))
                .plus(figures.amount(Line.CORRECTED, currency));
    }

    private static String drops(Currency currency, String till, ShiftPapers.Step step) {
        return Criteria.of(currency)
                .kind(SafeDropped.class)
                .account(till)
                .step(step)
                .amount();
    }

    private static CashLines close(Binder binder, Panel panel, int first, int last) {
        ShiftPapers papers = binder.papers();
        Function<Currency, Money> countedCash =
                in -> papers.countOf(in).map(count -> count.counted().amount()).orElse(in.zero());
        int expected = panel.amounts(
                binder.text("workbook.summary.expected"),
                Look.TOTAL,
                in -> "SUM(" + panel.amount(first, in) + ":" + panel.amount(last, in) + ")",
                in -> papers.countOf(in).map(Counted::expected).orElse(in.zero()));
        int counted = panel.amounts(
                binder.text("workbook.summary.counted"),
                Look.BOLD,
                in -> "SUMIFS(n_Sum,n_Currency," + Binder.quote(in.code()) + ")",
                countedCash);
        int overShort = panel.amounts(
                binder.text("workbook.summary.overShort"),
                Look.TOTAL,
                in -> panel.amount(counted, in) + "-" + panel.amount(expected, in),
                in -> papers.countOf(in).map(Counted::overShort).orElse(in.zero()));
        panel.verdicts(binder.text("workbook.summary.word"), in -> word(binder, panel.amount(overShort, in)));
        int dropped = panel.amounts(
                binder.text("workbook.summary.closingDrop"),
                Look.PLAIN,
                in -> drops(in, papers.account().path(), ShiftPapers.Step.CLOSING),
                in -> papers.closingDrop(in).negated());
        int left = panel.amounts(
                binder.text("workbook.summary.left"),
                Look.TOTAL,
                in -> panel.amount(counted, in) + "+" + panel.amount(dropped, in),
                in -> countedCash.apply(in).minus(papers.closingDrop(in)));
        for (Currency currency : papers.currencies()) {
            panel.nameAmount("Expected", expected, currency);
            panel.nameAmount("Counted", counted, currency);
            panel.nameAmount("Variance", overShort, currency);
            panel.nameAmount("Left", left, currency);
        }
        return new CashLines(expected, counted, dropped, left);
    }

    private static String word(Binder binder, String overShort) {
        return "IF(" + overShort + "<0," + binder.quoted("workbook.summary.short") + ",IF(" + overShort + ">0,"
                + binder.quoted("workbook.summary.over") + "," + binder.quoted("workbook.summary.exact") + "))";
    }
}
