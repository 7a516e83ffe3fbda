package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.CORRECTED;
import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.GIVEN;
import static org.countinghouse.store.db.Tables.KEPT;
import static org.countinghouse.store.db.Tables.PERSON;
import static org.countinghouse.store.db.Tables.READING;
import static org.countinghouse.store.db.Tables.REFUNDED;
import static org.countinghouse.store.db.Tables.SETTLED;
import static org.countinghouse.store.db.Tables.SHIFT;
import static org.countinghouse.store.db.Tables.SHOP;
import static org.countinghouse.store.db.Tables.TILL;
import static org.countinghouse.store.db.Tables.Z_REPORT;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change;
import org.countinghouse.ledger.Change.Kept;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.LastClose;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillBook;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.WireException;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The books as tables, which can be thrown away and rebuilt from the entries. A sale only moves sums: those, and
/// its id, wait in memory until an entry that does more, or the thousandth, settles them in its own transaction.
/// What waits is never more than what the entries after the last settled one say, so it is read from them at the
/// next start.
final class ReadTables {
    private static final Logger LOG = LoggerFactory.getLogger(ReadTables.class);

    private static final String RATE = "rate";
    private static final String ITEM = "item";
    private static final String BAG = "bag";
    private static final String INTENT = "machine";
    private static final String POLICY = "policy";
    private static final String STALE = "stale";

    private static final List<Table<?>> TABLES =
            List.of(READING, SHIFT, TILL, PERSON, SHOP, REFUNDED, KEPT, CORRECTED, Z_REPORT, GIVEN);

    /// Most sales that wait: what a start reads again, and what the thousandth sale pays for.
    private static final long MOST_UNSETTLED = 1_000;

    private final DSLContext jooq;
    private final FactCodec codec;
    private final Readings readings;
    private final GivenIds given;
    private long settled;
    private boolean ahead;

    ReadTables(Database database, FactCodec codec) {
        this.jooq = database.jooq();
        this.codec = codec;
        this.readings = new Readings(database, codec);
        this.given = new GivenIds(database);
        this.settled = jooq.selectFrom(SETTLED).fetchSingle(SETTLED.SEQUENCE);
    }

    /// The last entry these tables were written for.
    long settled() {
        return settled;
    }

    /// The books as of the last entry: as they were settled, and what the entries after that add. Tables that know
    /// of more entries than there are, because the ledger's end was cut off, are not believed. Entries that do not
    /// add up, because one is missing between others or was altered, leave the books as the tables have them:
    /// verify names the entry.
    ///
    /// @param last the last entry
    Books load(long last) {
        ahead = settled > last;
        try {
            return added(ahead ? new Books() : Books.of(read(settled)), last);
        } catch (IllegalStateException | IllegalArgumentException | WireException | JournalUnavailable e) {
            LOG.error("the books stay as they were at entry {}", settled, e);
            ahead = false;
            settled = last;
            return Books.of(read(last));
        }
    }

    private Books added(Books books, long last) {
        try (var bodies = bodiesAfter(books.lastSequence())) {
            for (var body : bodies) {
                Entry entry = codec.entry(Envelope.read(body.value1()));
                Change change = books.apply(entry);
                if (!ahead) {
                    note(entry, change);
                }
            }
        }
        if (books.lastSequence() != last) {
            throw new IllegalStateException("the entries end at " + books.lastSequence() + ", not at " + last);
        }
        return books;
    }

    private Cursor<Record1<String>> bodiesAfter(long sequence) {
        return jooq.select(ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.gt(sequence))
                .orderBy(ENTRY.SEQUENCE)
                .fetchLazy();
    }

    /// Whether the tables know of more entries than there are. Nothing may be written until they are rebuilt.
    boolean areAhead() {
        return ahead;
    }

    /// Throws the tables away and makes them anew from the first entry on.
    void rebuild() {
        jooq.transaction(_ -> {
            for (Table<?> table : TABLES) {
                jooq.deleteFrom(table).execute();
            }
            jooq.update(SETTLED).set(SETTLED.SEQUENCE, 0L).execute();
            settled = 0;
            ahead = false;
            var books = new Books();
            try (var bodies = bodiesAfter(0)) {
                for (var body : bodies) {
                    Entry entry = codec.entry(Envelope.read(body.value1()));
                    Change change = books.apply(entry);
                    if (canWait(entry, change)) {
                        note(entry, change);
                    } else {
                        write(entry, change);
                    }
                }
            }
        });
    }

    /// The entry that was given this id, where there is one.
    OptionalLong sequence(UUID id) throws SQLException {
        return given.sequence(id);
    }

    /// Whether what an entry changed may wait.
    boolean canWait(Entry entry, Change change) {
        return entry.fact() instanceof SaleMade
                && change.movesOnlySums()
                && entry.sequence() - settled < MOST_UNSETTLED;
    }

    /// Takes note of what an entry changed, to be settled later.
    void note(Entry entry, Change change) {
        readings.note(change);
        given.note(entry.id(), entry.sequence());
    }

    /// Writes what an entry changed, and all that waits. Belongs into the entry's transaction, after the entry.
    void write(Entry entry, Change change) throws SQLException {
        note(entry, change);
        change.shift().ifPresent(this::write);
        change.till().ifPresent(this::write);
        change.person().ifPresent(this::write);
        change.shop().ifPresent(this::write);
        change.kept().ifPresent(this::write);
        readings.settle();
        given.settle(settled, entry.sequence());
        settled = entry.sequence();
        jooq.update(SETTLED).set(SETTLED.SEQUENCE, settled).execute();
        writeAnswered(entry);
    }

    private void write(Shift shift) {
        jooq.insertInto(SHIFT)
                .set(SHIFT.ID, shift.id().toString())
                .set(SHIFT.TILL, shift.id().till().name())
                .set(SHIFT.NUMBER, shift.id().number())
                .set(SHIFT.STATE, Words.word(shift.state()))
                .set(SHIFT.BUSINESS_DATE, shift.businessDate().toString())
                .set(SHIFT.OPENED_BY, shift.openedBy())
                .set(SHIFT.OPENED_AT, shift.openedAt().toString())
                .set(SHIFT.FIRST_SEQUENCE, shift.firstSequence())
                .set(SHIFT.LAST_SEQUENCE, shift.lastSequence())
                .set(SHIFT.COUNTED, codec.text(shift.counted()))
                .set(SHIFT.CLOSING, codec.text(shift.closing()))
                .set(SHIFT.LIFE, codec.text(shift.life()))
                .onConflict(SHIFT.ID)
                .doUpdate()
                .set(SHIFT.STATE, DSL.excluded(SHIFT.STATE))
                .set(SHIFT.LAST_SEQUENCE, DSL.excluded(SHIFT.LAST_SEQUENCE))
                .set(SHIFT.COUNTED, DSL.excluded(SHIFT.COUNTED))
                .set(SHIFT.CLOSING, DSL.excluded(SHIFT.CLOSING))
                .set(SHIFT.LIFE, DSL.excluded(SHIFT.LIFE))
                .execute();
    }

    private void write(TillBook till) {
        jooq.insertInto(TILL, TILL.TILL_, TILL.SHIFTS, TILL.Z_NUMBER, TILL.COUNTERS, TILL.LAST_CLOSE)
                .values(
                        till.till().name(),
                        till.shifts(),
                        till.zNumber(),
                        codec.text(till.counters()),
                        till.lastClose().map(codec::text).orElse(""))
                .onConflict(TILL.TILL_)
                .doUpdate()
                .set(TILL.SHIFTS, DSL.excluded(TILL.SHIFTS))
                .set(TILL.Z_NUMBER, DSL.excluded(TILL.Z_NUMBER))
                .set(TILL.COUNTERS, DSL.excluded(TILL.COUNTERS))
                .set(TILL.LAST_CLOSE, DSL.excluded(TILL.LAST_CLOSE))
                .execute();
    }

    private void write(Person person) {
        jooq.insertInto(PERSON)
                .set(PERSON.EMPLOYEE, person.employee())
                .set(PERSON.NAME, person.name())
                .set(PERSON.ROLE, Words.word(person.role()))
                .set(PERSON.GRANTED, words(person.granted()))
                .set(PERSON.WITHDRAWN, words(person.withdrawn()))
                .set(PERSON.GONE, person.left() ? 1L : 0L)
                .set(PERSON.WRONG_PINS, (long) person.wrongPins())
                .onConflict(PERSON.EMPLOYEE)
                .doUpdate()
                .set(PERSON.NAME, DSL.excluded(PERSON.NAME))
                .set(PERSON.ROLE, DSL.excluded(PERSON.ROLE))
                .set(PERSON.GRANTED, DSL.excluded(PERSON.GRANTED))
                .set(PERSON.WITHDRAWN, DSL.excluded(PERSON.WITHDRAWN))
                .set(PERSON.GONE, DSL.excluded(PERSON.GONE))
                .set(PERSON.WRONG_PINS, DSL.excluded(PERSON.WRONG_PINS))
                .execute();
    }

    private void write(ShopSetUp shop) {
        jooq.insertInto(SHOP, SHOP.ONLY, SHOP.SET_UP)
                .values(1L, codec.text(shop))
                .onConflict(SHOP.ONLY)
                .doUpdate()
                .set(SHOP.SET_UP, DSL.excluded(SHOP.SET_UP))
                .execute();
    }

    private void write(Kept kept) {
        switch (kept) {
            case Kept.Rate(var rate) -> keep(RATE, rate.one().currency() + "/" + rate.foreign(), rate);
            case Kept.Item(var newest) -> keep(ITEM, newest.item(), newest);
            case Kept.Allowed(var policy) -> keep(POLICY, "", policy);
            case Kept.Bag(var number, var transfer) ->
                transfer.ifPresentOrElse(bag -> keep(BAG, number, bag), () -> drop(BAG, number));
            case Kept.Intent(var id, var open) ->
                open.ifPresentOrElse(intent -> keep(INTENT, id.toString(), intent), () -> drop(INTENT, id.toString()));
        }
    }

    private void drop(String kind, String name) {
        jooq.deleteFrom(KEPT).where(KEPT.KIND.eq(kind), KEPT.NAME.eq(name)).execute();
    }

    private void keep(String kind, String name, Object value) {
        jooq.insertInto(KEPT, KEPT.KIND, KEPT.NAME, KEPT.VALUE)
                .values(kind, name, codec.text(value))
                .onConflict(KEPT.KIND, KEPT.NAME)
                .doUpdate()
                .set(KEPT.VALUE, DSL.excluded(KEPT.VALUE))
                .execute();
    }

    private <T> List<T> kept(String kind, Class<T> type) {
        return jooq.select(KEPT.VALUE)
                .from(KEPT)
                .where(KEPT.KIND.eq(kind))
                .orderBy(KEPT.NAME)
                .fetch(row -> codec.value(row.value1(), type));
    }

    /// What an entry says of earlier things: shifts a Z report ended, a sale that was refunded, an entry corrected.
    private void writeAnswered(Entry entry) {
        switch (entry.fact()) {
            case ZReported z -> end(z, entry.sequence());
            case RefundMade refund -> {
                addRefunded(refund.sale(), refund.value().minorUnits());
            }
            case CorrectionMade made -> {
                jooq.insertInto(CORRECTED, CORRECTED.ENTRY, CORRECTED.SEQUENCE)
                        .values(made.corrects().toString(), entry.sequence())
                        .execute();
                refundOf(made)
                        .ifPresent(refund -> addRefunded(
                                refund.sale(), Math.negateExact(refund.value().minorUnits())));
            }
            default -> {}
        }
    }

    /// A refund that is taken back leaves its sale refundable again.
    private Optional<RefundMade> refundOf(CorrectionMade made) {
        return jooq.select(ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(made.sequence()))
                .fetchOptional(ENTRY.BODY)
                .map(body -> codec.entry(Envelope.read(body)).fact())
                .filter(RefundMade.class::isInstance)
                .map(RefundMade.class::cast);
    }

    private void addRefunded(Optional<UUID> sale, long minorUnits) {
        sale.ifPresent(id -> jooq.insertInto(REFUNDED, REFUNDED.SALE, REFUNDED.MINOR_UNITS)
                .values(id.toString(), minorUnits)
                .onConflict(REFUNDED.SALE)
                .doUpdate()
                .set(REFUNDED.MINOR_UNITS, REFUNDED.MINOR_UNITS.plus(DSL.excluded(REFUNDED.MINOR_UNITS)))
                .execute());
    }

    private void end(ZReported z, long sequence) {
        jooq.update(SHIFT)
                .set(SHIFT.Z_NUMBER, z.number())
                .where(SHIFT.ID.in(z.shifts().stream().map(ShiftId::toString).toList()))
                .execute();
        readings.end(Books.scopesEndedBy(z));
        jooq.insertInto(Z_REPORT, Z_REPORT.TILL, Z_REPORT.NUMBER, Z_REPORT.SEQUENCE)
                .values(z.at().name(), z.number(), sequence)
                .execute();
    }

    /// Whether these tables were written by a program that knew less, so that they must be rebuilt.
    boolean areStale() {
        return jooq.fetchExists(KEPT, KEPT.KIND.eq(STALE));
    }

    boolean isCorrected(UUID id) {
        return jooq.fetchExists(CORRECTED, CORRECTED.ENTRY.eq(id.toString()));
    }

    /// How much of a sale has been refunded, in minor units.
    long refunded(UUID sale) {
        return jooq.select(REFUNDED.MINOR_UNITS)
                .from(REFUNDED)
                .where(REFUNDED.SALE.eq(sale.toString()))
                .fetchOptional(REFUNDED.MINOR_UNITS)
                .orElse(0L);
    }

    /// @param lastSequence the last entry these tables were written for
    private Books.Snapshot read(long lastSequence) {
        return new Books.Snapshot(
                lastSequence,
                readings.balances(),
                readings.stock(),
                readings.figures(),
                readShifts(),
                jooq.selectFrom(TILL)
                        .orderBy(TILL.TILL_)
                        .fetch(row -> new TillBook(
                                new TillId(row.get(TILL.TILL_)),
                                row.get(TILL.SHIFTS),
                                row.get(TILL.Z_NUMBER),
                                codec.value(row.get(TILL.COUNTERS), TillBook.Counters.class),
                                Optional.of(row.get(TILL.LAST_CLOSE))
                                        .filter(text -> !text.isEmpty())
                                        .map(text -> codec.value(text, LastClose.class)))),
                jooq.selectFrom(PERSON)
                        .orderBy(PERSON.EMPLOYEE)
                        .fetch(row -> new Person(
                                row.get(PERSON.EMPLOYEE),
                                row.get(PERSON.NAME),
                                Words.value(Role.class, row.get(PERSON.ROLE)),
                                verbs(row.get(PERSON.GRANTED)),
                                verbs(row.get(PERSON.WITHDRAWN)),
                                row.get(PERSON.GONE) != 0,
                                Math.toIntExact(row.get(PERSON.WRONG_PINS)))),
                Optional.ofNullable(jooq.selectFrom(SHOP).fetchOne(SHOP.SET_UP))
                        .map(text -> codec.value(text, ShopSetUp.class)),
                kept(RATE, ExchangeRate.class),
                kept(ITEM, ItemSet.class),
                kept(BAG, Transfer.class),
                kept(INTENT, OpenIntent.class),
                kept(POLICY, Policy.class).stream().findFirst().orElse(Policy.STANDARD));
    }

    private List<Shift> readShifts() {
        return jooq.selectFrom(SHIFT)
                .where(SHIFT.Z_NUMBER.eq(0L))
                .orderBy(SHIFT.FIRST_SEQUENCE)
                .fetch(row -> new Shift(
                        ShiftId.parse(row.get(SHIFT.ID)),
                        Words.value(Shift.State.class, row.get(SHIFT.STATE)),
                        LocalDate.parse(row.get(SHIFT.BUSINESS_DATE)),
                        row.get(SHIFT.OPENED_BY),
                        Instant.parse(row.get(SHIFT.OPENED_AT)),
                        row.get(SHIFT.FIRST_SEQUENCE),
                        row.get(SHIFT.LAST_SEQUENCE),
                        codec.values(row.get(SHIFT.COUNTED), Cash.class),
                        codec.values(row.get(SHIFT.CLOSING), Counted.class),
                        codec.value(row.get(SHIFT.LIFE), Shift.Life.class)));
    }

    private static String words(Set<Verb> verbs) {
        return verbs.stream().map(Verb::word).collect(Collectors.joining(" "));
    }

    private static Set<Verb> verbs(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Words.value(Verb.class, word))
                .collect(Collectors.toSet());
    }
}
