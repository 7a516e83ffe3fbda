package org.countinghouse.serial.glory;

import java.time.Clock;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.MoneyProtocol;

/// The driver with short waits for what may not come, so that tests of silence are quick.
public final class FastGlory {
    private static final GloryTimings FAST = new GloryTimings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMillis(150),
            Duration.ofMillis(150),
            Duration.ofMillis(400),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofSeconds(30));

    private FastGlory() {}

    public static MoneyProtocol at(DeviceAddress address) {
        return new GloryMachine(GlorySettings.of(address), FAST, Clock.systemUTC());
    }
}
