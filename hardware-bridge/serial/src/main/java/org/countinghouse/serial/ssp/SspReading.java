package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;

/// Reads an answer from its beginning. What is not there, or cannot be, is an [IOException]: a machine
/// that talks nonsense is as good as one that is silent.
final class SspReading {
    private final byte[] bytes;
    private int at;

    SspReading(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int one() throws IOException {
        return (int) little(1);
    }

    int two() throws IOException {
        return (int) little(2);
    }

    long four() throws IOException {
        return little(4);
    }

    long eight() throws IOException {
        return little(8);
    }

    /// A number with its high byte first, as serial numbers and multipliers are.
    long big(int size) throws IOException {
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    String text(int size) throws IOException {
        need(size);
        at += size;
        return new String(bytes, at - size, size, StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7E]", "?")
                .strip();
    }

    String currency() throws IOException {
        String currency = text(3);
        if (!currency.matches("[A-Z]{3}")) {
            throw new IOException("\"" + currency + "\" is no currency");
        }
        return currency;
    }

    /// A value and its currency.
    Denomination denomination() throws IOException {
        long value = four();
        String currency = currency();
        if (value < 1) {
            throw new IOException("a denomination worth nothing");
        }
        return new Denomination(currency, value);
    }

    /// How many, then an amount and a currency each.
    SortedMap<String, Long> amounts() throws IOException {
        int count = one();
        var amounts = new TreeMap<String, Long>();
        for (int i = 0; i < count; i++) {
            long amount = four();
            amounts.merge(currency(), amount, Long::sum);
        }
        return amounts;
    }

    private long little(int size) throws IOException {
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at++] & 0xFFL) << 8 * i;
        }
        return value;
    }

    private void need(int size) throws IOException {
        if (at + size > bytes.length) {
            throw new IOException("an answer that ends after " + bytes.length + " bytes");
        }
    }
}
