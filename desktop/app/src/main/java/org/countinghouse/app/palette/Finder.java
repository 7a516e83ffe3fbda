package org.countinghouse.app.palette;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Blind;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.search.Findable.Kind;
import org.countinghouse.store.search.Fold;
import org.countinghouse.store.search.SearchIndex;
import org.countinghouse.store.search.SearchIndex.Found;
import org.countinghouse.store.search.Wanted;
import org.countinghouse.store.search.Wording;

/// Looks for receipts, shifts and people. Waits for the disk: never call it on the screen thread.
public final class Finder {
    /// Where there is no index, as in training, so many of the newest entries are read through.
    private static final int SCANNED = 20_000;

    /// Among so many there are enough a blind person may see.
    private static final int BEHIND_THE_BLIND = 8;

    private final Desk desk;
    private final Shop shop;
    private final Function<Wanted, Found> search;
    private final Runnable follow;

    private Finder(Desk desk, Shop shop, Function<Wanted, Found> search, Runnable follow) {
        this.desk = desk;
        this.shop = shop;
        this.search = search;
        this.follow = follow;
    }

    /// @param index of the desk's entries; without one they are read through
    public static Finder of(Desk desk, Shop shop, Optional<SearchIndex> index) {
        return index.map(each -> new Finder(desk, shop, each::find, each::follow))
                .orElseGet(() -> scanning(desk, shop));
    }

    private static Finder scanning(Desk desk, Shop shop) {
        var wording = new ReceiptWording(shop, desk);
        return new Finder(desk, shop, wanted -> scan(desk, wording, wanted), () -> {});
    }

    private static Found scan(Desk desk, Wording wording, Wanted wanted) {
        long last = desk.ask(Books::lastSequence);
        var found = desk.entries(Math.max(wanted.after(), last - SCANNED), SCANNED).reversed().stream()
                .filter(entry ->
                        wanted.actor().filter(by -> !by.equals(entry.actor())).isEmpty())
                .filter(entry -> wording.of(entry)
                        .filter(each -> each.kind() == wanted.kind()
                                && Fold.of(each.words()).holds(wanted.terms()))
                        .isPresent())
                .map(Entry::sequence)
                .limit(wanted.limit())
                .toList();
        return new Found(found, true);
    }

    /// What was found.
    ///
    /// @param shifts the entries that opened them
    /// @param names of everybody who works or has worked here
    /// @param whole whether everything was looked through
    record Seen(
            List<Entry> receipts, List<Entry> shifts, List<Person> people, Map<String, String> names, boolean whole) {
        static Seen nothing() {
            return new Seen(List.of(), List.of(), List.of(), Map.of(), true);
        }
    }

    /// Takes in what was written since somebody looked for something last.
    void prepare() {
        follow.run();
    }

    /// @param terms folded
    Seen find(Scope scope, List<String> terms) {
        var people = desk.ask(Books::people);
        var receipts = receipts(scope, terms);
        var shifts = scope.shifts() ? search.apply(wanted(Kind.SHIFT, terms, Group.SHIFTS.most())) : nothing();
        return new Seen(
                visible(scope, entries(receipts)),
                entries(shifts),
                scope.people() ? matching(people, terms) : List.of(),
                people.stream().collect(Collectors.toMap(Person::employee, Person::name)),
                receipts.whole() && shifts.whole());
    }

    private Found receipts(Scope scope, List<String> terms) {
        int limit = Group.RECEIPTS.most() * (scope.blind() ? BEHIND_THE_BLIND : 1);
        return switch (scope.receipts()) {
            case Scope.Receipts.None() -> nothing();
            case Scope.Receipts.All() -> search.apply(wanted(Kind.RECEIPT, terms, limit));
            case Scope.Receipts.Own(long since) ->
                search.apply(new Wanted(Kind.RECEIPT, terms, scope.actor(), since, limit));
        };
    }

    private static Wanted wanted(Kind kind, List<String> terms, int limit) {
        return new Wanted(kind, terms, Optional.empty(), 0, limit);
    }

    private static Found nothing() {
        return new Found(List.of(), true);
    }

    private List<Entry> entries(Found found) {
        return found.sequences().stream()
                .flatMap(sequence -> desk.entries(sequence - 1, 1).stream())
                .toList();
    }

    private List<Entry> visible(Scope scope, List<Entry> receipts) {
        if (!scope.blind() || receipts.isEmpty()) {
            return receipts;
        }
        var unsealed = desk.ask(this::unsealed);
        return receipts.stream()
                .filter(entry -> entry.actor().equals(scope.me())
                        || entry.shift().filter(unsealed::contains).isEmpty())
                .limit(Group.RECEIPTS.most())
                .toList();
    }

    private Set<ShiftId> unsealed(Books books) {
        Stream<TillId> tills = books.shop().map(ShopSetUp::tills).orElse(List.of(shop.till())).stream();
        return tills.flatMap(till -> books.unreported(till).stream())
                .filter(shift -> Blind.hides(true, List.of(shift)))
                .map(Shift::id)
                .collect(Collectors.toSet());
    }

    private static List<Person> matching(List<Person> people, List<String> terms) {
        return people.stream()
                .filter(person ->
                        Fold.of(person.name() + "\n" + person.employee()).holds(terms))
                .limit(Group.PEOPLE.most())
                .toList();
    }
}
