package org.countinghouse.wire;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A page of a tenant's entries in the order the centre received them: gzip over a header line and one line per entry.
///
/// Positions are gapless per tenant, so a page that leaves one out is refused when it is read. The link of every
/// entry holds; whether it continues its own stream is for the reader to check against what it has.
///
/// @param last the position of the last entry, or the one asked after when there is none
/// @param more whether there is a page after this one
public record PulledPage(List<Pulled> entries, long last, boolean more) {
    public static final int MOST_ENTRIES = 2_000;
    public static final int MOST_PACKED_BYTES = 8 * 1024 * 1024;
    public static final int MOST_UNPACKED_BYTES = 16 * 1024 * 1024;

    private static final Frame.Limits LIMITS =
            new Frame.Limits(MOST_PACKED_BYTES, MOST_UNPACKED_BYTES, MOST_ENTRIES + 1);

    /// One entry at its place in the tenant's order.
    public record Pulled(long position, Link link) {}

    public PulledPage {
        entries = List.copyOf(entries);
    }

    String lines() {
        var out = new StringBuilder(512 * (entries.size() + 1));
        out.append("{\"count\":").append(entries.size()).append(",\"last\":").append(last);
        out.append(",\"more\":").append(more).append("}\n");
        for (Pulled pulled : entries) {
            out.append("{\"body\":");
            Canonical.writeText(pulled.link.body(), out);
            out.append(",\"hash\":\"").append(pulled.link.hash().hex());
            out.append("\",\"position\":").append(pulled.position);
            out.append(",\"previous\":\"").append(pulled.link.previous().hex()).append("\"}\n");
        }
        return out.toString();
    }

    public byte[] encode() {
        return Frame.pack(lines());
    }

    /// @throws WireException when the page cannot be read, an entry's hash does not hold, or a position is left out
    public static PulledPage decode(byte[] packed) {
        var lines = Frame.unpack(packed, LIMITS);
        if (lines.isEmpty()) {
            throw new WireException("a page begins with a header");
        }
        var header = Json.read("a page's header", lines.getFirst(), Header::read);
        if (header.count != lines.size() - 1) {
            throw new WireException("a page announces " + header.count + " entries and carries " + (lines.size() - 1));
        }
        var entries = new ArrayList<Pulled>(lines.size());
        for (String line : lines.subList(1, lines.size())) {
            entries.add(Json.read("a pulled entry", line, PulledPage::pulled));
        }
        gapless(entries, header.last);
        return new PulledPage(entries, header.last, header.more);
    }

    private static Pulled pulled(JsonNode node) {
        var link = new Link(Json.hash(node, "previous"), Json.hash(node, "hash"), Json.text(node, "body"));
        long position = Json.count(node, "position");
        if (!Chain.holds(link)) {
            throw new WireException("the hash of the entry at position " + position + " does not hold");
        }
        return new Pulled(position, link);
    }

    private static void gapless(List<Pulled> entries, long last) {
        long expected = last - entries.size();
        for (Pulled pulled : entries) {
            expected++;
            if (pulled.position != expected) {
                throw new WireException("position " + pulled.position + " stands in the place of " + expected);
            }
        }
    }

    private record Header(long count, long last, boolean more) {
        static Header read(JsonNode node) {
            return new Header(Json.count(node, "count"), Json.count(node, "last"), Json.truth(node, "more"));
        }
    }
}
