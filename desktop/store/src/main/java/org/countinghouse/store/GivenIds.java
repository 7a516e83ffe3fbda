package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.GIVEN;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jooq.impl.DSL;

/// Which ids were given, to which entry: the settled ones in a table, the few after them in memory.
///
/// An index kept with every entry costs every sale a page. Here a sale's id costs nothing: it is a UUIDv7, later
/// than all before it, and what is later than the latest in the table cannot be in the table.
final class GivenIds {
    private final Database database;
    private final KeptStatement bySequence;
    private final Map<UUID, Long> unsettled = new HashMap<>();
    private String latestSettled;

    GivenIds(Database database) {
        this.database = database;
        this.bySequence = new KeptStatement(
                database, database.jooq().select(GIVEN.SEQUENCE).from(GIVEN).where(GIVEN.ID.eq("")));
        this.latestSettled = latest();
    }

    private String latest() {
        return database.jooq()
                .select(DSL.coalesce(DSL.max(GIVEN.ID), ""))
                .from(GIVEN)
                .fetchSingle()
                .value1();
    }

    /// The entry with this id, where there is one.
    OptionalLong sequence(UUID id) throws SQLException {
        Long recent = unsettled.get(id);
        if (recent != null) {
            return OptionalLong.of(recent);
        }
        String text = id.toString();
        return text.compareTo(latestSettled) > 0 ? OptionalLong.empty() : bySequence.whole(text);
    }

    void note(UUID id, long sequence) {
        unsettled.put(id, sequence);
    }

    /// Writes the ids of the entries after `from` up to `last`, as their bodies say them. Belongs into a
    /// transaction.
    void settle(long from, long last) {
        database.jooq()
                .insertInto(GIVEN, GIVEN.ID, GIVEN.SEQUENCE)
                .select(DSL.select(ENTRY.ID, ENTRY.SEQUENCE)
                        .from(ENTRY)
                        .where(ENTRY.SEQUENCE.gt(from).and(ENTRY.SEQUENCE.le(last))))
                .execute();
        unsettled.clear();
        latestSettled = latest();
    }
}
