package org.countinghouse.reports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.OpeningFloat;
import org.countinghouse.ledger.till.Tender;

/// The flat list a pivot table wants: one row for each posting, and for an event without postings one row (one per
/// currency where it tells cash). The codes in it are the ledger's own, in every language.
final class DataPage {
    /// @param entry the entry it is of
    private record Item(
            Entry entry,
            String account,
            String currency,
            Optional<Money> amount,
            Optional<Money> counted,
            Optional<Money> expected) {}

    private final ShiftPapers papers;

    DataPage(ShiftPapers papers) {
        this.papers = papers;
    }

    static String code(ShiftPapers.Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    void write(Binder binder) {
        table().write(binder, rows());
    }

    Table<Item> table() {
        var head = papers.head();
        return new Table<>(
                "data",
                "d",
                List.of(
                        Column.figures("sequence", 10, (row, _) -> new Value.Whole(row.entry.sequence())),
                        Column.words(
                                "id",
                                38,
                                (row, _) -> new Value.Words(row.entry.id().toString())),
                        Column.words("businessDate", 12, (row, _) -> new Value.Day(row.entry.businessDate())),
                        Column.words(
                                "time",
                                20,
                                (row, _) -> new Value.Moment(papers.letterhead().local(row.entry.recordedAt()))),
                        Column.words(
                                "utc",
                                20,
                                (row, _) -> new Value.Moment(
                                        LocalDateTime.ofInstant(row.entry.recordedAt(), ZoneOffset.UTC))),
                        Column.words(
                                "shop",
                                20,
                                (_, _) -> Value.words(papers.letterhead().shop())),
                        Column.words("station", 12, (_, _) -> Value.words(head.station())),
                        Column.words(
                                "till", 8, (_, _) -> Value.words(papers.till().name())),
                        Column.words(
                                "shift",
                                10,
                                (_, _) -> Value.words(papers.shift().toString())),
                        Column.words(
                                "kind",
                                18,
                                (row, _) -> Value.words(row.entry.fact().kind())),
                        Column.words("step", 10, (row, _) -> Value.words(code(papers.step(row.entry)))),
                        Column.words("employee", 12, (row, _) -> Value.words(row.entry.actor())),
                        Column.words(
                                "approver",
                                12,
                                (row, _) -> Value.words(row.entry.approver().orElse(""))),
                        Column.words("account", 22, (row, _) -> Value.words(row.account)),
                        Column.words("tender", 13, (row, _) -> Value.words(tender(row))),
                        Column.words("currency", 10, (row, _) -> Value.words(row.currency)),
                        Column.figures("amount", 14, (row, _) -> money(row.amount)),
                        Column.figures("expected", 14, (row, _) -> money(row.expected)),
                        Column.figures("counted", 14, (row, _) -> money(row.counted)),
                        Column.words("reason", 20, (row, _) -> Value.words(Wording.reason(row.entry.fact()))),
                        Column.words("note", 26, (row, _) -> Value.words(Wording.note(row.entry.fact())))));
    }

    private static Value money(Optional<Money> money) {
        return money.<Value>map(Value.Amount::new).orElseGet(Value.Nothing::new);
    }

    private String tender(Item row) {
        boolean paid = Wording.isPaid(row.entry.fact());
        if (paid && row.account.equals(papers.account().path())) {
            return Tender.CASH.word();
        }
        return paid && row.account.startsWith("tender/") ? row.account.substring("tender/".length()) : "";
    }

    private List<Item> rows() {
        return papers.entries().stream().flatMap(this::rows).toList();
    }

    private Stream<Item> rows(Entry entry) {
        var told = told(entry).toList();
        var posted = entry.fact().postings().stream()
                .map(posting -> posted(entry, posting))
                .toList();
        return told.isEmpty() && posted.isEmpty()
                ? Stream.of(new Item(entry, "", "", Optional.empty(), Optional.empty(), Optional.empty()))
                : Stream.concat(told.stream(), posted.stream());
    }

    private static Item posted(Entry entry, Posting posting) {
        // What the count was held against stands with the shift's close; here it would count twice.
        return new Item(
                entry,
                posting.account().path(),
                posting.amount().currency().code(),
                Optional.of(posting.amount()),
                Optional.empty(),
                Optional.empty());
    }

    /// Cash that an entry tells and does not move.
    private Stream<Item> told(Entry entry) {
        return switch (entry.fact()) {
            case org.countinghouse.ledger.shift.ShiftOpened opened ->
                opened.floats().stream().map(opening -> opened(entry, opening));
            case org.countinghouse.ledger.count.TillCounted counted ->
                counted.counted().stream().map(cash -> counted(entry, cash));
            case org.countinghouse.ledger.shift.ShiftClosed closed ->
                closed.counts().stream().map(count -> closed(entry, count));
            default -> Stream.of();
        };
    }

    private Item opened(Entry entry, OpeningFloat opening) {
        return told(entry, opening.counted().amount(), Optional.of(opening.proposed()));
    }

    private Item counted(Entry entry, Cash cash) {
        return told(entry, cash.amount(), Optional.empty());
    }

    private Item closed(Entry entry, Counted count) {
        return told(entry, count.counted().amount(), Optional.of(count.expected()));
    }

    private Item told(Entry entry, Money counted, Optional<Money> expected) {
        Account till = papers.account();
        return new Item(
                entry, till.path(), counted.currency().code(), Optional.empty(), Optional.of(counted), expected);
    }
}
