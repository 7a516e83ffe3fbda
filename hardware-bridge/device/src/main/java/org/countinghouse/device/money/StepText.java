package org.countinghouse.device.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;

/// Intents and steps as plain keys and values, for journals to write and read back. A key that has
/// nothing to say is left out. Amounts are `USD 1250` in minor units, pieces `USD 500 x 2, USD 250 x
/// 1`.
public final class StepText {
    private static final String COUNTER = "counter.";
    private static final String PLACE = "in.";

    private StepText() {}

    public static SequencedMap<String, String> of(Intent intent) {
        var text = new LinkedHashMap<String, String>();
        text.put("intent", intent.id().toString());
        text.put("purpose", intent.purpose().name());
        switch (intent.ask()) {
            case Intent.Ask.Exactly(var currency, var pieces) -> {
                text.put("currency", currency);
                text.put("pieces", text(pieces));
            }
            case Intent.Ask.Worth(var currency, var amount) -> text.put("amount", currency + " " + amount);
            case Intent.Ask.Open(var currency) -> text.put("currency", currency);
        }
        text.put("reason", intent.reason());
        intent.parent().ifPresent(parent -> text.put("parent", parent.toString()));
        return text;
    }

    /// @throws IllegalArgumentException when it is not an intent
    public static Intent intent(Map<String, String> text) {
        return new Intent(
                UUID.fromString(required(text, "intent")),
                Intent.Purpose.valueOf(required(text, "purpose")),
                ask(text),
                required(text, "reason"),
                Optional.ofNullable(text.get("parent")).map(UUID::fromString));
    }

    public static SequencedMap<String, String> of(Step step) {
        var text = new LinkedHashMap<String, String>();
        text.put("intent", step.intent().toString());
        text.put("state", step.state().name());
        step.reference().ifPresent(number -> text.put("reference", number));
        put(text, "moved", step.moved());
        put(text, "returned", step.returned());
        if (step.held()) {
            text.put("held", "yes");
        }
        step.by().ifPresent(evidence -> text.put("by", evidence.name()));
        if (!step.words().isEmpty()) {
            text.put("words", step.words());
        }
        step.baseline().ifPresent(sight -> putSight(text, sight));
        return text;
    }

    /// @throws IllegalArgumentException when it is not a step
    public static Step step(Map<String, String> text) {
        return new Step(
                UUID.fromString(required(text, "intent")),
                IntentState.valueOf(required(text, "state")),
                sight(text),
                Optional.ofNullable(text.get("reference")),
                cash(text, "moved"),
                cash(text, "returned"),
                "yes".equals(text.get("held")),
                Optional.ofNullable(text.get("by")).map(Evidence::valueOf),
                text.getOrDefault("words", ""));
    }

    private static Intent.Ask ask(Map<String, String> text) {
        var amount = text.get("amount");
        if (amount != null) {
            var worth = amount(amount);
            return new Intent.Ask.Worth(worth.currency(), worth.minorUnits());
        }
        var currency = required(text, "currency");
        var pieces = text.get("pieces");
        return pieces == null ? new Intent.Ask.Open(currency) : new Intent.Ask.Exactly(currency, pieces(pieces));
    }

    private static void putSight(Map<String, String> text, Sight sight) {
        text.put("seen", sight.state().name());
        sight.record().ifPresent(number -> text.put("record", number));
        sight.counters().forEach((name, count) -> text.put(COUNTER + name, Long.toString(count)));
        sight.holdings().ifPresent(holdings -> {
            text.put("inventory", "known");
            holdings.places().forEach((place, pieces) -> text.put(PLACE + place.name(), text(pieces)));
        });
        if (sight.isUnsure()) {
            text.put("unsure", "yes");
        }
    }

    private static Optional<Sight> sight(Map<String, String> text) {
        var seen = text.get("seen");
        if (seen == null) {
            return Optional.empty();
        }
        var counters = new TreeMap<String, Long>();
        var places = new EnumMap<Place, Pieces>(Place.class);
        text.forEach((key, value) -> {
            if (key.startsWith(COUNTER)) {
                counters.put(key.substring(COUNTER.length()), Long.valueOf(value));
            } else if (key.startsWith(PLACE)) {
                places.put(Place.valueOf(key.substring(PLACE.length())), pieces(value));
            }
        });
        List<Alarm> alarms = text.containsKey("unsure")
                ? List.of(Alarm.of(Alarm.Kind.DISCREPANCY, "not sure of its inventory"))
                : List.of();
        return Optional.of(new Sight(
                Sight.State.valueOf(seen),
                text.containsKey("inventory") ? Optional.of(new Holdings(places)) : Optional.empty(),
                counters,
                Optional.ofNullable(text.get("record")),
                alarms));
    }

    private static void put(Map<String, String> text, String key, Cash cash) {
        text.put(key, cash.toString());
        cash.pieces().filter(pieces -> !pieces.isNone()).ifPresent(pieces -> text.put(key + ".pieces", text(pieces)));
    }

    private static Cash cash(Map<String, String> text, String key) {
        var amount = amount(required(text, key));
        var pieces = text.get(key + ".pieces");
        return pieces == null ? amount : Cash.of(amount.currency(), pieces(pieces));
    }

    private static Cash amount(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as USD 1250");
        }
        return Cash.amount(parts[0], Long.parseLong(parts[1]));
    }

    private static String text(Pieces pieces) {
        var words = new ArrayList<String>();
        pieces.counts()
                .forEach((denomination, count) ->
                        words.add(denomination.currency() + " " + denomination.minorUnits() + " x " + count));
        return String.join(", ", words);
    }

    private static Pieces pieces(String text) {
        var counts = new TreeMap<Denomination, Integer>();
        for (String each : text.isEmpty() ? new String[0] : text.split(", ", -1)) {
            String[] parts = each.split(" ", -1);
            if (parts.length != 4 || !parts[2].equals("x")) {
                throw new IllegalArgumentException("\"" + each + "\" are no pieces such as USD 500 x 2");
            }
            counts.put(new Denomination(parts[0], Long.parseLong(parts[1])), Integer.valueOf(parts[3]));
        }
        return new Pieces(counts);
    }

    private static String required(Map<String, String> text, String key) {
        var value = text.get(key);
        if (value == null) {
            throw new IllegalArgumentException("\"" + key + "\" is missing in " + text.keySet());
        }
        return value;
    }
}
