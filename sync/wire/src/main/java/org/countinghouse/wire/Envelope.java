package org.countinghouse.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What one entry says, on the wire and on disk. Postings can be summed without knowing the kind; a reader that does
/// not know a kind keeps its payload whole.
///
/// @param sequence gapless in its stream, from 1
/// @param id UUIDv7, made by the station before the first attempt
/// @param recordedAt wall time at the station, to the millisecond; orders nothing
/// @param kind the past fact in kebab-case, such as `sale-made`
/// @param shift the shift the entry belongs to, where there is one
/// @param actor the employee who did it, or `station`
/// @param approver the second person, where one was asked
/// @param postings zero-sum per currency
/// @param pieces which notes and coins moved, where that is known
/// @param payload what only this kind has; whole numbers and text, no null
public record Envelope(
        Stream stream,
        long sequence,
        UUID id,
        Instant recordedAt,
        LocalDate businessDate,
        String kind,
        @Nullable String shift,
        String actor,
        @Nullable String approver,
        List<Posting> postings,
        List<Piece> pieces,
        ObjectNode payload) {
    /// The version of this format; a reader accepts every version ever shipped.
    public static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// An amount moved into an account (positive) or out of it (negative).
    ///
    /// @param minorUnits whole minor units of the currency
    public record Posting(String account, String currency, long minorUnits) {}

    /// Notes or coins of one denomination that came to a place (positive) or left it (negative).
    ///
    /// @param denomination the face value in minor units
    public record Piece(String place, String currency, long denomination, long count) {}

    public Envelope {
        if (sequence < 1) {
            throw new IllegalArgumentException("a sequence counts from 1, not " + sequence);
        }
        postings = List.copyOf(postings);
        pieces = List.copyOf(pieces);
    }

    public Optional<String> shiftIfAny() {
        return Optional.ofNullable(shift);
    }

    /// The canonical text: keys sorted, one line. These bytes are hashed, stored and sent.
    public String canonical() {
        return canonical(Canonical.text(payload));
    }

    /// The same for who has the payload as canonical text already; this envelope's own is not looked at.
    public String canonical(String payloadText) {
        var out = new StringBuilder(768);
        out.append("{\"actor\":");
        Canonical.writeText(actor, out);
        optional("approver", approver, out);
        out.append(",\"date\":\"").append(businessDate).append("\",\"id\":\"").append(id);
        out.append("\",\"kind\":");
        Canonical.writeText(kind, out);
        out.append(",\"payload\":").append(payloadText).append(",\"pieces\":");
        writePieces(out);
        out.append(",\"postings\":");
        writePostings(out);
        out.append(",\"recorded\":\"").append(MILLIS.format(recordedAt));
        out.append("\",\"sequence\":").append(sequence);
        optional("shift", shift, out);
        return out.append(ending(stream)).toString();
    }

    /// How the canonical text of every entry of a stream ends.
    static String ending(Stream stream) {
        return ",\"stream\":{\"epoch\":" + stream.epoch() + ",\"station\":\"" + stream.station() + "\",\"tenant\":\""
                + stream.tenant() + "\"},\"v\":" + VERSION + "}";
    }

    private static void optional(String name, @Nullable String value, StringBuilder out) {
        if (value != null) {
            out.append(",\"").append(name).append("\":");
            Canonical.writeText(value, out);
        }
    }

    private void writePieces(StringBuilder out) {
        out.append('[');
        String comma = "";
        for (Piece piece : pieces) {
            out.append(comma).append('[');
            Canonical.writeText(piece.place, out);
            out.append(",\"").append(piece.currency).append("\",");
            out.append(piece.denomination).append(',').append(piece.count).append(']');
            comma = ",";
        }
        out.append(']');
    }

    private void writePostings(StringBuilder out) {
        out.append('[');
        String comma = "";
        for (Posting posting : postings) {
            out.append(comma).append('[');
            Canonical.writeText(posting.account, out);
            out.append(",\"")
                    .append(posting.currency)
                    .append("\",")
                    .append(posting.minorUnits)
                    .append(']');
            comma = ",";
        }
        out.append(']');
    }

    /// @param body canonical text of this or a later version
    /// @throws WireException naming what is missing or malformed
    public static Envelope read(String body) {
        try {
            return read(JSON.readTree(body));
        } catch (JacksonException e) {
            throw new WireException("an entry's body is not JSON: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
            throw new WireException("an entry's body cannot be read: " + e.getMessage(), e);
        }
    }

    private static Envelope read(JsonNode node) {
        var stream = required(node, "stream");
        return new Envelope(
                new Stream(
                        text(stream, "tenant"),
                        text(stream, "station"),
                        Math.toIntExact(whole(required(stream, "epoch")))),
                whole(required(node, "sequence")),
                UUID.fromString(text(node, "id")),
                Instant.parse(text(node, "recorded")),
                LocalDate.parse(text(node, "date")),
                text(node, "kind"),
                node.has("shift") ? text(node, "shift") : null,
                text(node, "actor"),
                node.has("approver") ? text(node, "approver") : null,
                postings(required(node, "postings")),
                pieces(required(node, "pieces")),
                (ObjectNode) required(node, "payload"));
    }

    private static List<Posting> postings(JsonNode array) {
        var postings = new ArrayList<Posting>(array.size());
        for (JsonNode row : array) {
            postings.add(
                    new Posting(row.required(0).stringValue(), row.required(1).stringValue(), whole(row.required(2))));
        }
        return postings;
    }

    private static List<Piece> pieces(JsonNode array) {
        var pieces = new ArrayList<Piece>(array.size());
        for (JsonNode row : array) {
            pieces.add(new Piece(
                    row.required(0).stringValue(),
                    row.required(1).stringValue(),
                    whole(row.required(2)),
                    whole(row.required(3))));
        }
        return pieces;
    }

    private static JsonNode required(JsonNode node, String name) {
        return node.required(name);
    }

    private static String text(JsonNode node, String name) {
        return required(node, name).stringValue();
    }

    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new WireException("whole number of 64 bits expected, found " + node);
        }
        return node.longValue();
    }
}
