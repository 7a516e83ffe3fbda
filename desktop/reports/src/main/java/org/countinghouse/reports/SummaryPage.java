package org.countinghouse.reports;

import java.util.Map;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;

/// The page an accountant prints: every figure is a formula on the sheets below and stands beside the ledger's own.
final class SummaryPage {
    private static final int FIRST_PANEL_LINE = 7;
    private static final int GAP_WIDTH = 3;
    private static final int SIGNATURE_LINES = 3;
    private static final double TITLE_LINES = 1.6;

    private final Binder binder;
    private final ShiftPapers papers;
    private final Page page;
    private final Panel cash;
    private final Panel trade;
    private final int right;

    SummaryPage(Binder binder) {
        this.binder = binder;
        this.papers = binder.papers();
        this.page = binder.page("summary");
        int gap = Panel.width(papers.currencies().size());
        this.right = gap + 1;
        this.cash = new Panel(binder, page, 0, FIRST_PANEL_LINE);
        this.trade = new Panel(binder, page, right, FIRST_PANEL_LINE);
        page.width(gap, GAP_WIDTH);
    }

    void write() {
        CashLines lines = CashLines.write(binder, cash);
        new TradeLines(binder, trade).write();
        cash.skip();
        cash.section(binder.text("workbook.check.title"));
        int firstControl = cash.line();
        controls(lines);
        masthead(firstControl, cash.line() - 1);
        int last = signatures();
        colour(last);
        page.sheet().setDisplayGridlines(false);
        page.sheet().getPrintSetup().setFitHeight((short) 1);
        binder.printArea(page, last, 2 * right - 1);
    }

    private void masthead(int firstControl, int lastControl) {
        var letterhead = papers.letterhead();
        page.words(
                1,
                0,
                binder.text("workbook.title", Map.of("shift", papers.shift(), "till", papers.till())),
                Look.TITLE);
        page.height(1, TITLE_LINES);
        told(2, 0, "workbook.summary.shop", new Value.Words(letterhead.shop()));
        told(
                3,
                0,
                "workbook.summary.employee",
                new Value.Words(letterhead.person(papers.opening().actor())));
        told(
                4,
                0,
                "workbook.summary.businessDate",
                new Value.Day(papers.opening().businessDate()));
        told(5, 0, "workbook.summary.z", new Value.Words(papers.z().isPresent() ? papers.zNumber() : "-"));
        told(
                2,
                right,
                "workbook.summary.opened",
                new Value.Moment(letterhead.local(papers.opening().recordedAt())));
        told(
                3,
                right,
                "workbook.summary.closed",
                new Value.Moment(letterhead.local(papers.close().recordedAt())));
        told(4, right, "workbook.about.head", new Value.Words(papers.head().shortHash()));
        told(
                5,
                right,
                "workbook.check.all",
                new Value.Verdict(binder.verdict(allOk(firstControl, lastControl)), Value.Side.LEFT));
        binder.name("Control", page, 5, 5, right + 1);
    }

    /// A label and, over three columns, what it says: a date that does not fit its column shows as a row of hashes.
    private void told(int line, int column, String label, Value value) {
        page.words(line, column, binder.text(label), Look.PLAIN);
        page.set(line, column + 1, value, Look.BOLD);
        page.sheet().addMergedRegion(new CellRangeAddress(line - 1, line - 1, column + 1, column + 3));
    }

    /// Every control says OK. One that shows an error does not.
    private String allOk(int first, int last) {
        String block = Page.at(first, 1) + ":" + Page.at(last, right - 2);
        return "COUNTIF(" + block + "," + binder.quoted("workbook.check.ok") + ")=COUNTA(" + block + ")";
    }

    private void controls(CashLines lines) {
        cash.controls(
                binder.text("workbook.check.ledger"),
                in -> cash.disagreements(in) + "+" + trade.disagreements(in) + "=0");
        cash.controls(
                binder.text("workbook.check.count"),
                in -> same(
                        in,
                        "SUMIFS(n_Sum,n_Currency," + Binder.quote(in.code()) + ")",
                        Criteria.of(in).kind(ShiftClosed.class).sum("d_Counted")));
        cash.controls(
                binder.text("workbook.check.cashBook"),
                in -> "AND("
                        + same(in, "CashBook_Expected_" + in.code(), cash.amount(lines.expected(), in)) + ","
                        + same(in, "CashBook_Counted_" + in.code(), cash.amount(lines.counted(), in)) + ","
                        + same(in, "CashBook_Left_" + in.code(), cash.amount(lines.left(), in)) + ")");
        cash.controls(binder.text("workbook.check.movements"), this::movements);
        cash.controls(
                binder.text("workbook.check.data"),
                in -> "AND("
                        + same(in, Criteria.of(in).amount(), "0") + ","
                        + same(
                                in,
                                Criteria.of(in).kind(ShiftClosed.class).sum("d_Expected"),
                                cash.amount(lines.expected(), in))
                        + ")");
    }

    /// The movements are all that moved the till and is neither sale nor float, and the refunds by other tenders.
    private String movements(Currency currency) {
        String till = papers.account().path();
        var all = Criteria.of(currency);
        return same(
                currency,
                "SUMIFS(m_Movement,m_Currency," + Binder.quote(currency.code()) + ")",
                "(" + all.account(till).amount()
                        + "-" + all.kind(SaleMade.class).account(till).amount()
                        + "-" + all.kind(ShiftOpened.class).account(till).amount()
                        + "-" + all.account(Account.REFUNDS.path()).amount()
                        + "-" + all.kind(RefundMade.class).account(till).amount() + ")");
    }

    private static String same(Currency currency, String one, String other) {
        return "ROUND(" + one + "-" + other + "," + currency.digits() + ")=0";
    }

    /// Two lines to sign on, below both panels.
    private int signatures() {
        int line = Math.max(cash.line(), trade.line()) + 1;
        sign(line, 0, "workbook.summary.signCashier");
        sign(line, right, "workbook.summary.signManager");
        page.height(line, SIGNATURE_LINES);
        return line;
    }

    private void sign(int line, int column, String label) {
        page.words(line, column, binder.text(label), Look.PLAIN);
        for (int i = column + 1; i < column + right - 1; i++) {
            page.words(line, i, "", Look.LINE);
        }
    }

    /// The word says it; the colour only helps to find it.
    private void colour(int last) {
        var formatting = page.sheet().getSheetConditionalFormatting();
        ConditionalFormattingRule bad = formatting.createConditionalFormattingRule(
                ComparisonOperator.EQUAL, binder.quoted("workbook.check.bad"));
        bad.createPatternFormatting().setFillBackgroundColor(IndexedColors.ROSE.getIndex());
        bad.createFontFormatting().setFontStyle(false, true);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(0, last - 1, 0, 2 * right - 1)}, bad);
    }
}
