package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.READING;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.Change;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.Change.Figure;
import org.countinghouse.ledger.Change.Stock;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.impl.DSL;

/// What the entries move, as one small table: balances, pieces, figures. What changed is held here until it
/// is settled.
final class Readings {
    private static final String BALANCE = "balance";
    private static final String STOCK = "stock";

    private record Key(String scope, String name, String detail, String currency) {}

    private record Value(long times, long minorUnits) {}

    private final DSLContext jooq;
    private final FactCodec codec;
    private final KeptStatement upsert;
    private final Map<Key, Value> unsettled = new LinkedHashMap<>();

    Readings(Database database, FactCodec codec) {
        this.jooq = database.jooq();
        this.codec = codec;
        this.upsert = new KeptStatement(
                database,
                jooq.insertInto(READING)
                        .columns(READING.fields())
                        .values("", "", "", "", 0L, 0L)
                        .onConflict(READING.SCOPE, READING.NAME, READING.DETAIL, READING.CURRENCY)
                        .doUpdate()
                        .set(READING.TIMES, DSL.excluded(READING.TIMES))
                        .set(READING.MINOR_UNITS, DSL.excluded(READING.MINOR_UNITS)));
    }

    /// Takes note of what an entry changed.
    void note(Change change) {
        for (Balance row : change.balances()) {
            Money amount = row.amount();
            put(BALANCE, row.account().path(), "", amount.currency().code(), 0, amount.minorUnits());
        }
        for (Stock row : change.stock()) {
            Money worth = row.denomination();
            put(
                    STOCK,
                    row.place().path(),
                    Long.toString(worth.minorUnits()),
                    worth.currency().code(),
                    row.pieces(),
                    0);
        }
        for (Figure row : change.figures()) {
            Tally sum = row.sum();
            put(row.scope(), Words.word(sum.line()), sum.tender(), sum.currency(), sum.times(), sum.minorUnits());
        }
    }

    private void put(String scope, String name, String detail, String currency, long times, long minorUnits) {
        unsettled.put(new Key(scope, name, detail, currency), new Value(times, minorUnits));
    }

    /// Writes what was noted since the last time. Belongs into a transaction.
    void settle() throws SQLException {
        for (var row : unsettled.entrySet()) {
            Key key = row.getKey();
            upsert.run(key.scope, key.name, key.detail, key.currency, row.getValue().times, row.getValue().minorUnits);
        }
        unsettled.clear();
    }

    /// Takes the lines of shifts out that a Z report ended: it holds them frozen.
    void end(List<String> scopes) {
        jooq.deleteFrom(READING).where(READING.SCOPE.in(scopes)).execute();
    }

    List<Balance> balances() {
        return rows(
                READING.SCOPE.eq(BALANCE),
                row -> new Balance(
                        new Account(row.get(READING.NAME)),
                        codec.currency(row.get(READING.CURRENCY)).of(row.get(READING.MINOR_UNITS))));
    }

    List<Stock> stock() {
        return rows(
                READING.SCOPE.eq(STOCK).and(READING.TIMES.ne(0L)),
                row -> new Stock(
                        new Account(row.get(READING.NAME)),
                        codec.currency(row.get(READING.CURRENCY)).of(Long.parseLong(row.get(READING.DETAIL))),
                        row.get(READING.TIMES)));
    }

    List<Figure> figures() {
        return rows(
                READING.SCOPE.notIn(BALANCE, STOCK),
                row -> new Figure(
                        row.get(READING.SCOPE),
                        new Tally(
                                Words.value(Line.class, row.get(READING.NAME)),
                                row.get(READING.DETAIL),
                                row.get(READING.CURRENCY),
                                row.get(READING.TIMES),
                                row.get(READING.MINOR_UNITS))));
    }

    private <T> List<T> rows(Condition which, RecordMapper<Record, T> read) {
        return jooq.selectFrom(READING).where(which).fetch(read);
    }
}
