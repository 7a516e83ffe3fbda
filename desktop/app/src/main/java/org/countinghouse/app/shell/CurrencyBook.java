package org.countinghouse.app.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.resources.Currencies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The currencies of the house, read from `resources/currency`. Immutable.
public final class CurrencyBook implements Function<String, Currency> {
    private final Map<String, Currency> byCode;

    private CurrencyBook(Map<String, Currency> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    public static CurrencyBook load() {
        var json = new JsonMapper();
        return new CurrencyBook(Currencies.codes().stream()
                .map(code -> read(json, code))
                .collect(Collectors.toMap(Currency::code, Function.identity())));
    }

    private static Currency read(JsonMapper json, String code) {
        try (var in = Currencies.open(code)) {
            JsonNode node = json.readTree(in);
            return new Currency(
                    node.required("code").stringValue(),
                    node.required("digits").intValue(),
                    node.required("denominations")
                            .valueStream()
                            .map(CurrencyBook::denomination)
                            .toList(),
                    rounding(node.required("cashRounding")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the currency " + code, e);
        }
    }

    private static Denomination denomination(JsonNode node) {
        return new Denomination(
                node.required("minorUnits").longValue(),
                Denomination.Kind.valueOf(constant(node, "kind")),
                node.path("rare").asBoolean(false),
                node.has("activeFrom") ? LocalDate.parse(node.get("activeFrom").stringValue()) : LocalDate.MIN,
                node.has("activeTo") ? LocalDate.parse(node.get("activeTo").stringValue()) : LocalDate.MAX);
    }

    private static CashRounding rounding(JsonNode node) {
        return new CashRounding(
                node.required("step").longValue(),
                switch (constant(node, "tie")) {
                    case "HALF-UP" -> CashRounding.Tie.UP;
                    case "HALF-DOWN" -> CashRounding.Tie.DOWN;
                    case "HALF-EVEN" -> CashRounding.Tie.EVEN;
                    default -> throw new IllegalArgumentException("no tie rule: " + node);
                },
                CashRounding.Direction.valueOf(constant(node, "direction")),
                node.required("refundMirrorsSale").booleanValue());
    }

    private static String constant(JsonNode node, String field) {
        return node.required(field).stringValue().toUpperCase(Locale.ROOT);
    }

    public Optional<Currency> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// @throws IllegalArgumentException when the house has no such currency
    @Override
    public Currency apply(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("there is no currency " + code + " in this program"));
    }

    /// The currencies of these codes, in this order.
    public List<Currency> all(List<String> codes) {
        return codes.stream().map(this).toList();
    }
}
