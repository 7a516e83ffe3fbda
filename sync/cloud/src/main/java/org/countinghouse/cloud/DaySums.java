package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.countinghouse.cloud.db.Tables.DAY_SUM;
import static org.countinghouse.cloud.db.Tables.QUARANTINE;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Postings added up by station, day and account, in the transaction that stores the entries. What cannot be read goes
/// to
/// quarantine and holds up nothing: the ledger has it, and the sums can be made again.
final class DaySums {
    private static final int LONGEST_ACCOUNT = 200;
    private static final int LONGEST_CURRENCY = 16;
    private static final int LONGEST_REASON = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private DaySums() {}

    private record Line(LocalDate date, String account, String currency) {}

    static void add(DSLContext db, Stream stream, List<Arrival> arrivals, OffsetDateTime at) {
        var sums = new TreeMap<Line, BigInteger>(
                Comparator.comparing(Line::date).thenComparing(Line::account).thenComparing(Line::currency));
        for (Arrival arrival : arrivals) {
            why(arrival)
                    .ifPresentOrElse(
                            reason -> quarantine(db, stream, arrival.sequence(), reason, at), () -> add(sums, arrival));
        }
        if (!sums.isEmpty()) {
            upsert(db, stream, sums);
        }
    }

    /// Why the sums cannot take the entry, when they cannot.
    private static Optional<String> why(Arrival arrival) {
        var envelope = arrival.envelope();
        if (envelope == null) {
            return Optional.of(String.valueOf(arrival.unreadable()));
        }
        if (envelope.businessDate().isBefore(EARLIEST)
                || envelope.businessDate().isAfter(LATEST)) {
            return Optional.of("the business date " + envelope.businessDate() + " is no date of a shop");
        }
        return envelope.postings().stream()
                .filter(posting -> !isStorable(posting.account(), LONGEST_ACCOUNT)
                        || !isStorable(posting.currency(), LONGEST_CURRENCY))
                .findFirst()
                .map(posting -> "a posting's account or currency is too long or no text");
    }

    private static boolean isStorable(String text, int longest) {
        return text.length() <= longest
                && text.indexOf('\0') < 0
                && UTF_8.newEncoder().canEncode(text);
    }

    private static void add(Map<Line, BigInteger> sums, Arrival arrival) {
        Envelope envelope = Objects.requireNonNull(arrival.envelope());
        for (Envelope.Posting posting : envelope.postings()) {
            sums.merge(
                    new Line(envelope.businessDate(), posting.account(), posting.currency()),
                    BigInteger.valueOf(posting.minorUnits()),
                    BigInteger::add);
        }
    }

    private static void upsert(DSLContext db, Stream stream, Map<Line, BigInteger> sums) {
        var rows = db.insertInto(
                DAY_SUM,
                DAY_SUM.TENANT,
                DAY_SUM.STATION,
                DAY_SUM.BUSINESS_DATE,
                DAY_SUM.ACCOUNT,
                DAY_SUM.CURRENCY,
                DAY_SUM.MINOR_UNITS);
        for (var sum : sums.entrySet()) {
            var line = sum.getKey();
            rows = rows.values(
                    stream.tenant(), stream.station(), line.date, line.account, line.currency, sum.getValue());
        }
        rows.onConflict(DAY_SUM.TENANT, DAY_SUM.BUSINESS_DATE, DAY_SUM.STATION, DAY_SUM.ACCOUNT, DAY_SUM.CURRENCY)
                .doUpdate()
                .set(DAY_SUM.MINOR_UNITS, DAY_SUM.MINOR_UNITS.plus(DSL.excluded(DAY_SUM.MINOR_UNITS)))
                .execute();
    }

    private static void quarantine(DSLContext db, Stream stream, long sequence, String reason, OffsetDateTime at) {
        var clean = reason.replace('\0', ' ');
        db.insertInto(QUARANTINE)
                .values(
                        stream.tenant(),
                        stream.station(),
                        stream.epoch(),
                        sequence,
                        clean.substring(0, Math.min(clean.length(), LONGEST_REASON)),
                        at)
                .execute();
    }
}
