package org.countinghouse.serial.ssp;

import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// What differs between machines, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the machine | the address |
/// | `slave` | its SSP address; hoppers are often at 16 | 0 |
/// | `key` | the fixed half of the key, 16 hexadecimal digits | 0123456701234567 |
/// | `answer`, `tries`, `poll` | see [SspLimits] | 1000, 3, 200 |
///
/// At a serial cable, 9600 baud with two stop bits unless the address says otherwise.
record SspSettings(String name, int slave, long fixedKey, SspLimits limits) {
    private static final int MOST_SLAVE = 0x7D;
    private static final Set<String> CABLE = Set.of("baud", "parity", "flow", "stop");
    private static final Set<String> OURS = Set.of("name", "slave", "key", "answer", "tries", "poll");

    /// @throws IllegalArgumentException with the setting that makes no sense
    static SspSettings of(DeviceAddress address) {
        for (String setting : address.options().keySet()) {
            if (!OURS.contains(setting) && !CABLE.contains(setting)) {
                throw new IllegalArgumentException("\"" + setting + "\" is no setting of an SSP machine");
            }
        }
        String key = address.option("key").orElse("0123456701234567");
        if (!key.matches("[0-9A-Fa-f]{16}")) {
            throw new IllegalArgumentException("key= is not 16 hexadecimal digits");
        }
        return new SspSettings(
                address.option("name").orElse(address.scheme() + ":" + address.target()),
                (int) SspLimits.number(address, "slave", 0, 0, MOST_SLAVE),
                Long.parseUnsignedLong(key, 16),
                SspLimits.of(address));
    }
}
