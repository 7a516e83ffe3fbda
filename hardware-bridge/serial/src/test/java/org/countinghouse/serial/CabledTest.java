package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Devices.Connection.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An address that can never work is refused when it is typed, not when the shop wants to sell.
class CabledTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"display", "scanner", "ssp", "cctalk"})
    void whatStandsAtNoCableIsRefusedWithWhatToType(String scheme) {
        refuses(scheme + ":nothing", scheme + ":serial:/dev/ttyUSB0 or " + scheme + ":tcp://host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"display", "scanner", "ssp", "cctalk"})
    void aCableThatMakesNoSenseIsRefusedAtOnce(String scheme) {
        refuses(scheme + ":serial:/dev/ttyUSB0?baud=9", "baud=9 is not a speed such as 19200");
        refuses(scheme + ":tcp://host:port", "is not host:port");
    }

    private static void refuses(String address, String words) {
        assertThat(Devices.open(DeviceAddress.of(address), LIMIT))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::reason)
                .asString()
                .contains(words);
    }
}
