package org.countinghouse.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The head of an HTTP request, as much of it as simulated machines look at.
///
/// @param line such as `GET /path HTTP/1.1`
/// @param headers by their names in lower case; the last of a name counts
record HttpHead(String line, Map<String, String> headers) {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_HEADERS = 64;

    /// @throws IOException when it is none, or longer than it may be
    static HttpHead read(InputStream in) throws IOException {
        String first = line(in);
        var headers = new HashMap<String, String>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String header = line(in);
            if (header.isEmpty()) {
                return new HttpHead(first, headers);
            }
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        throw new IOException("too many headers");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("no line");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }
}
