package org.countinghouse.serial.cashdro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashDroDriverTest {

    @Test
    void anAddressOpensACashMachineWithoutAskingIt() {
        assertThat(Devices.open(DeviceAddress.of("cashdro:tcp://192.168.1.70?user=a&password=b"), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(Devices.Connection.Connected.class, connected -> assertThat(
                                connected.devices().cashMachine())
                        .hasValueSatisfying(machine -> assertThat(machine.name()).isEqualTo("CashDro at 192.168.1.70")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cashdro:192.168.1.70",
                "cashdro:serial:/dev/ttyS0",
                "cashdro:tcp://host/path",
                "cashdro:tcp://host?colour=red",
                "cashdro:tcp://host?pin=12",
                "cashdro:tcp://host?tls=no&pin=0000000000000000000000000000000000000000000000000000000000000000",
                "cashdro:tcp://host?cancel=1",
                "cashdro:tcp://host?path=index.php?x",
                "cashdro:tcp://host?currency=euro",
                "cashdro:tcp://host?answer=1",
                "cashdro:tcp://host?password-file=/nowhere/at/all"
            })
    void anAddressThatMakesNoSenseIsRefused(String address) {
        assertThat(Devices.open(DeviceAddress.of(address), Duration.ofSeconds(1)))
                .isInstanceOf(Devices.Connection.Refused.class);
    }

    @Test
    void thePasswordCanStandInAFile(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("password"), "sauce\nmore\n");
        var settings = CashDroSettings.of(DeviceAddress.of("cashdro:tcp://host?user=a&password-file=" + file));
        assertThat(settings.http().password().reveal()).isEqualTo("sauce");
        assertThat(settings.toString()).doesNotContain("sauce");
    }
}
