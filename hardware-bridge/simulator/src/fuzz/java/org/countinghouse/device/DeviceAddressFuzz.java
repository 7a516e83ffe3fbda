package org.countinghouse.device;

import java.nio.charset.StandardCharsets;
import org.countinghouse.device.DeviceAddress.Reading;

/// Whatever somebody typed is read or explained, and what was read is written so that it is read again.
public final class DeviceAddressFuzz {
    private DeviceAddressFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        switch (DeviceAddress.read(new String(bytes, StandardCharsets.UTF_8))) {
            case Reading.Readable(var address) -> {
                if (!DeviceAddress.of(address.toString()).equals(address)) {
                    throw new AssertionError(address + " is read as another address");
                }
                address.inner().ifPresent(inner -> DeviceAddress.of(inner.toString()));
                var outer = address.through("javapos");
                if (!outer.inner().orElseThrow().equals(address)) {
                    throw new AssertionError(outer + " holds another address");
                }
            }
            case Reading.Unreadable unreadable -> {
                if (unreadable.reason().isBlank()) {
                    throw new AssertionError("no reason");
                }
            }
        }
    }
}
