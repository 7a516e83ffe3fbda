package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.ENTRY;
import static org.countinghouse.cloud.db.Tables.TENANT_HEAD;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.PushReply.Acknowledged;
import org.countinghouse.wire.PushReply.Corrupt;
import org.countinghouse.wire.PushReply.Fork;
import org.countinghouse.wire.PushReply.Gap;
import org.countinghouse.wire.PushReply.Unauthorised;
import org.countinghouse.wire.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Where a batch comes to rest. One transaction: lock the stream's head, compare what both sides have, insert the rest,
/// move
/// the head. Whoever sends the same again, at the same time or in ten years, gets the same answer and changes nothing.
final class Landing {
    private static final int ROWS_PER_INSERT = 500;

    private final TenantStore store;
    private final Clock clock;

    Landing(TenantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The answer is given once the entries are durable.
    PushReply land(Batch batch) {
        var readable = Arrival.all(batch);
        try {
            return store.within(batch.stream().tenant(), db -> land(db, batch, readable));
        } catch (RepeatedId repeated) {
            return new Corrupt(repeated.sequence, "id " + repeated.id + " was used before");
        }
    }

    private PushReply land(DSLContext db, Batch batch, List<Arrival> arrivals) {
        var locked = Streams.lock(db, batch.stream());
        if (locked.isEmpty()) {
            return new Unauthorised("stream " + batch.stream() + " is not enrolled");
        }
        var head = locked.get();
        if (batch.firstSequence() > head.sequence() + 1) {
            return new Gap(head.sequence(), head.hash());
        }
        // The chain covers what lies before: one place where both have an entry tells whether all before it are the
        // same.
        long common = Math.min(head.sequence(), batch.lastSequence());
        var ours = common == head.sequence() ? head.hash() : hashAt(db, batch.stream(), common);
        var theirs = common < batch.firstSequence()
                ? batch.previous()
                : batch.link(common).hash();
        if (!ours.equals(theirs)) {
            return new Fork(common, ours);
        }
        int known = Math.toIntExact(common - batch.firstSequence() + 1);
        var fresh = arrivals.subList(known, arrivals.size());
        return fresh.isEmpty() ? again(db, batch.stream(), head) : append(db, batch, fresh);
    }

    private static Acknowledged again(DSLContext db, Stream stream, Head head) {
        long position = db.select(ENTRY.POSITION)
                .from(ENTRY)
                .where(ENTRY.TENANT.eq(stream.tenant()))
                .and(ENTRY.STATION.eq(stream.station()))
                .and(ENTRY.EPOCH.eq(stream.epoch()))
                .and(ENTRY.SEQUENCE.eq(head.sequence()))
                .fetchSingle()
                .value1();
        return new Acknowledged(head.sequence(), head.hash(), position);
    }

    private static Hash hashAt(DSLContext db, Stream stream, long sequence) {
        return Hash.of(db.select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.TENANT.eq(stream.tenant()))
                .and(ENTRY.STATION.eq(stream.station()))
                .and(ENTRY.EPOCH.eq(stream.epoch()))
                .and(ENTRY.SEQUENCE.eq(sequence))
                .fetchSingle()
                .value1());
    }

    private PushReply append(DSLContext db, Batch batch, List<Arrival> fresh) {
        var receivedAt = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        long last = takePositions(db, batch.stream().tenant(), fresh.size());
        long position = last - fresh.size();
        for (int from = 0; from < fresh.size(); from += ROWS_PER_INSERT) {
            var some = fresh.subList(from, Math.min(fresh.size(), from + ROWS_PER_INSERT));
            insert(db, batch.stream(), some, position + from, receivedAt);
        }
        DaySums.add(db, batch.stream(), fresh, receivedAt);
        Streams.move(db, batch.stream(), batch.head(), receivedAt);
        return new Acknowledged(batch.lastSequence(), batch.links().getLast().hash(), last);
    }

    /// The row stays locked until the commit: nobody reads a position before all earlier ones can be read.
    private static long takePositions(DSLContext db, String tenant, int count) {
        return db.update(TENANT_HEAD)
                .set(TENANT_HEAD.POSITION, TENANT_HEAD.POSITION.plus(count))
                .where(TENANT_HEAD.TENANT.eq(tenant))
                .returning(TENANT_HEAD.POSITION)
                .fetchSingle()
                .getPosition();
    }

    private static void insert(
            DSLContext db, Stream stream, List<Arrival> some, long after, OffsetDateTime receivedAt) {
        var rows = db.insertInto(
                ENTRY,
                ENTRY.TENANT,
                ENTRY.STATION,
                ENTRY.EPOCH,
                ENTRY.SEQUENCE,
                ENTRY.POSITION,
                ENTRY.ID,
                ENTRY.PREVIOUS,
                ENTRY.HASH,
                ENTRY.BODY,
                ENTRY.RECEIVED_AT);
        long position = after;
        for (Arrival arrival : some) {
            Link link = arrival.link();
            rows = rows.values(
                    stream.tenant(),
                    stream.station(),
                    stream.epoch(),
                    arrival.sequence(),
                    ++position,
                    arrival.id(),
                    link.previous().bytes(),
                    link.hash().bytes(),
                    link.body(),
                    receivedAt);
        }
        if (rows.onConflictDoNothing().execute() != some.size()) {
            throw repeatedId(db, stream, some);
        }
    }

    /// Nothing lies behind the head, which is locked: what did not go in was in conflict over its id.
    private static RepeatedId repeatedId(DSLContext db, Stream stream, List<Arrival> some) {
        var seen = new ArrayList<UUID>();
        for (Arrival arrival : some) {
            boolean elsewhere = db.fetchExists(
                    ENTRY,
                    ENTRY.TENANT
                            .eq(stream.tenant())
                            .and(ENTRY.ID.eq(arrival.id()))
                            .andNot(ENTRY.STATION
                                    .eq(stream.station())
                                    .and(ENTRY.EPOCH.eq(stream.epoch()))
                                    .and(ENTRY.SEQUENCE.eq(DSL.val(arrival.sequence())))));
            if (elsewhere || seen.contains(arrival.id())) {
                return new RepeatedId(arrival.sequence(), arrival.id());
            }
            seen.add(arrival.id());
        }
        throw new IllegalStateException("entries of " + stream + " lie behind its head");
    }

    /// Rolls the transaction back.
    private static final class RepeatedId extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long sequence;
        private final UUID id;

        RepeatedId(long sequence, UUID id) {
            super("id " + id + " repeated", null, false, false);
            this.sequence = sequence;
            this.id = id;
        }
    }
}
