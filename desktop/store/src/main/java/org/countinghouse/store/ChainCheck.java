package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;

/// Follows the chain from one entry to the last: every entry is there, and its hash is what its body and the hash
/// before it give. What the entries say is not looked at.
final class ChainCheck {
    private static final int FETCH_SIZE = 1_000;
    private static final long TELL_EVERY = 10_000;

    private final Database database;
    private final LongConsumer progress;
    private long sequence;
    private Hash previous;

    /// @param from the last entry that is believed, or the genesis as entry 0
    /// @param progress told the sequence, now and then
    ChainCheck(Database database, Head from, LongConsumer progress) {
        this.database = database;
        this.progress = progress;
        this.sequence = from.sequence();
        this.previous = from.hash();
    }

    /// @param known faults to pass over
    /// @return the first fault
    Optional<Broken> run(Predicate<Broken> known) {
        try (var rows = database.jooq()
                .select(ENTRY.SEQUENCE, ENTRY.HASH, ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.gt(sequence))
                .orderBy(ENTRY.SEQUENCE)
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (var row : rows) {
                Optional<Broken> fault =
                        step(row.value1(), Hash.of(row.value2()), row.value3()).filter(found -> !known.test(found));
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> step(long found, Hash stored, String body) {
        long expected = sequence + 1;
        Hash computed = Chain.link(previous, body).hash();
        sequence = found;
        previous = stored;
        if (sequence % TELL_EVERY == 0) {
            progress.accept(sequence);
        }
        if (found != expected) {
            return Optional.of(new Broken(expected, Fault.GAP, "entry " + found, "entry " + expected));
        }
        return stored.equals(computed)
                ? Optional.empty()
                : Optional.of(new Broken(sequence, Fault.HASH, stored.hex(), computed.hex()));
    }

    /// How far the chain was followed.
    Head reached() {
        return new Head(sequence, previous);
    }
}
