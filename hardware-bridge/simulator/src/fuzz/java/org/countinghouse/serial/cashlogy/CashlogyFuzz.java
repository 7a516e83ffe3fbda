package org.countinghouse.serial.cashlogy;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Whatever a CashlogyConnector answers is read, or is an [IOException]; what is read can be added up.
public final class CashlogyFuzz {
    private static final String CURRENCY = "EUR";

    private CashlogyFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (CashlogyReader.fields(bytes, bytes.length) > bytes.length) {
            throw new AssertionError("more fields than bytes");
        }
        try {
            var reply = CashlogyReader.reply(bytes);
            for (int place = 0; place <= reply.values().size(); place++) {
                read(reply, place);
            }
        } catch (IOException _) {
            // Nonsense, and said to be so.
        }
    }

    private static void read(CashlogyReader.Reply reply, int place) {
        try {
            var counts = CashlogyReader.counts(reply, place);
            pieces(counts.coins()).plus(pieces(counts.notes())).total(CURRENCY);
        } catch (IOException _) {
            // Not counts.
        }
        try {
            if (CashlogyReader.amount(reply, place) < 0) {
                throw new AssertionError("a negative amount");
            }
        } catch (IOException _) {
            // No amount.
        }
    }

    private static Pieces pieces(SortedMap<Long, Integer> counts) {
        Map<Denomination, Integer> pieces = new TreeMap<>();
        counts.forEach((value, count) -> pieces.put(new Denomination(CURRENCY, value), count));
        return Pieces.of(pieces);
    }
}
