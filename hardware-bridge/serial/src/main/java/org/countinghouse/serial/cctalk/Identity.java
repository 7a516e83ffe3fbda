package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a device calls itself.
record Identity(String product, String revision, int[] serialBytes) {
    static Identity of(Bus bus, int device) throws IOException {
        var serial = bus.askOptional(device, Header.SERIAL_NUMBER, length -> length == 3);
        return new Identity(
                text(bus, device, Header.PRODUCT_CODE),
                text(bus, device, Header.SOFTWARE_REVISION),
                serial instanceof Bus.Reply.Answer(var bytes) ? unsigned(bytes) : new int[3]);
    }

    /// The number as people read it; the lowest byte comes first.
    int serial() {
        return serialBytes[0] | serialBytes[1] << 8 | serialBytes[2] << 16;
    }

    static int[] unsigned(byte[] bytes) {
        var values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        return values;
    }

    private static String text(Bus bus, int device, int header) throws IOException {
        return bus.askOptional(device, header, length -> true) instanceof Bus.Reply.Answer(var bytes)
                ? new String(bytes, StandardCharsets.US_ASCII)
                        .replaceAll("[^ -~]", "?")
                        .strip()
                : "";
    }
}
