package org.countinghouse.app.backoffice;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.LedgerExported;

/// What was exported, and what was recorded since that belongs to it. Waits for the disk: never call it on the screen
/// thread.
public final class ExportHistory {
    private final Desk desk;
    private final LedgerPages pages;

    public ExportHistory(Desk desk, ZoneId zone) {
        this.desk = desk;
        this.pages = new LedgerPages(desk, zone);
    }

    /// An export.
    ///
    /// @param since the entries of its period that came later, in order
    /// @param covered whether a later export of the same period in the same form holds what came since
    record Export(Entry entry, LedgerExported fact, List<Long> since, boolean covered) {
        AccountsScope scope() {
            return new AccountsScope(
                    new Period(fact.from(), fact.to()),
                    fact.shift(),
                    Optional.empty(),
                    fact.shift().isPresent());
        }
    }

    /// @param exports the newest first
    /// @param names of everybody who works or has worked here
    /// @param upTo the ledger's last entry then
    /// @param whole whether everything was read
    record Seen(List<Export> exports, Map<String, String> names, long upTo, boolean whole) {}

    /// @param goOn told how much of a hundred is read; false stops
    Seen read(LongPredicate goOn) {
        var exports = new ArrayList<Entry>();
        var moved = new ArrayList<Entry>();
        long upTo = desk.ask(Books::lastSequence);
        boolean whole = pages.readBack(page -> {
            for (Entry entry : page.entries()) {
                if (entry.fact() instanceof LedgerExported) {
                    exports.add(entry);
                } else if (!entry.fact().postings().isEmpty()) {
                    moved.add(entry);
                }
            }
            return goOn.test(page.done());
        });
        var names =
                desk.ask(books -> books.people().stream().collect(Collectors.toMap(Person::employee, Person::name)));
        return new Seen(told(exports, moved), names, upTo, whole);
    }

    private static List<Export> told(List<Entry> exports, List<Entry> moved) {
        record Key(String form, AccountsScope scope) {}
        var newest = new HashMap<Key, Entry>();
        var told = new ArrayList<Export>();
        for (Entry entry : exports) {
            if (entry.fact() instanceof LedgerExported fact) {
                var export = new Export(entry, fact, List.of(), false);
                boolean covered = newest.putIfAbsent(new Key(fact.form(), export.scope()), entry) != null;
                told.add(new Export(entry, fact, covered ? List.of() : since(export, moved), covered));
            }
        }
        return told;
    }

    private static List<Long> since(Export export, List<Entry> moved) {
        var scope = export.scope();
        return moved.stream()
                .takeWhile(entry -> entry.sequence() > export.fact().upTo())
                .filter(scope::holds)
                .map(Entry::sequence)
                .sorted()
                .toList();
    }

    /// The entries themselves.
    List<Entry> entries(List<Long> sequences) {
        return sequences.stream()
                .flatMap(sequence -> desk.entries(sequence - 1, 1).stream())
                .toList();
    }
}
