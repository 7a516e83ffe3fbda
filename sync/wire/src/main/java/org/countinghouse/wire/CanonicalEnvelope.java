package org.countinghouse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.wire.Envelope.Piece;
import org.countinghouse.wire.Envelope.Posting;
import org.jspecify.annotations.Nullable;

/// An [Envelope] read from the very text [Envelope#canonical()] writes, its payload taken over by who knows
/// its kind.
///
/// @param payload what the reader of the payload made of it
public record CanonicalEnvelope<T>(
        long sequence,
        UUID id,
        Instant recordedAt,
        LocalDate businessDate,
        @Nullable String shift,
        String actor,
        @Nullable String approver,
        List<Posting> postings,
        List<Piece> pieces,
        T payload) {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /// Reads the payload of a kind, and leaves the cursor behind it.
    @FunctionalInterface
    public interface PayloadReader<T> {
        /// @throws WireException when it is not spelled as this reader knows it
        T read(String kind, CanonicalCursor payload);
    }

    /// @param body canonical text, UTF-8
    /// @param stream whose entry it must be
    /// @throws WireException when this is not canonical text of this version and stream, or the payload's reader
    ///     says so: [Envelope#read] has the last word then
    public static <T> CanonicalEnvelope<T> read(byte[] body, Stream stream, PayloadReader<T> payloads) {
        try {
            return read(new CanonicalCursor(body), stream, payloads);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new WireException("not canonical: " + e.getMessage(), e);
        }
    }

    private static <T> CanonicalEnvelope<T> read(CanonicalCursor in, Stream stream, PayloadReader<T> payloads) {
        in.expect("{\"actor\":");
        String actor = in.text();
        String approver = in.takes(",\"approver\":") ? in.text() : null;
        in.expect(",\"date\":\"");
        LocalDate date = date(in);
        in.expect("\",\"id\":");
        UUID id = in.uuid();
        in.expect(",\"kind\":");
        String kind = in.text();
        in.expect(",\"payload\":");
        T payload = payloads.read(kind, in);
        in.expect(",\"pieces\":[");
        List<Piece> pieces = pieces(in);
        in.expect(",\"postings\":[");
        List<Posting> postings = postings(in);
        in.expect(",\"recorded\":\"");
        Instant recorded = instant(in);
        in.expect("\",\"sequence\":");
        long sequence = sequence(in);
        String shift = in.takes(",\"shift\":") ? in.text() : null;
        in.expect(Envelope.ending(stream));
        in.expectEnd();
        return new CanonicalEnvelope<>(sequence, id, recorded, date, shift, actor, approver, postings, pieces, payload);
    }

    private static long sequence(CanonicalCursor in) {
        long sequence = in.whole();
        if (sequence < 1) {
            throw new WireException("not canonical: a sequence counts from 1, not " + sequence);
        }
        return sequence;
    }

    private static LocalDate date(CanonicalCursor in) {
        int year = in.digits(4);
        in.expect("-");
        int month = in.digits(2);
        in.expect("-");
        return LocalDate.of(year, month, in.digits(2));
    }

    private static Instant instant(CanonicalCursor in) {
        long day = date(in).toEpochDay();
        in.expect("T");
        int hour = in.digits(2);
        in.expect(":");
        int minute = in.digits(2);
        in.expect(":");
        int second = in.digits(2);
        in.expect(".");
        int millis = in.digits(3);
        in.expect("Z");
        if (hour > 23 || minute > 59 || second > 59) {
            throw new WireException("not canonical: no time of day");
        }
        return Instant.ofEpochSecond(
                day * SECONDS_PER_DAY + (hour * 60L + minute) * 60 + second, (long) millis * NANOS_PER_MILLI);
    }

    private static List<Piece> pieces(CanonicalCursor in) {
        var pieces = new ArrayList<Piece>();
        while (!in.takes("]")) {
            in.expect(pieces.isEmpty() ? "[" : ",[");
            String place = in.text();
            in.expect(",");
            String currency = in.text();
            in.expect(",");
            long denomination = in.whole();
            in.expect(",");
            pieces.add(new Piece(place, currency, denomination, in.whole()));
            in.expect("]");
        }
        return pieces;
    }

    private static List<Posting> postings(CanonicalCursor in) {
        var postings = new ArrayList<Posting>();
        while (!in.takes("]")) {
            in.expect(postings.isEmpty() ? "[" : ",[");
            String account = in.text();
            in.expect(",");
            String currency = in.text();
            in.expect(",");
            postings.add(new Posting(account, currency, in.whole()));
            in.expect("]");
        }
        return postings;
    }
}
