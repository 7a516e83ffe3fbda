package org.countinghouse.app.shell;

import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Pieces;

/// Notes and coins between the ledger's words and a device's.
public final class MachinePieces {
    private MachinePieces() {}

    /// The device's pieces of this currency; empty when there is one the ledger does not know.
    public static Optional<Pieces> known(Currency currency, org.countinghouse.device.Pieces pieces) {
        var counts = new TreeMap<Long, Long>();
        pieces.counts().forEach((denomination, count) -> {
            if (denomination.currency().equals(currency.code())) {
                counts.put(denomination.minorUnits(), (long) count);
            }
        });
        boolean known = counts.keySet().stream()
                .allMatch(each -> currency.denomination(each).isPresent());
        return known ? Optional.of(Pieces.of(currency, counts)) : Optional.empty();
    }

    /// @param pieces something a hand can hold
    public static org.countinghouse.device.Pieces ofDevice(Pieces pieces) {
        var counts = new HashMap<Denomination, Integer>();
        pieces.counts()
                .forEach((worth, count) ->
                        counts.put(new Denomination(pieces.currency().code(), worth), Math.toIntExact(count)));
        return org.countinghouse.device.Pieces.of(counts);
    }

    public static Cash ofDevice(org.countinghouse.ledger.money.Cash cash) {
        String code = cash.currency().code();
        return cash.pieces()
                .map(pieces -> Cash.of(code, ofDevice(pieces)))
                .orElseGet(() -> Cash.amount(code, cash.amount().minorUnits()));
    }
}
