package org.countinghouse.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.wire.Canonical;
import org.countinghouse.wire.CanonicalCursor;
import org.countinghouse.wire.WireException;
import org.jspecify.annotations.Nullable;

/// The spellings of the ledger's records, each worked out from its components when it is first needed:
/// a sale is written and read without a tree of JSON in between, and a start does not wait for kinds
/// nobody uses. For many threads: two that meet work the same out twice. A type that holds something
/// not listed here has none, and is left to [FactCodec]'s Jackson, which spells everything and is what
/// these must agree with.
final class Spellings {
    private final Map<Type, Optional<Spelling<Object>>> found = new ConcurrentHashMap<>();
    private final Function<Enum<?>, String> words;
    private final Set<Class<?>> special;

    /// @param currencies the currency of an ISO code
    /// @param words how a constant is spelled
    /// @param special types that are not spelled as records, whatever they are
    Spellings(Function<String, Currency> currencies, Function<Enum<?>, String> words, Set<Class<?>> special) {
        this.words = words;
        this.special = special;
        know(String.class, Canonical::writeText, CanonicalCursor::text);
        know(long.class, (Long whole, StringBuilder out) -> out.append(whole.longValue()), CanonicalCursor::whole);
        know(
                int.class,
                (Integer whole, StringBuilder out) -> out.append(whole.intValue()),
                in -> Math.toIntExact(in.whole()));
        know(
                boolean.class,
                (Boolean truth, StringBuilder out) -> out.append(truth.booleanValue()),
                Spellings::readTruth);
        know(
                UUID.class,
                (UUID id, StringBuilder out) -> out.append('"').append(id).append('"'),
                CanonicalCursor::uuid);
        knowText(Instant.class, Instant::toString, Instant::parse);
        knowText(LocalDate.class, LocalDate::toString, LocalDate::parse);
        knowText(Sha256.class, Sha256::hex, Sha256::new);
        knowText(Account.class, Account::path, Account::new);
        knowText(TillId.class, TillId::name, TillId::new);
        knowText(ShiftId.class, ShiftId::toString, ShiftId::parse);
        know(Money.class, Spellings::write, in -> readMoney(in, currencies));
        know(Pieces.class, Spellings::write, in -> readPieces(in, currencies));
    }

    private <T> void know(Type type, BiConsumer<T, StringBuilder> write, Function<CanonicalCursor, T> read) {
        @SuppressWarnings("unchecked") // Asked for by its type only.
        var spelling = (Spelling<Object>) new Spelling<>(write, read);
        found.put(type, Optional.of(spelling));
    }

    private <T> void knowText(Class<T> type, Function<T, String> text, Function<String, T> value) {
        know(type, (T each, StringBuilder out) -> Canonical.writeText(text.apply(each), out), in -> {
            String read = in.text();
            T each = value.apply(read);
            if (!text.apply(each).equals(read)) {
                throw new WireException("spelled another way: " + read);
            }
            return each;
        });
    }

    /// The spelling of a type, where it has one.
    Optional<Spelling<Object>> of(Type type) {
        Optional<Spelling<Object>> known = found.get(type);
        if (known == null) {
            known = workOut(type);
            found.put(type, known);
        }
        return known;
    }

    private Optional<Spelling<Object>> workOut(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return of(list.getActualTypeArguments()[0]).map(Spellings::list);
        }
        if (type instanceof Class<?> each && each.isEnum()) {
            return Optional.of(constant(each.getEnumConstants()));
        }
        if (type instanceof Class<?> each && each.isRecord() && !special.contains(each)) {
            return record(each);
        }
        return Optional.empty();
    }

    private Spelling<Object> constant(Object[] constants) {
        var byWord = new HashMap<String, Object>();
        for (Object each : constants) {
            byWord.put(words.apply((Enum<?>) each), each);
        }
        return new Spelling<>((each, out) -> Canonical.writeText(words.apply((Enum<?>) each), out), in -> {
            String word = in.text();
            Object value = byWord.get(word);
            if (value == null) {
                throw new WireException("no such word: " + word);
            }
            return value;
        });
    }

    private static Spelling<Object> list(Spelling<Object> element) {
        return new Spelling<>(
                (list, out) -> {
                    char before = '[';
                    for (Object each : (List<?>) list) {
                        out.append(before);
                        element.write().accept(each, out);
                        before = ',';
                    }
                    out.append(before == '[' ? "[]" : "]");
                },
                in -> {
                    var list = new ArrayList<>();
                    in.expect("[");
                    while (!in.takes("]")) {
                        if (!list.isEmpty()) {
                            in.expect(",");
                        }
                        list.add(element.read().apply(in));
                    }
                    return list;
                });
    }

    private Optional<Spelling<Object>> record(Class<?> type) {
        var fields = new ArrayList<RecordSpelling.Field>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Type held = components[i].getGenericType();
            boolean optional = held instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
            var spelling = of(optional ? ((ParameterizedType) held).getActualTypeArguments()[0] : held);
            if (spelling.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new RecordSpelling.Field(components[i].getName(), i, optional, spelling.get()));
        }
        fields.sort(Comparator.comparing(RecordSpelling.Field::name));
        var record = new RecordSpelling(type, fields);
        return Optional.of(new Spelling<>(record::write, record::read));
    }

    private static boolean readTruth(CanonicalCursor in) {
        if (in.takes("true")) {
            return true;
        }
        in.expect("false");
        return false;
    }

    private static void write(Money money, StringBuilder out) {
        out.append("[\"").append(money.currency().code()).append("\",");
        out.append(money.minorUnits()).append(']');
    }

    private static Money readMoney(CanonicalCursor in, Function<String, Currency> currencies) {
        in.expect("[");
        Currency currency = currencies.apply(in.text());
        in.expect(",");
        long minorUnits = in.whole();
        in.expect("]");
        return currency.of(minorUnits);
    }

    /// Keys in the order of their text: `"100"` stands before `"20"`.
    private static void write(Pieces pieces, StringBuilder out) {
        out.append("[\"").append(pieces.currency().code()).append("\",{");
        var counts = new TreeMap<String, Long>();
        pieces.counts().forEach((denomination, count) -> counts.put(Long.toString(denomination), count));
        String comma = "";
        for (var count : counts.entrySet()) {
            out.append(comma).append('"').append(count.getKey()).append("\":").append(count.getValue());
            comma = ",";
        }
        out.append("}]");
    }

    private static Pieces readPieces(CanonicalCursor in, Function<String, Currency> currencies) {
        in.expect("[");
        Currency currency = currencies.apply(in.text());
        in.expect(",{");
        var counts = new TreeMap<Long, Long>();
        @Nullable String last = null;
        while (!in.takes("}")) {
            if (last != null) {
                in.expect(",");
            }
            String denomination = in.text();
            long minorUnits = Long.parseLong(denomination);
            if (last != null && denomination.compareTo(last) <= 0
                    || !Long.toString(minorUnits).equals(denomination)) {
                throw new WireException("not in order, or spelled another way: " + denomination);
            }
            in.expect(":");
            counts.put(minorUnits, in.whole());
            last = denomination;
        }
        in.expect("]");
        return new Pieces(currency, counts);
    }
}
