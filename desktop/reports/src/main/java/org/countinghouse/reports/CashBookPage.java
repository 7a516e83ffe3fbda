package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.OpeningFloat;

/// The till's cash, voucher by voucher with a running balance, one currency after the other. It is written from the
/// entries and not from the Data sheet, so that the two prove each other.
final class CashBookPage {
    private static final int BALANCE = 8;
    private static final int IN = 6;

    /// One line of the book.
    ///
    /// @param moved what came in (positive) or went out (negative); empty for what was brought forward
    /// @param balance what was brought forward; empty for a line that moves cash
    private record Voucher(
            Entry entry, String text, Currency currency, Optional<Money> moved, Optional<Money> balance) {
        boolean isOverShortAtTheClose() {
            return entry.fact() instanceof OverShortFound found && found.occasion() == OverShortFound.Occasion.CLOSING;
        }
    }

    private final Binder binder;
    private final ShiftPapers papers;

    CashBookPage(Binder binder) {
        this.binder = binder;
        this.papers = binder.papers();
    }

    void write() {
        var vouchers = papers.currencies().stream()
                .flatMap(currency -> vouchers(currency).stream())
                .toList();
        Table.Written written = table().write(binder, vouchers);
        int first = 2;
        int total = written.last() + 2;
        for (Currency currency : papers.currencies()) {
            var block = vouchers.stream()
                    .filter(voucher -> voucher.currency.equals(currency))
                    .toList();
            name(written.page(), block, first);
            total(written.page(), currency, total, first, first + block.size() - 1);
            first += block.size();
            total++;
        }
        binder.printArea(written.page(), total - 1, table().columns().size());
    }

    Table<Voucher> table() {
        var letterhead = papers.letterhead();
        return new Table<>(
                "cashBook",
                "c",
                List.of(
                        Column.text("currency", 10, row -> row.currency.code()),
                        Column.left("date", 12, row -> new Value.Day(row.entry.businessDate())),
                        Column.left("time", 20, row -> new Value.Moment(letterhead.local(row.entry.recordedAt()))),
                        Column.left("voucher", 12, row -> new Value.Number(row.entry.sequence())),
                        Column.text("description", 44, row -> row.text),
                        Column.text("employee", 18, row -> letterhead.person(row.entry.actor())),
                        Column.money("in", 15, row -> row.moved.filter(Money::isPositive)),
                        Column.money(
                                "out",
                                15,
                                row -> row.moved.filter(Money::isNegative).map(Money::negated)),
                        Column.figures("balance", 15, CashBookPage::balance)));
    }

    private static Value balance(Voucher row, int line) {
        return row.balance
                .<Value>map(Value.Amount::new)
                .orElseGet(() -> new Value.Sum(
                        Page.at(line - 1, BALANCE) + "+" + Page.at(line, IN) + "-" + Page.at(line, IN + 1),
                        row.currency));
    }

    private List<Voucher> vouchers(Currency currency) {
        var vouchers = new ArrayList<Voucher>();
        Money left = papers.floatOf(currency).map(OpeningFloat::left).orElse(currency.zero());
        vouchers.add(new Voucher(
                papers.opening(),
                binder.text("workbook.broughtForward"),
                currency,
                Optional.empty(),
                Optional.of(left)));
        for (Entry entry : papers.entries()) {
            Money moved = papers.moved(entry).getOrDefault(currency, currency.zero());
            if (!moved.isZero()) {
                vouchers.add(new Voucher(entry, text(entry), currency, Optional.of(moved), Optional.empty()));
            }
        }
        return vouchers;
    }

    private String text(Entry entry) {
        var words = new ArrayList<String>();
        words.add(
                entry.sequence() == papers.opening().sequence()
                        ? binder.text("workbook.fromSafe")
                        : Wording.kind(entry.fact(), papers.letterhead().texts()));
        words.add(Wording.reason(entry.fact()));
        words.add(Wording.note(entry.fact()));
        words.removeIf(String::isEmpty);
        return String.join(" · ", words);
    }

    /// The balance before the closing over/short is what was expected, the one after it what was counted, and the
    /// last what stays in the till.
    private void name(Page page, List<Voucher> block, int first) {
        String code = block.getFirst().currency.code();
        int last = first + block.size() - 1;
        int expected = first
                + (int) block.stream()
                        .filter(voucher -> papers.step(voucher.entry) != ShiftPapers.Step.CLOSING)
                        .count()
                - 1;
        boolean differed = block.stream().anyMatch(Voucher::isOverShortAtTheClose);
        binder.name("CashBook_Expected_" + code, page, expected, expected, BALANCE);
        binder.name(
                "CashBook_Counted_" + code,
                page,
                expected + (differed ? 1 : 0),
                expected + (differed ? 1 : 0),
                BALANCE);
        binder.name("CashBook_Left_" + code, page, last, last, BALANCE);
    }

    private void total(Page page, Currency currency, int line, int first, int last) {
        page.words(line, 0, currency.code(), Look.TOTAL);
        for (int column = 1; column < IN; column++) {
            page.words(line, column, column == IN - 1 ? binder.text("workbook.column.total") : "", Look.TOTAL);
        }
        for (int column = IN; column < BALANCE; column++) {
            page.set(
                    line,
                    column,
                    new Value.Sum("SUBTOTAL(9," + Page.range(first, last, column) + ")", currency),
                    Look.TOTAL);
        }
        page.set(line, BALANCE, new Value.Sum(Page.at(last, BALANCE), currency), Look.TOTAL);
    }
}
