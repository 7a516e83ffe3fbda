package org.countinghouse.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// A command as it came to a simulated Connector: `#name#argument#…#`.
record CashlogyCommand(String name, List<String> arguments) {
    /// Empty when it is none.
    static Optional<CashlogyCommand> of(String text) {
        String whole = text.strip();
        if (whole.length() < 3 || !whole.startsWith("#") || !whole.endsWith("#")) {
            return Optional.empty();
        }
        var fields = Arrays.asList(whole.substring(1, whole.length() - 1).split("#", -1));
        return Optional.of(new CashlogyCommand(fields.getFirst(), fields.subList(1, fields.size())));
    }

    String argument(int place) {
        return place < arguments.size() ? arguments.get(place) : "";
    }

    /// -1 when it is no amount.
    long amount(int place) {
        return argument(place).matches("[0-9]{1,12}") ? Long.parseLong(argument(place)) : -1;
    }

    /// The pieces of `coin:count,…;note:count,…`; empty when it is not that.
    Optional<Pieces> pieces(int place, String currency) {
        var pieces = new TreeMap<Denomination, Integer>();
        for (String pair : argument(place).split("[,;]")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (!pair.matches("[1-9][0-9]{0,8}:[0-9]{1,6}")) {
                return Optional.empty();
            }
            int colon = pair.indexOf(':');
            pieces.put(
                    new Denomination(currency, Long.parseLong(pair.substring(0, colon))),
                    Integer.parseInt(pair.substring(colon + 1)));
        }
        return Optional.of(Pieces.of(pieces));
    }

    /// `coin:count,…;note:count,…` of these kinds.
    static String written(Pieces pieces, Iterable<Denomination> kinds) {
        var coins = new StringBuilder();
        var notes = new StringBuilder();
        for (var kind : kinds) {
            var half = Works.isNote(kind) ? notes : coins;
            half.append(half.isEmpty() ? "" : ",")
                    .append(kind.minorUnits())
                    .append(':')
                    .append(pieces.count(kind));
        }
        return coins + (notes.isEmpty() ? "" : ";" + notes);
    }
}
