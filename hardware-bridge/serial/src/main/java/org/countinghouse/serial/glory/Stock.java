package org.countinghouse.serial.glory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.MoneyProtocol.Slot;

/// What is inside, as an InventoryResponse tells it.
///
/// @param dispensable what can be paid out
/// @param inside all there is, wherever it lies; empty when it is not told
record Stock(List<FccCash.Line> dispensable, List<FccCash.Line> inside) {
    static final Stock UNKNOWN = new Stock(List.of(), List.of());

    Stock {
        dispensable = List.copyOf(dispensable);
        inside = List.copyOf(inside);
    }

    static Stock of(FccReply inventory, String usual) throws UnreadableXml {
        var dispensable = new ArrayList<FccCash.Line>();
        var inside = new ArrayList<FccCash.Line>();
        for (FccCash cash : FccCash.in(inventory.body(), usual)) {
            switch (cash.type()) {
                case FccCash.DISPENSABLE -> dispensable.addAll(cash.lines());
                case FccCash.INVENTORY -> inside.addAll(cash.lines());
                default -> {}
            }
        }
        return new Stock(dispensable, inside);
    }

    /// What cannot be paid out lies, to us, in the cashbox: cassettes, overflow, notes that were put
    /// aside.
    Holdings holdings() {
        var recycler = FccCash.sum(dispensable);
        var all = FccCash.sum(inside);
        return Holdings.of(Place.RECYCLER, recycler)
                .with(Place.CASHBOX, all.lacking(recycler).isNone() ? all.minus(recycler) : Pieces.NONE);
    }

    List<String> currencies() {
        return dispensable.stream()
                .map(each -> each.denomination().currency())
                .distinct()
                .sorted()
                .toList();
    }

    Pieces dispensableOf(String currency) {
        return FccCash.sum(dispensable.stream()
                .filter(each -> each.denomination().currency().equals(currency))
                .toList());
    }

    List<Slot> slots() {
        var slots = new TreeMap<Denomination, Slot>();
        inside.forEach(each -> slots.put(each.denomination(), new Slot(each.denomination(), each.isNote(), false)));
        dispensable.forEach(each -> slots.put(each.denomination(), new Slot(each.denomination(), each.isNote(), true)));
        return List.copyOf(slots.values());
    }

    List<Alarm> alarms() {
        var alarms = new ArrayList<Alarm>();
        dispensable.forEach(each -> {
            switch (each.fill()) {
                case EMPTY -> alarms.add(about(each, Alarm.Kind.EMPTY, "empty"));
                case NEAR_EMPTY -> alarms.add(about(each, Alarm.Kind.NEAR_EMPTY, "almost empty"));
                case NEAR_FULL -> alarms.add(about(each, Alarm.Kind.NEAR_FULL, "almost full"));
                case FULL -> alarms.add(about(each, Alarm.Kind.FULL, "full"));
                case MISSING -> alarms.add(about(each, Alarm.Kind.CASHBOX_REMOVED, "its place is missing"));
                case SOME, NOT_TOLD -> {}
            }
        });
        if (!inside.isEmpty()
                && !FccCash.sum(inside).lacking(FccCash.sum(dispensable)).isNone()) {
            alarms.add(Alarm.of(Alarm.Kind.DISCREPANCY, "it can pay out more than it says is inside"));
        }
        return alarms;
    }

    /// The pieces as the machine names them: which device they are in. What is not there is asked for
    /// all the same, and the machine answers; a denomination it does not know is left out.
    List<FccCash.Line> named(Pieces pieces) {
        var lines = new ArrayList<FccCash.Line>();
        pieces.counts().forEach((denomination, count) -> {
            var places = dispensable.stream()
                    .filter(each -> each.denomination().equals(denomination))
                    .toList();
            int left = count;
            for (int i = 0; i < places.size() && left > 0; i++) {
                int from = i == places.size() - 1
                        ? left
                        : Math.min(left, places.get(i).pieces());
                if (from > 0) {
                    lines.add(new FccCash.Line(
                            denomination,
                            places.get(i).revision(),
                            places.get(i).device(),
                            from,
                            FccCash.Fill.NOT_TOLD));
                }
                left -= from;
            }
        });
        return lines;
    }

    private static Alarm about(FccCash.Line line, Alarm.Kind kind, String words) {
        return Alarm.of(kind, line.denomination(), line.denomination() + ": " + words);
    }
}
