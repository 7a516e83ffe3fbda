package org.countinghouse.reports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.OpeningFloat;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;

/// The flat list a pivot table wants: one row for each posting, and for an event without postings one row (one per
/// currency where it tells cash). The codes in it are the ledger's own, in every language.
final class DataPage {
    /// A row of the list.
    ///
    /// @param amount what was posted
    /// @param counted cash a person counted
    /// @param expected what the ledger said must be there
    record Item(
            Entry entry,
            String account,
            String currency,
            Optional<Money> amount,
            Optional<Money> counted,
            Optional<Money> expected) {}

    private static final int PRINTED = 17;

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
        return new Table<>(
                "data",
                "d",
                PRINTED,
                Stream.of(happened(), moved(), origin()).flatMap(List::stream).toList());
    }

    private List<Column<Item>> happened() {
        var letterhead = papers.letterhead();
        return List.of(
                Column.left("sequence", 10, row -> new Value.Number(row.entry.sequence())),
                Column.left("businessDate", 12, row -> new Value.Day(row.entry.businessDate())),
                Column.left("time", 20, row -> new Value.Moment(letterhead.local(row.entry.recordedAt()))),
                Column.text("till", 8, _ -> papers.till().name()),
                Column.text("shift", 10, _ -> papers.shift().toString()),
                Column.text("kind", 18, row -> row.entry.fact().kind()),
                Column.text("step", 10, row -> code(papers.step(row.entry))),
                Column.text("employee", 12, row -> row.entry.actor()),
                Column.text("approver", 12, row -> row.entry.approver().orElse("")),
                Column.text("reason", 18, row -> Wording.reason(row.entry.fact())),
                Column.text("note", 24, row -> Wording.note(row.entry.fact())));
    }

    private List<Column<Item>> moved() {
        return List.of(
                Column.text("account", 22, row -> row.account),
                Column.text("tender", 13, this::tender),
                Column.text("currency", 10, row -> row.currency),
                Column.money("amount", 14, row -> row.amount),
                Column.money("expected", 14, row -> row.expected),
                Column.money("counted", 14, row -> row.counted));
    }

    /// What a machine asks for and a reader does not: it stands to the right of the paper.
    private List<Column<Item>> origin() {
        return List.of(
                Column.left(
                        "utc",
                        20,
                        row -> new Value.Moment(LocalDateTime.ofInstant(row.entry.recordedAt(), ZoneOffset.UTC))),
                Column.text("id", 38, row -> row.entry.id().toString()),
                Column.text("shop", 24, _ -> papers.letterhead().shop()),
                Column.text("station", 14, _ -> papers.head().station()));
    }

    private String tender(Item row) {
        if (!Wording.isPaid(row.entry.fact())) {
            return "";
        }
        if (row.account.equals(papers.account().path())) {
            return Tender.CASH.word();
        }
        TillId till = papers.till();
        return Stream.of(Tender.values())
                .filter(tender ->
                        tender != Tender.CASH && tender.account(till).path().equals(row.account))
                .findFirst()
                .map(Tender::word)
                .orElse("");
    }

    List<Item> rows() {
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
            case ShiftOpened opened -> opened.floats().stream().map(opening -> opened(entry, opening));
            case TillCounted counted -> counted.counted().stream().map(cash -> counted(entry, cash));
            case ShiftClosed closed -> closed.counts().stream().map(count -> closed(entry, count));
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
