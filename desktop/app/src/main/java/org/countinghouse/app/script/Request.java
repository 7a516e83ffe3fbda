package org.countinghouse.app.script;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a script, read field by field. Whatever is wrong with it is said by name.
///
/// @param currencies the shop's, the main one first: an amount that names no currency is in the first
/// @param businessDate of a till: what is no longer, or not yet, taken on that day is refused
record Request(JsonNode node, List<Currency> currencies, TillId ownTill, Function<TillId, LocalDate> businessDate) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /// Nobody counts more pieces of one kind; above it a count is a typing mistake.
    private static final long MOST_PIECES = 1_000_000_000L;

    static Request read(
            String line, List<Currency> currencies, TillId ownTill, Function<TillId, LocalDate> businessDate) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new BadRequest("malformed", Map.of("reason", "a command is one JSON object on a line"));
            }
            return new Request(node, currencies, ownTill, businessDate);
        } catch (JacksonException e) {
            throw new BadRequest("malformed", Map.of("reason", e.getOriginalMessage()));
        }
    }

    String command() {
        return text("command");
    }

    /// The id the caller gave, so that giving the command again is harmless.
    Optional<UUID> id() {
        return uuid("id");
    }

    Optional<UUID> uuid(String field) {
        if (!node.has(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text(field)));
        } catch (IllegalArgumentException _) {
            throw malformed(field, "an id such as 0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f");
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw malformed(field, "text in quotes");
        }
        return value.stringValue();
    }

    String textOr(String field, String otherwise) {
        return node.has(field) ? text(field) : otherwise;
    }

    Optional<String> textIfAny(String field) {
        return node.has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    /// A field that must be true or false.
    boolean flag(String field) {
        JsonNode value = required(field);
        if (!value.isBoolean()) {
            throw malformed(field, "true or false");
        }
        return value.booleanValue();
    }

    /// A word of a closed set.
    ///
    /// @param known the words there are, for who typed another
    <T> T word(String field, Function<String, Optional<T>> find, List<String> known) {
        return find.apply(text(field)).orElseThrow(() -> malformed(field, "one of " + String.join(", ", known)));
    }

    boolean isSet(String field) {
        return node.has(field) && required(field).isBoolean() && required(field).booleanValue();
    }

    long wholeOr(String field, long otherwise) {
        return node.has(field) ? whole(field, required(field)) : otherwise;
    }

    long whole(String field) {
        return whole(field, required(field));
    }

    TillId till() {
        try {
            return node.has("till") ? new TillId(text("till")) : ownTill;
        } catch (IllegalArgumentException _) {
            throw new BadRequest("unknown-till", Map.of("till", text("till")));
        }
    }

    Tender tender(JsonNode at) {
        String word = at.has("tender") && at.get("tender").isString()
                ? at.get("tender").stringValue()
                : "cash";
        return Tender.of(word)
                .orElseThrow(() ->
                        malformed("tender", "cash, card, mobile-money, voucher, cash-machine or machine-deposit"));
    }

    /// The field as an amount in the command's currency: `"3.50"` with `"currency":"GBP"`, or `"3.50 GBP"`.
    Money money(String field) {
        return money(field, required(field));
    }

    /// The field as an amount in this currency: `"4100"`.
    Money money(String field, Currency currency) {
        return decimal(asText(field, required(field)), currency);
    }

    private Money money(String field, JsonNode value) {
        if (!value.isString()) {
            throw malformed(field, "a decimal in quotes, such as \"3.50\" or \"3.50 GBP\"");
        }
        String[] parts = value.stringValue().split(" ", 2);
        return decimal(parts[0], parts.length == 2 ? currency(parts[1]) : currency());
    }

    private static Money decimal(String text, Currency currency) {
        try {
            return Money.parse(text, currency);
        } catch (MoneyFormatException e) {
            throw new BadRequest(
                    switch (e.fault()) {
                        case NOT_AN_AMOUNT -> "not-an-amount";
                        case WRONG_DIGITS -> "wrong-digits";
                        case TOO_LARGE -> "amount-too-large";
                    },
                    Map.of("amount", text, "currency", currency.code(), "digits", Integer.toString(currency.digits())));
        }
    }

    /// The command's currency; without one, the shop's main currency.
    Currency currencyOrMain() {
        return currency();
    }

    private Currency currency() {
        return node.has("currency") ? currency(text("currency")) : currencies.getFirst();
    }

    Currency currency(String code) {
        return currencies.stream()
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadRequest("unknown-currency", Map.of("currency", code)));
    }

    /// An amount with its pieces where `pieces` are given beside it.
    Cash cash() {
        if (!node.has("pieces")) {
            return Cash.of(money("amount"));
        }
        Pieces pieces = pieces(currency(), required("pieces"));
        if (node.has("amount") && !money("amount").equals(pieces.total())) {
            throw new BadRequest(
                    "pieces-do-not-meet-amount",
                    Map.of(
                            "amount",
                            money("amount").toString(),
                            "pieces",
                            pieces.total().toString()));
        }
        return Cash.of(pieces);
    }

    /// Cash by currency: `"counts":{"GBP":{"20":2,"0.50":3}}` by denomination, or `"amounts":{"GBP":"41.50"}`.
    List<Cash> cashByCurrency(String counts, String amounts) {
        var cash = new ArrayList<Cash>();
        if (node.has(counts)) {
            object(counts).forEach((code, value) -> cash.add(Cash.of(pieces(currency(code), value))));
        }
        if (node.has(amounts)) {
            object(amounts)
                    .forEach((code, value) -> cash.add(Cash.of(decimal(asText(amounts, value), currency(code)))));
        }
        if (cash.stream().map(Cash::currency).distinct().count() < cash.size()) {
            throw malformed(counts, "each currency once");
        }
        return cash;
    }

    Optional<Pieces> pieces(String field) {
        return node.has(field) ? Optional.of(pieces(currency(), required(field))) : Optional.empty();
    }

    private Pieces pieces(Currency currency, JsonNode value) {
        if (!value.isObject()) {
            throw malformed("counts", "quantities by denomination, such as {\"20\":2,\"0.50\":3}");
        }
        var counts = new TreeMap<Long, Long>();
        for (var each : value.properties()) {
            long denomination = denomination(each.getKey(), currency);
            long quantity = whole(each.getKey(), each.getValue());
            if (quantity < 0 || quantity > MOST_PIECES) {
                throw new BadRequest("not-a-quantity", Map.of("quantity", Long.toString(quantity)));
            }
            counts.merge(denomination, quantity, Math::addExact);
        }
        return new Pieces(currency, counts);
    }

    private long denomination(String text, Currency currency) {
        Denomination denomination = currency.denomination(
                        decimal(text, currency).minorUnits())
                .orElseThrow(() -> new BadRequest(
                        "unknown-denomination", Map.of("denomination", text, "currency", currency.code())));
        LocalDate date = businessDate.apply(till());
        if (!denomination.isActive(date)) {
            throw new BadRequest(
                    "inactive-denomination",
                    Map.of("denomination", text, "currency", currency.code(), "date", date.toString()));
        }
        return denomination.minorUnits();
    }

    /// Empty where none are given: the sale is paid in cash, exactly.
    List<Tendered> tenders(Money total) {
        return node.has("tenders") ? tendered("tenders", total.currency()) : List.of();
    }

    /// What other tenders' slips came to.
    List<Tendered> declared() {
        return tendered("declared", currency());
    }

    private List<Tendered> tendered(String field, Currency first) {
        var order = new ArrayList<Currency>();
        order.add(first);
        order.addAll(currencies);
        var tenders = new ArrayList<Tendered>();
        for (JsonNode each : array(field)) {
            var tendered = new Request(each, order, till(), businessDate);
            tenders.add(new Tendered(tender(each), tendered.cash()));
        }
        return tenders;
    }

    /// The elements of a list that may be left out.
    List<Request> objects(String field) {
        var requests = new ArrayList<Request>();
        if (node.has(field)) {
            array(field).forEach(each -> requests.add(new Request(each, currencies, till(), businessDate)));
        }
        return requests;
    }

    List<SaleLine> lines() {
        if (!node.has("lines")) {
            return List.of();
        }
        var lines = new ArrayList<SaleLine>();
        for (JsonNode each : array("lines")) {
            var line = new Request(each, List.of(currency()), till(), businessDate);
            long quantity = line.wholeOr("quantity", 1);
            if (quantity < 1 || quantity > MOST_PIECES) {
                throw new BadRequest("not-a-quantity", Map.of("quantity", Long.toString(quantity)));
            }
            lines.add(new SaleLine(line.text("item"), quantity, line.money("price")));
        }
        return lines;
    }

    /// Texts by name: `"names":{"en":"Coffee"}`. They may be left out.
    Map<String, String> texts(String field) {
        var texts = new TreeMap<String, String>();
        if (node.has(field)) {
            object(field).forEach((name, value) -> texts.put(name, asText(field, value)));
        }
        return texts;
    }

    private JsonNode array(String field) {
        JsonNode value = required(field);
        if (!value.isArray() || value.isEmpty()) {
            throw malformed(field, "a list with at least one element");
        }
        for (JsonNode each : value) {
            if (!each.isObject()) {
                throw malformed(field, "a list of objects");
            }
        }
        return value;
    }

    private Map<String, JsonNode> object(String field) {
        JsonNode value = required(field);
        if (!value.isObject()) {
            throw malformed(field, "an object by currency");
        }
        var byName = new TreeMap<String, JsonNode>();
        value.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
        return byName;
    }

    private static String asText(String field, JsonNode value) {
        if (!value.isString()) {
            throw malformed(field, "decimals in quotes");
        }
        return value.stringValue();
    }

    private static long whole(String field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw malformed(field, "a whole number");
        }
        return value.longValue();
    }

    private JsonNode required(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new BadRequest("missing-field", Map.of("field", field));
        }
        return value;
    }

    static BadRequest malformed(String field, String expected) {
        return new BadRequest(
                "malformed", Map.of("reason", "\"" + field.toLowerCase(Locale.ROOT) + "\" must be " + expected));
    }
}
