package org.countinghouse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Lines of JSON, packed with gzip: the outside of every frame. Reading is bounded: no byte is unpacked beyond the
/// limit.
final class Frame {
    private static final int BUFFER = 16 * 1024;

    private Frame() {}

    static byte[] pack(String lines) {
        var packed = new ByteArrayOutputStream(BUFFER);
        try (var gzip = new GZIPOutputStream(packed, BUFFER)) {
            gzip.write(lines.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return packed.toByteArray();
    }

    /// @param limits what the packed bytes, the unpacked bytes and the lines may come to
    /// @return the lines without their line ends
    /// @throws OversizeException when one of the limits is passed
    /// @throws WireException when the bytes are not gzip, not UTF-8 or do not end a line
    static List<String> unpack(byte[] packed, Limits limits) {
        if (packed.length > limits.packedBytes) {
            throw new OversizeException("a frame of " + packed.length + " bytes, at most " + limits.packedBytes);
        }
        return lines(text(unzip(packed, limits.unpackedBytes)), limits.lines);
    }

    private static byte[] unzip(byte[] packed, int limit) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
            byte[] bytes = gzip.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new OversizeException("a frame unpacks to more than " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new WireException("a frame is not whole gzip: " + e.getMessage(), e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IOException e) {
            throw new WireException("a frame is not UTF-8: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(String text, int limit) {
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw new WireException("a frame's last line has no end: it was cut off");
            }
            if (lines.size() == limit) {
                throw new OversizeException("a frame has more than " + limit + " lines");
            }
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    /// @param lines the header's line included
    record Limits(int packedBytes, int unpackedBytes, int lines) {}
}
