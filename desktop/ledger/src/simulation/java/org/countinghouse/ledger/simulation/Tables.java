package org.countinghouse.ledger.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.Change.Figure;
import org.countinghouse.ledger.Change.Kept;
import org.countinghouse.ledger.Change.Stock;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillBook;
import org.countinghouse.ledger.till.TillId;

/// What a store keeps of each [Change], row by row: the books must come back from it as they were.
final class Tables {
    private final Map<List<Object>, Balance> balances = new HashMap<>();
    private final Map<List<Object>, Stock> stock = new HashMap<>();
    private final Map<List<Object>, Figure> figures = new HashMap<>();
    private final Map<ShiftId, Shift> shifts = new LinkedHashMap<>();
    private final Map<TillId, TillBook> tills = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<List<Object>, ExchangeRate> rates = new HashMap<>();
    private final Map<String, ItemSet> items = new TreeMap<>();
    private final Map<String, Transfer> bags = new HashMap<>();
    private final Map<UUID, OpenIntent> intents = new HashMap<>();
    private Optional<ShopSetUp> shop = Optional.empty();
    private Policy policy = Policy.STANDARD;

    void write(Entry entry, Change change) {
        change.balances()
                .forEach(row -> balances.put(List.of(row.account(), row.amount().currency()), row));
        change.stock().forEach(row -> stock.put(List.of(row.place(), row.denomination()), row));
        change.figures().forEach(this::write);
        change.shift().ifPresent(shift -> shifts.put(shift.id(), shift));
        change.till().ifPresent(till -> tills.put(till.till(), till));
        change.person().ifPresent(person -> people.put(person.employee(), person));
        shop = change.shop().or(() -> shop);
        change.kept().ifPresent(this::write);
        if (entry.fact() instanceof ZReported z) {
            z.shifts().forEach(shifts::remove);
            figures.values().removeIf(row -> Books.scopesEndedBy(z).contains(row.scope()));
        }
    }

    private void write(Kept kept) {
        switch (kept) {
            case Kept.Rate(var rate) -> rates.put(List.of(rate.one().currency(), rate.foreign()), rate);
            case Kept.Item(var newest) -> items.put(newest.item(), newest);
            case Kept.Allowed(var allowed) -> policy = allowed;
            case Kept.Bag(var number, var transfer) ->
                transfer.ifPresentOrElse(bag -> bags.put(number, bag), () -> bags.remove(number));
            case Kept.Intent(var id, var open) ->
                open.ifPresentOrElse(intent -> intents.put(id, intent), () -> intents.remove(id));
        }
    }

    private void write(Figure row) {
        var sum = row.sum();
        figures.put(List.of(row.scope(), sum.line(), sum.tender(), sum.currency()), row);
    }

    Books.Snapshot snapshot(long lastSequence) {
        return new Books.Snapshot(
                lastSequence,
                new ArrayList<>(balances.values()),
                stock.values().stream().filter(row -> row.pieces() != 0).toList(),
                new ArrayList<>(figures.values()),
                new ArrayList<>(shifts.values()),
                new ArrayList<>(tills.values()),
                new ArrayList<>(people.values()),
                shop,
                new ArrayList<>(rates.values()),
                new ArrayList<>(items.values()),
                new ArrayList<>(bags.values()),
                new ArrayList<>(intents.values()),
                policy);
    }
}
