package org.countinghouse.reports.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.LedgerHead;
import org.countinghouse.reports.Listing;
import org.countinghouse.reports.Listing.Cell;
import org.countinghouse.reports.Listing.Heading;
import org.countinghouse.reports.ListingWorkbook;
import org.countinghouse.resources.Texts;

/// The workbook of a period: the totals with their check, the accounts, and every line of the journal. The totals and
/// the
/// accounts are live formulas on the journal.
public final class JournalWorkbook {
    private static final String LINES = "'%s'!$%s$2:$%s$%d";

    private final Journal journal;
    private final String shop;
    private final String period;
    private final LedgerHead head;
    private final Instant asOf;
    private final Texts texts;
    private final List<List<Cell>> lines;

    /// @param period in words
    /// @param asOf when the ledger's head was recorded
    public JournalWorkbook(Journal journal, String shop, String period, LedgerHead head, Instant asOf, Texts texts) {
        this.journal = journal;
        this.shop = shop;
        this.period = period;
        this.head = head;
        this.asOf = asOf;
        this.texts = texts;
        this.lines = journal.bookings().stream()
                .flatMap(booking -> booking.lines().stream().map(line -> row(booking, line)))
                .toList();
    }

    public ListingWorkbook workbook() {
        return new ListingWorkbook(
                List.of(totals(), accounts(), new Listing(sheet(), headings(), lines), about()),
                shop,
                asOf,
                Map.of("LedgerHead", head.mark(), "Period", period));
    }

    private String text(String key) {
        return texts.text("backoffice.accounts." + key);
    }

    private String sheet() {
        return text("sheet.journal");
    }

    private List<Heading> headings() {
        return List.of(
                new Heading(text("date"), 12, false),
                new Heading(text("entry"), 12, false),
                new Heading(text("shift"), 10, false),
                new Heading(text("text"), 48, false),
                new Heading(text("code"), 12, false),
                new Heading(text("account"), 32, false),
                new Heading(text("currency"), 10, false),
                new Heading(text("debit"), 16, true),
                new Heading(text("credit"), 16, true));
    }

    private static List<Cell> row(Booking booking, Booking.Line line) {
        Cell amount =
                new Cell.Amount(line.isDebit() ? line.amount() : line.amount().negated());
        Cell none = Cell.words("");
        return List.of(
                Cell.words(booking.date().toString()),
                Cell.words(booking.reference()),
                Cell.words(booking.shift().map(ShiftId::toString).orElse("")),
                Cell.words(booking.text()),
                Cell.words(line.account().code()),
                Cell.words(line.account().name()),
                Cell.words(line.amount().currency().code()),
                line.isDebit() ? amount : none,
                line.isDebit() ? none : amount);
    }

    private String column(String letter) {
        return LINES.formatted(sheet().replace("'", "''"), letter, letter, Math.max(2, lines.size() + 1));
    }

    private Listing totals() {
        var rows = new ArrayList<List<Cell>>();
        for (Journal.Total total : journal.totals()) {
            int line = rows.size() + 2;
            Currency currency = total.debit().currency();
            String ok = text("balanced");
            rows.add(List.of(
                    Cell.words(currency.code()),
                    sum("H", "A" + line, Optional.empty(), total.debit()),
                    sum("I", "A" + line, Optional.empty(), total.credit()),
                    new Cell.Verdict(
                            "IF(B" + line + "=C" + line + "," + quoted(ok) + "," + quoted(text("unbalanced")) + ")",
                            total.isBalanced() ? ok : text("unbalanced"))));
        }
        return new Listing(
                text("sheet.totals"),
                List.of(
                        new Heading(text("currency"), 10, false),
                        new Heading(text("debit"), 18, true),
                        new Heading(text("credit"), 18, true),
                        new Heading(text("check"), 40, false)),
                rows);
    }

    private Listing accounts() {
        var rows = new ArrayList<List<Cell>>();
        for (Journal.Balance balance : journal.balances()) {
            int line = rows.size() + 2;
            var named = Optional.of(new Named("A" + line, "B" + line));
            rows.add(List.of(
                    Cell.words(balance.account().code()),
                    Cell.words(balance.account().name()),
                    Cell.words(balance.debit().currency().code()),
                    sum("H", "C" + line, named, balance.debit()),
                    sum("I", "C" + line, named, balance.credit()),
                    new Cell.Sum("D" + line + "-E" + line, balance.net())));
        }
        return new Listing(
                text("sheet.accounts"),
                List.of(
                        new Heading(text("code"), 12, false),
                        new Heading(text("account"), 32, false),
                        new Heading(text("currency"), 10, false),
                        new Heading(text("debit"), 18, true),
                        new Heading(text("credit"), 18, true),
                        new Heading(text("net"), 18, true)),
                rows);
    }

    private record Named(String code, String name) {}

    private Cell sum(String letter, String currency, Optional<Named> named, Money result) {
        String of = named.map(each -> "," + column("E") + "," + each.code() + "," + column("F") + "," + each.name())
                .orElse("");
        return new Cell.Sum("SUMIFS(" + column(letter) + "," + column("G") + "," + currency + of + ")", result);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private Listing about() {
        return new Listing(
                text("sheet.about"),
                List.of(new Heading(text("about.what"), 28, false), new Heading(text("about.value"), 80, false)),
                List.of(
                        List.of(Cell.words(text("about.shop")), Cell.words(shop)),
                        List.of(Cell.words(text("about.period")), Cell.words(period)),
                        List.of(Cell.words(text("about.head")), Cell.words(head.mark())),
                        List.of(Cell.words(text("about.asOf")), Cell.words(asOf.toString())),
                        List.of(Cell.words(text("about.sign")), Cell.words(text("about.sign.meaning")))));
    }
}
