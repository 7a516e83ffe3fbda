package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How SSP writes numbers and amounts in answers and events: low byte first, three letters of currency
/// (GA138, protocol version 6 and later).
final class PayoutWords {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PayoutWords(int code) {
        bytes.write(code);
    }

    PayoutWords one(int value) {
        bytes.write(value);
        return this;
    }

    PayoutWords two(long value) {
        return number(value, 2, ByteOrder.LITTLE_ENDIAN);
    }

    PayoutWords four(long value) {
        return number(value, 4, ByteOrder.LITTLE_ENDIAN);
    }

    PayoutWords big(long value, int size) {
        return number(value, size, ByteOrder.BIG_ENDIAN);
    }

    PayoutWords text(String letters) {
        bytes.writeBytes(letters.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PayoutWords all(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /// How many, then each amount with its currency.
    PayoutWords amounts(Map<String, Long> amounts) {
        one(amounts.size());
        amounts.forEach((currency, amount) -> four(amount).text(currency));
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private PayoutWords number(long value, int size, ByteOrder order) {
        byte[] eight =
                ByteBuffer.allocate(Long.BYTES).order(order).putLong(value).array();
        bytes.write(eight, order == ByteOrder.LITTLE_ENDIAN ? 0 : Long.BYTES - size, size);
        return this;
    }
}
