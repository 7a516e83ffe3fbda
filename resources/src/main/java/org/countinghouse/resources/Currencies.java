package org.countinghouse.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The currency table: one JSON file per currency, listed in `currency/currencies.txt`. Ours, because locale data
/// gives the riel two decimals. A file holds:
///
/// - `code` ISO 4217 · `name` · `digits` a person writes · `symbol` · `symbolPlace` `before` or `after`
/// - `cashRounding`: `step` in minor units, `direction` `nearest`, `up` or `down`, `tie` `half-up`, `half-down` or
///   `half-even`, `refundMirrorsSale`
/// - `denominations`, largest first: `minorUnits`, `kind` `note` or `coin`; optional `rare` (on the count pad, and
///   proposed only from stock), `activeFrom`, `activeTo` (ISO dates, the first and last business date it is taken)
/// - `sources`: where the figures come from, and what is custom rather than law
public final class Currencies {
    private Currencies() {}

    /// The ISO codes there are, in alphabetical order.
    public static List<String> codes() {
        try (InputStream list = Resource.open("currency/currencies.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the list of currencies cannot be read", broken);
        }
    }

    /// The file of one currency, UTF-8 JSON; open until the caller closes it.
    ///
    /// @throws IllegalArgumentException when the code is not one of [#codes()]
    public static InputStream open(String code) {
        if (!codes().contains(code)) {
            throw new IllegalArgumentException("no currency " + code + "; there are " + String.join(" ", codes()));
        }
        return Resource.open("currency/" + code + ".json");
    }
}
