package org.countinghouse.javapos;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.MoneyProtocol.Slot;

/// What a machine knows, as JavaPOS writes it: minor units in 32 bits. What does not fit in them is left out.
record CashLists(List<Slot> slots, String currency) {
    CashLists {
        slots = slots.stream()
                .filter(slot -> slot.denomination().minorUnits() <= Integer.MAX_VALUE)
                .toList();
    }

    String currencies() {
        return slots.stream()
                .map(slot -> slot.denomination().currency())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /// All that can be taken: `1,2,5;500,1000`.
    String taken() {
        return values(_ -> true);
    }

    /// All that can be paid out.
    String paid() {
        return values(Slot::pays);
    }

    private String values(Predicate<Slot> which) {
        return side(which.and(slot -> !slot.note())) + ";" + side(which.and(Slot::note));
    }

    private String side(Predicate<Slot> which) {
        return slots.stream()
                .filter(which)
                .map(Slot::denomination)
                .filter(each -> each.currency().equals(currency))
                .sorted()
                .map(each -> Long.toString(each.minorUnits()))
                .collect(Collectors.joining(","));
    }

    /// Counts of everything the machine knows, also where there is none.
    String counts(Pieces pieces) {
        var coins = new TreeMap<Integer, Integer>();
        var notes = new TreeMap<Integer, Integer>();
        for (Slot slot : slots) {
            Denomination each = slot.denomination();
            if (each.currency().equals(currency)) {
                (slot.note() ? notes : coins).put(Math.toIntExact(each.minorUnits()), pieces.count(each));
            }
        }
        return new CashCounts(coins, notes).text();
    }
}
