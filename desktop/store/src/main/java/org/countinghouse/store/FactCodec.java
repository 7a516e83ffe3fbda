package org.countinghouse.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.wire.Canonical;
import org.countinghouse.wire.CanonicalCursor;
import org.countinghouse.wire.CanonicalEnvelope;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Stream;
import org.countinghouse.wire.WireException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// Entries of the ledger as envelopes of the wire, and back.
///
/// In a payload an amount is `["GBP",1250]`, pieces are `["GBP",{"50":3,"500":1}]`, a till and a shift are
/// their names.
final class FactCodec {
    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private interface KebabCase {}

    private final Function<String, Currency> currencies;
    private final JsonMapper json;
    private final Map<String, Class<? extends Fact>> classes;
    private final Map<Class<?>, String> kinds;
    private final Spellings spellings;

    /// @param currencies the currency of an ISO code; throws for a code it does not know
    FactCodec(Function<String, Currency> currencies) {
        this.currencies = currencies;
        var money = new MoneyModule(currencies);
        this.json = JsonMapper.builder()
                .addModule(money)
                .addMixIn(Tender.class, KebabCase.class)
                .addMixIn(Line.class, KebabCase.class)
                .addMixIn(Role.class, KebabCase.class)
                .addMixIn(Matter.class, KebabCase.class)
                .addMixIn(MachineMoved.Way.class, KebabCase.class)
                .addMixIn(Purpose.class, KebabCase.class)
                .addMixIn(Stage.class, KebabCase.class)
                .addMixIn(LateRecorded.What.class, KebabCase.class)
                .addMixIn(Shift.State.class, KebabCase.class)
                .addMixIn(Verb.class, KebabCase.class)
                .addMixIn(OverShortFound.Occasion.class, KebabCase.class)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_ABSENT))
                .changeDefaultVisibility(visibility -> visibility
                        .withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.classes = Arrays.stream(Fact.class.getPermittedSubclasses())
                .map(each -> each.<Fact>asSubclass(Fact.class))
                .collect(Collectors.toMap(Fact::kindOf, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.kinds = classes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        this.spellings =
                new Spellings(currencies, constant -> json.valueToTree(constant).stringValue(), money.special);
    }

    /// The entry as canonical text, which is hashed, stored and sent.
    String canonical(Stream stream, Entry entry) {
        return envelope(stream, entry, json.createObjectNode()).canonical(payload(entry.fact()));
    }

    /// A fact's payload, canonical.
    String payload(Fact fact) {
        Optional<Spelling<Object>> spelling = spellings.of(fact.getClass());
        if (spelling.isEmpty()) {
            return Canonical.text(json.<ObjectNode>valueToTree(fact));
        }
        var payload = new StringBuilder(256);
        spelling.get().write().accept(fact, payload);
        return payload.toString();
    }

    /// The entry as an envelope with a tree for its payload; [#canonical] says the same, faster.
    Envelope envelope(Stream stream, Entry entry) {
        return envelope(stream, entry, json.valueToTree(entry.fact()));
    }

    private Envelope envelope(Stream stream, Entry entry, ObjectNode payload) {
        Fact fact = entry.fact();
        return new Envelope(
                stream,
                entry.sequence(),
                entry.id(),
                entry.recordedAt(),
                entry.businessDate(),
                kinds.getOrDefault(fact.getClass(), ""),
                entry.shift().map(ShiftId::toString).orElse(null),
                entry.actor(),
                entry.approver().orElse(null),
                postings(fact),
                pieces(fact),
                payload);
    }

    /// The postings of a fact, as an envelope holds them.
    static List<Envelope.Posting> postings(Fact fact) {
        var postings = new ArrayList<Envelope.Posting>();
        for (Posting posting : fact.postings()) {
            postings.add(new Envelope.Posting(
                    posting.account().path(),
                    posting.amount().currency().code(),
                    posting.amount().minorUnits()));
        }
        return postings;
    }

    /// The pieces of a fact, as an envelope holds them.
    static List<Envelope.Piece> pieces(Fact fact) {
        var pieces = new ArrayList<Envelope.Piece>();
        for (PieceMove move : fact.pieces()) {
            String currency = move.pieces().currency().code();
            move.pieces()
                    .counts()
                    .forEach((denomination, count) ->
                            pieces.add(new Envelope.Piece(move.place().path(), currency, denomination, count)));
        }
        return pieces;
    }

    /// @throws JournalUnavailable when this program does not know the kind: a newer one wrote the ledger
    Entry entry(Envelope envelope) {
        Class<? extends Fact> type = classes.get(envelope.kind());
        if (type == null) {
            throw new JournalUnavailable("entry " + envelope.sequence() + " is a \"" + envelope.kind()
                    + "\", which this version does not know: update Countinghouse");
        }
        try {
            return new Entry(
                    envelope.sequence(),
                    envelope.id(),
                    envelope.recordedAt(),
                    envelope.businessDate(),
                    envelope.shiftIfAny().map(ShiftId::parse),
                    envelope.actor(),
                    Optional.ofNullable(envelope.approver()),
                    json.treeToValue(envelope.payload(), type));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new JournalUnavailable(
                    "entry " + envelope.sequence() + " (" + envelope.kind() + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /// Reads an entry from its canonical text, without a tree.
    ///
    /// @throws WireException when it is not the text [#canonical] writes for a kind it can spell, or when its
    ///     postings and pieces are not those of its fact: [#entry] of [Envelope#read] has the last word then
    Entry canonicalEntry(byte[] body, Stream stream) {
        CanonicalEnvelope<Fact> envelope = CanonicalEnvelope.read(body, stream, this::canonicalFact);
        Fact fact = envelope.payload();
        if (!envelope.postings().equals(postings(fact)) || !envelope.pieces().equals(pieces(fact))) {
            throw new WireException("the postings and pieces are not those of the fact");
        }
        return new Entry(
                envelope.sequence(),
                envelope.id(),
                envelope.recordedAt(),
                envelope.businessDate(),
                Optional.ofNullable(envelope.shift()).map(ShiftId::parse),
                envelope.actor(),
                Optional.ofNullable(envelope.approver()),
                fact);
    }

    private Fact canonicalFact(String kind, CanonicalCursor payload) {
        Class<? extends Fact> type = classes.get(kind);
        if (type == null) {
            throw new WireException("no such kind: " + kind);
        }
        Spelling<Object> spelling = spellings.of(type).orElseThrow(() -> new WireException("no spelling for " + kind));
        return type.cast(spelling.read().apply(payload));
    }

    /// The kinds that are written and read without a tree.
    Set<String> spelled() {
        return kinds.entrySet().stream()
                .filter(kind -> spellings.of(kind.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    Currency currency(String code) {
        return currencies.apply(code);
    }

    /// A value of the ledger as canonical-enough JSON for a read table.
    String text(Object value) {
        return json.writeValueAsString(value);
    }

    <T> T value(String text, Class<T> type) {
        return json.readValue(text, type);
    }

    <T> List<T> values(String text, Class<T> type) {
        return json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, type));
    }

    /// How money and names are written in a payload.
    private static final class MoneyModule extends SimpleModule {
        private static final long serialVersionUID = 1L;

        /// The types written here, not as Jackson writes records.
        private final transient Set<Class<?>> special = new HashSet<>();

        MoneyModule(Function<String, Currency> currencies) {
            super("money");
            add(Money.class, MoneyModule::write, node -> money(node, currencies));
            add(Pieces.class, MoneyModule::write, node -> pieces(node, currencies));
            add(
                    Account.class,
                    (account, out) -> out.writeString(account.path()),
                    node -> new Account(node.stringValue()));
            add(Sha256.class, (hash, out) -> out.writeString(hash.hex()), node -> new Sha256(node.stringValue()));
            add(TillId.class, (till, out) -> out.writeString(till.name()), node -> new TillId(node.stringValue()));
            add(
                    ShiftId.class,
                    (shift, out) -> out.writeString(shift.toString()),
                    node -> ShiftId.parse(node.stringValue()));
        }

        private interface Writer<T> {
            void write(T value, JsonGenerator out);
        }

        private <T> void add(Class<T> type, Writer<T> writer, Function<JsonNode, T> reader) {
            special.add(type);
            addSerializer(type, new ValueSerializer<T>() {
                @Override
                public void serialize(T value, JsonGenerator out, SerializationContext context) {
                    writer.write(value, out);
                }
            });
            addDeserializer(type, new ValueDeserializer<T>() {
                @Override
                public T deserialize(JsonParser parser, DeserializationContext context) {
                    return reader.apply(context.readTree(parser));
                }
            });
        }

        private static void write(Money money, JsonGenerator out) {
            out.writeStartArray();
            out.writeString(money.currency().code());
            out.writeNumber(money.minorUnits());
            out.writeEndArray();
        }

        private static void write(Pieces pieces, JsonGenerator out) {
            out.writeStartArray();
            out.writeString(pieces.currency().code());
            out.writeStartObject();
            pieces.counts().forEach((denomination, count) -> {
                out.writeName(Long.toString(denomination));
                out.writeNumber(count);
            });
            out.writeEndObject();
            out.writeEndArray();
        }

        private static Money money(JsonNode node, Function<String, Currency> currencies) {
            return currencies
                    .apply(node.required(0).stringValue())
                    .of(node.required(1).longValue());
        }

        private static Pieces pieces(JsonNode node, Function<String, Currency> currencies) {
            var counts = new TreeMap<Long, Long>();
            node.required(1)
                    .properties()
                    .forEach(count -> counts.put(
                            Long.parseLong(count.getKey()), count.getValue().longValue()));
            return new Pieces(currencies.apply(node.required(0).stringValue()), counts);
        }
    }
}
