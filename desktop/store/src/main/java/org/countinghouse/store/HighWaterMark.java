package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;

/// How far a ledger had come, written down outside of it. A chain does not see that its end is missing: this does.
///
/// Written as five lines of ASCII: the format, the stream, the sequence, that entry's hash, and the SHA-256 of the
/// lines before, which tells a damaged mark from a true one.
record HighWaterMark(Stream stream, Head head) {
    private static final String FORMAT = "countinghouse high-water mark 1";
    private static final int LINES = 5;

    String text() {
        String said = String.join(
                        "\n",
                        FORMAT,
                        stream.toString(),
                        Long.toString(head.sequence()),
                        head.hash().hex())
                + "\n";
        return said + sum(said) + "\n";
    }

    /// @throws IllegalArgumentException saying what is wrong with the text
    static HighWaterMark read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES || !lines.getFirst().equals(FORMAT)) {
            throw new IllegalArgumentException("it is no high-water mark of this program");
        }
        String said = String.join("\n", lines.subList(0, LINES - 1)) + "\n";
        if (!sum(said).equals(lines.getLast())) {
            throw new IllegalArgumentException("its checksum does not hold");
        }
        return new HighWaterMark(
                stream(lines.get(1)), new Head(Long.parseLong(lines.get(2)), Hash.parse(lines.get(3))));
    }

    private static Stream stream(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("it names no stream");
        }
        return new Stream(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    private static String sum(String said) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(said.getBytes(US_ASCII)))
                    .hex();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
