package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.GIVEN;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Whether the table of the given ids holds the ids of the settled entries and no others, each once: an order given
/// again must find what it led to.
///
/// Both sides are added up to one number, in whatever order they come, with a secret of this look alone; only
/// where the numbers differ is it looked for why. Ids in the table differ from each other, so when the numbers
/// agree, so do the entries' ids.
final class GivenTable implements AutoCloseable {
    private final long settled;
    private final long secret = new SecureRandom().nextLong();
    private final Database database;
    private final KeptStatement statement;
    private final ResultSet rows;
    private String last = "";
    private boolean ordered = true;
    private long inTable;
    private long inEntries;

    /// @param settled the last entry whose id the table holds
    GivenTable(Database database, long settled) {
        this.database = database;
        this.settled = settled;
        this.statement = new KeptStatement(
                database,
                database.jooq().select(GIVEN.ID, GIVEN.SEQUENCE).from(GIVEN).orderBy(GIVEN.ID));
        try {
            this.rows = statement.rows();
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot read the ledger: " + e.getMessage(), e);
        }
    }

    /// Reads the next row of the table.
    ///
    /// @return whether there was one
    boolean readOne() throws SQLException {
        if (!rows.next()) {
            return false;
        }
        String id = rows.getString(1);
        ordered &= id.compareTo(last) > 0;
        last = id;
        inTable += print(UUID.fromString(id), rows.getLong(2));
        return true;
    }

    /// Takes note of an entry's id.
    void note(UUID id, long sequence) {
        if (sequence <= settled) {
            inEntries += print(id, sequence);
        }
    }

    private long print(UUID id, long sequence) {
        long mixed = mix(secret ^ id.getMostSignificantBits());
        return mix(mix(mixed ^ id.getLeastSignificantBits()) ^ sequence);
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /// What is wrong with the table, once all of it was read and all entries were noted.
    Optional<Verification> difference() {
        if (ordered && inTable == inEntries) {
            return Optional.empty();
        }
        var missing = database.jooq()
                .select(ENTRY.ID, ENTRY.SEQUENCE, GIVEN.SEQUENCE)
                .from(ENTRY)
                .leftJoin(GIVEN)
                .on(GIVEN.ID.eq(ENTRY.ID))
                .where(ENTRY.SEQUENCE.le(settled).and(GIVEN.SEQUENCE.isDistinctFrom(ENTRY.SEQUENCE)))
                .orderBy(ENTRY.SEQUENCE)
                .limit(1)
                .fetchOptional();
        return Optional.of(missing.map(row -> new Verification.BooksDiffer(
                        "id " + row.value1() + " given to entry " + row.value3(),
                        "id " + row.value1() + " given to entry " + row.value2()))
                .orElseGet(() -> new Verification.BooksDiffer("an id that no entry has", "the ids of the entries")));
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot let go of the ledger: " + e.getMessage(), e);
        }
    }
}
