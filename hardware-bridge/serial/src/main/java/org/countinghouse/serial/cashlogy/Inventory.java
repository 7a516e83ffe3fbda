package org.countinghouse.serial.cashlogy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.serial.cashlogy.CashlogyReader.Counts;
import org.countinghouse.serial.cashlogy.CashlogyReader.Reply;

/// Pieces as the Connector writes them, and in our words.
final class Inventory {
    /// In `#GI#`: what a piece can do; 2 and 3 can be paid out.
    private static final int PAYS = 2;

    private Inventory() {}

    /// The answer to `#Y2#`: recyclers, what cannot be paid out, stacker, safe.
    static Holdings holdings(Reply reply, String currency) throws IOException {
        var cashbox = Pieces.NONE;
        for (int place = 1; place < Math.min(4, reply.values().size()); place++) {
            cashbox = cashbox.plus(pieces(CashlogyReader.counts(reply, place), currency));
        }
        var recycler = pieces(CashlogyReader.counts(reply, 0), currency);
        return new Holdings(Map.of(Place.RECYCLER, recycler, Place.CASHBOX, cashbox));
    }

    static Pieces pieces(Counts counts, String currency) {
        var pieces = new TreeMap<Denomination, Integer>();
        for (var half : List.of(counts.coins(), counts.notes())) {
            half.forEach((value, count) -> pieces.merge(new Denomination(currency, value), count, Math::addExact));
        }
        return Pieces.of(pieces);
    }

    /// The answer to `#GI#`.
    static List<Slot> slots(Reply reply, String currency) throws IOException {
        var counts = CashlogyReader.counts(reply, 1);
        var slots = new ArrayList<Slot>();
        counts.coins().forEach((value, can) -> slots.add(slot(currency, value, false, can)));
        counts.notes().forEach((value, can) -> slots.add(slot(currency, value, true, can)));
        return slots;
    }

    /// `coin:count,coin:count;note:count`, as `#U2#` takes it.
    static String written(Pieces pieces, List<Slot> slots) {
        var notes = slots.stream().filter(Slot::note).map(Slot::denomination).collect(Collectors.toSet());
        var coinHalf = new TreeMap<Denomination, Integer>();
        var noteHalf = new TreeMap<Denomination, Integer>();
        pieces.counts().forEach((piece, count) -> (notes.contains(piece) ? noteHalf : coinHalf).put(piece, count));
        return half(coinHalf) + (noteHalf.isEmpty() ? "" : ";" + half(noteHalf));
    }

    private static String half(SortedMap<Denomination, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey().minorUnits() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private static Slot slot(String currency, long value, boolean note, int can) {
        return new Slot(new Denomination(currency, value), note, can >= PAYS);
    }
}
