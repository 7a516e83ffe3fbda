package org.countinghouse.cloud;

import static org.countinghouse.cloud.db.Tables.STREAM;
import static org.countinghouse.cloud.db.Tables.TENANT;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Enrolment.Reply;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.PublicKeyBytes;
import org.countinghouse.wire.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The streams a tenant's stations write: enrolled once with the tenant's code, then known by their key.
final class Streams {
    private final TenantStore store;
    private final Clock clock;
    private final WrongCodes wrongCodes;

    Streams(TenantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.wrongCodes = new WrongCodes(clock);
    }

    Reply enrol(Enrolment enrolment) {
        var tenant = enrolment.stream().tenant();
        if (wrongCodes.tooMany(tenant)) {
            return new Reply.Later();
        }
        var reply = store.within(tenant, db -> enrol(db, enrolment));
        if (reply instanceof Reply.WrongCode) {
            wrongCodes.add(tenant);
        }
        return reply;
    }

    private Reply enrol(DSLContext db, Enrolment enrolment) {
        if (!isTheTenantsCode(db, enrolment)) {
            return new Reply.WrongCode();
        }
        var stream = enrolment.stream();
        var empty = Head.empty(stream, enrolment.publicKey().bytes());
        db.insertInto(STREAM)
                .set(STREAM.TENANT, stream.tenant())
                .set(STREAM.STATION, stream.station())
                .set(STREAM.EPOCH, stream.epoch())
                .set(STREAM.PUBLIC_KEY, enrolment.publicKey().bytes())
                .set(STREAM.HEAD_SEQUENCE, 0L)
                .set(STREAM.HEAD_HASH, empty.hash().bytes())
                .set(STREAM.ENROLLED_AT, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .onConflictDoNothing()
                .execute();
        var known = db.selectFrom(STREAM).where(is(stream)).fetchSingle();
        return PublicKeyBytes.of(known.getPublicKey()).equals(enrolment.publicKey())
                ? new Reply.Enrolled(new Head(known.getHeadSequence(), Hash.of(known.getHeadHash())))
                : new Reply.OtherKey();
    }

    private static boolean isTheTenantsCode(DSLContext db, Enrolment enrolment) {
        var tenant = db.selectFrom(TENANT)
                .where(TENANT.TENANT_.eq(enrolment.stream().tenant()))
                .fetchOne();
        return tenant != null && MessageDigest.isEqual(tenant.getCodeSha256(), Schema.digest(enrolment.code()));
    }

    /// The keys a station was enrolled with, by epoch; empty for a station the tenant does not have.
    Map<Integer, PublicKeyBytes> keys(String tenant, String station) {
        return store.within(
                tenant,
                db -> db.select(STREAM.EPOCH, STREAM.PUBLIC_KEY)
                        .from(STREAM)
                        .where(STREAM.TENANT.eq(tenant).and(STREAM.STATION.eq(station)))
                        .fetchMap(STREAM.EPOCH, row -> PublicKeyBytes.of(row.value2())));
    }

    Optional<Head> head(Stream stream) {
        return store.within(
                stream.tenant(),
                db -> db.selectFrom(STREAM)
                        .where(is(stream))
                        .fetchOptional(row -> new Head(row.getHeadSequence(), Hash.of(row.getHeadHash()))));
    }

    /// The stream's head, which nobody else moves until this transaction ends.
    static Optional<Head> lock(DSLContext db, Stream stream) {
        return db.selectFrom(STREAM)
                .where(is(stream))
                .forNoKeyUpdate()
                .fetchOptional(row -> new Head(row.getHeadSequence(), Hash.of(row.getHeadHash())));
    }

    static void move(DSLContext db, Stream stream, Head head, OffsetDateTime receivedAt) {
        db.update(STREAM)
                .set(STREAM.HEAD_SEQUENCE, head.sequence())
                .set(STREAM.HEAD_HASH, head.hash().bytes())
                .set(STREAM.LAST_RECEIVED_AT, receivedAt)
                .where(is(stream))
                .execute();
    }

    private static Condition is(Stream stream) {
        return STREAM.TENANT
                .eq(stream.tenant())
                .and(STREAM.STATION.eq(stream.station()))
                .and(STREAM.EPOCH.eq(stream.epoch()));
    }
}
