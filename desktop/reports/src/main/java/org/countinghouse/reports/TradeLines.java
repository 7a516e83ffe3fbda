package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;

/// What was traded, on the Summary: sales and refunds by tender, apart; how often; and what each account moved by.
final class TradeLines {
    private final Binder binder;
    private final ShiftPapers papers;
    private final Figures figures;
    private final Panel panel;

    TradeLines(Binder binder, Panel panel) {
        this.binder = binder;
        this.papers = binder.papers();
        this.figures = papers.figures();
        this.panel = panel;
    }

    void write() {
        panel.section(binder.text("workbook.summary.tenders"));
        panel.headings();
        tenders(SaleMade.class, Line.TENDERED, "report.line.tendered", 1);
        int soldFor = panel.amounts(
                binder.text("report.line.sales"),
                Look.TOTAL,
                in -> "-" + Criteria.of(in).account(Account.SALES.path()).amount(),
                in -> figures.amount(Line.SALES, in));
        tenders(RefundMade.class, Line.REFUNDED, "report.line.refunded", -1);
        int refunded = panel.amounts(
                binder.text("report.line.refunds"),
                Look.TOTAL,
                in -> "-" + Criteria.of(in).account(Account.REFUNDS.path()).amount(),
                in -> figures.amount(Line.REFUNDS, in).negated());
        panel.amounts(
                binder.text("report.net"),
                Look.TOTAL,
                in -> panel.amount(soldFor, in) + "+" + panel.amount(refunded, in),
                in -> figures.amount(Line.SALES, in).minus(figures.amount(Line.REFUNDS, in)));
        for (Currency currency : papers.currencies()) {
            panel.nameAmount("TotalSales", soldFor, currency);
            panel.nameAmount("TotalRefunds", refunded, currency);
        }
        times();
        accounts();
    }

    private void tenders(Class<? extends Fact> kind, Line line, String label, int sign) {
        for (Tender tender : usedFor(line)) {
            panel.amounts(
                    binder.text(label, Map.of("tender", binder.text("till.tender." + tender.word()))),
                    Look.PLAIN,
                    in -> Criteria.of(in).kind(kind).tender(tender.word()).amount(),
                    in -> figures.amount(line, tender, in).times(sign));
        }
    }

    private List<Tender> usedFor(Line line) {
        return List.of(Tender.values()).stream()
                .filter(tender -> figures.tallies().stream()
                        .anyMatch(
                                tally -> tally.line() == line && tally.tender().equals(tender.word())))
                .toList();
    }

    private void times() {
        panel.skip();
        panel.section(binder.text("report.times"));
        panel.times(
                binder.text("report.line.sales"),
                in -> Criteria.of(in).account(Account.SALES.path()).count(),
                in -> figures.times(Line.SALES, in));
        panel.times(
                binder.text("report.line.refunds"),
                in -> Criteria.of(in).account(Account.REFUNDS.path()).count(),
                in -> figures.times(Line.REFUNDS, in));
        panel.timesOnce(
                binder.text("report.line.no-sale"),
                "COUNTIFS(d_Kind," + Binder.quote(Fact.kindOf(NoSale.class)) + ")",
                figures.times(Line.NO_SALE));
    }

    /// The double entry: into an account is positive, and all of them come to nothing.
    private void accounts() {
        panel.skip();
        panel.section(binder.text("workbook.summary.accounts"));
        var paths = new TreeSet<String>();
        papers.entries()
                .forEach(entry -> entry.fact()
                        .postings()
                        .forEach(posting -> paths.add(posting.account().path())));
        for (String path : paths) {
            panel.amounts(path, Look.PLAIN, in -> Criteria.of(in).account(path).amount(), in -> posted(path, in));
        }
        panel.amounts(
                binder.text("workbook.summary.balanced"),
                Look.TOTAL,
                in -> Criteria.of(in).amount(),
                Currency::zero);
    }

    private Money posted(String path, Currency currency) {
        return papers.entries().stream()
                .flatMap(entry -> entry.fact().postings().stream())
                .filter(posting -> posting.account().path().equals(path))
                .map(posting -> posting.amount())
                .filter(amount -> amount.currency().equals(currency))
                .reduce(currency.zero(), Money::plus);
    }
}
