package org.countinghouse.wire;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Consecutive entries of one stream, as a station pushes them: gzip over a header line and then each body verbatim.
///
/// The hashes are not sent, but computed anew from `previous`; the header's `lastHash` must come out. So whoever holds
/// a decoded batch knows that its links hold and that every body names this stream and its own sequence.
public record Batch(Stream stream, long firstSequence, List<Link> links) {
    public static final int MOST_ENTRIES = 2_000;
    public static final int MOST_PACKED_BYTES = 4 * 1024 * 1024;
    public static final int MOST_UNPACKED_BYTES = 8 * 1024 * 1024;

    /// One body may come to this many characters; a ledger must refuse to write a larger one.
    public static final int LARGEST_BODY = 1024 * 1024;

    private static final Frame.Limits LIMITS =
            new Frame.Limits(MOST_PACKED_BYTES, MOST_UNPACKED_BYTES, MOST_ENTRIES + 1);

    public Batch {
        links = List.copyOf(links);
        if (links.isEmpty() || links.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a batch has 1 to " + MOST_ENTRIES + " entries, not " + links.size());
        }
        if (firstSequence < 1 || firstSequence > Long.MAX_VALUE - MOST_ENTRIES) {
            throw new IllegalArgumentException("a batch begins at 1 or later, not at " + firstSequence);
        }
        for (int i = 1; i < links.size(); i++) {
            if (!links.get(i).previous().equals(links.get(i - 1).hash())) {
                throw new IllegalArgumentException("entry " + (firstSequence + i) + " does not hang on the one before");
            }
        }
    }

    /// The hash the first entry hangs on.
    public Hash previous() {
        return links.getFirst().previous();
    }

    public long lastSequence() {
        return firstSequence + links.size() - 1;
    }

    /// Where the stream stands once this batch is stored.
    public Head head() {
        return new Head(lastSequence(), links.getLast().hash());
    }

    /// @param sequence one of this batch's
    public Link link(long sequence) {
        return links.get(Math.toIntExact(sequence - firstSequence));
    }

    /// The lines before packing, as the golden file has them.
    String lines() {
        var out = new StringBuilder(512 * links.size());
        out.append("{\"count\":")
                .append(links.size())
                .append(",\"firstSequence\":")
                .append(firstSequence);
        out.append(",\"lastHash\":\"").append(links.getLast().hash().hex());
        out.append("\",\"previous\":\"").append(previous().hex());
        out.append("\",\"stream\":").append(Json.line(stream)).append("}\n");
        for (Link link : links) {
            out.append(link.body()).append('\n');
        }
        return out.toString();
    }

    public byte[] encode() {
        return Frame.pack(lines());
    }

    /// @throws OversizeException when the frame passes a limit of this class
    /// @throws CorruptEntryException when a body is not of this stream and place, or the hashes do not come out
    /// @throws WireException when the frame cannot be read at all
    public static Batch decode(byte[] packed) {
        var lines = Frame.unpack(packed, LIMITS);
        if (lines.isEmpty()) {
            throw new WireException("a batch begins with a header");
        }
        var header = Json.read("a batch's header", lines.getFirst(), Header::read);
        if (header.count != lines.size() - 1 || header.count == 0) {
            throw new WireException("a batch announces " + header.count + " entries and carries " + (lines.size() - 1));
        }
        return header.batch(lines.subList(1, lines.size()));
    }

    private record Header(long count, long firstSequence, Hash lastHash, Hash previous, Stream stream) {
        static Header read(JsonNode node) {
            long first = Json.whole(node, "firstSequence");
            if (first < 1 || first > Long.MAX_VALUE - MOST_ENTRIES) {
                throw new WireException("a batch begins at 1 or later, not at " + first);
            }
            return new Header(
                    Json.count(node, "count"),
                    first,
                    Json.hash(node, "lastHash"),
                    Json.hash(node, "previous"),
                    Json.stream(node.required("stream")));
        }

        Batch batch(List<String> bodies) {
            var links = new ArrayList<Link>(bodies.size());
            var hash = previous;
            for (String body : bodies) {
                check(body, firstSequence + links.size());
                var link = Chain.link(hash, body);
                links.add(link);
                hash = link.hash();
            }
            if (!hash.equals(lastHash)) {
                throw new CorruptEntryException(firstSequence, "the entries do not come to the batch's last hash");
            }
            return new Batch(stream, firstSequence, links);
        }

        private void check(String body, long sequence) {
            if (body.length() > LARGEST_BODY) {
                throw new OversizeException("entry " + sequence + " has more than " + LARGEST_BODY + " characters");
            }
            var identity = identity(body, sequence);
            if (!identity.stream().equals(stream) || identity.sequence() != sequence) {
                throw new CorruptEntryException(
                        sequence,
                        "in the place of " + stream + " " + sequence + " stands " + identity.stream() + " "
                                + identity.sequence());
            }
        }

        private static EntryIdentity identity(String body, long sequence) {
            try {
                return EntryIdentity.read(body);
            } catch (WireException e) {
                throw new CorruptEntryException(sequence, String.valueOf(e.getMessage()));
            }
        }
    }
}
