package org.countinghouse.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.countinghouse.device.DeviceAddress.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:9100",
                "serial:/dev/ttyUSB0?baud=19200",
                "javapos:tcp:127.0.0.1:9100?columns=42&sense=low",
                "simulated:cash-machine/front"
            })
    void anAddressIsWrittenAsItWasRead(String text) {
        assertThat(DeviceAddress.of(text)).hasToString(text);
        assertThat(DeviceAddress.of(DeviceAddress.of(text).toString())).isEqualTo(DeviceAddress.of(text));
    }

    @Test
    void anAddressInsideAnotherKeepsItsSettings() {
        var outer = DeviceAddress.of("tcp://127.0.0.1:9100?columns=42").through("javapos");

        assertThat(outer.scheme()).isEqualTo("javapos");
        assertThat(outer.inner()).contains(DeviceAddress.of("tcp://127.0.0.1:9100?columns=42"));
        assertThat(DeviceAddress.of("javapos:FrontPrinter").inner()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "printer", ":9100", "tcp:", "tcp://", "t cp:x", "tcp:x?baud", "tcp:x?a=1&a=2", "tcp:x?=1"})
    void aMistypedAddressIsExplained(String text) {
        assertThat(DeviceAddress.read(text))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isNotBlank());
    }

    /// Found by fuzzing: these were written as another address than they were read.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serial:////dev/ttyUSB0",
                "tcp:////x",
                "jaos:: ?a=b",
                "serial:// //x",
                "a://",
                "serial: /dev/x ?a=b"
            })
    void whatIsReadIsWrittenAsTheSameAddress(String text) {
        if (DeviceAddress.read(text) instanceof DeviceAddress.Reading.Readable(var address)) {
            assertThat(DeviceAddress.of(address.toString())).isEqualTo(address);
            assertThat(address.through("javapos").inner()).contains(address);
        }
        assertThat(DeviceAddress.of("serial:////dev/ttyUSB0").target()).isEqualTo("/dev/ttyUSB0");
        assertThat(DeviceAddress.of("serial:///dev/ttyUSB0").target()).isEqualTo("/dev/ttyUSB0");
    }

    @Test
    void blanksAfterASettingAreNoPartOfIt() {
        var address = DeviceAddress.of("serial:/dev/ttyUSB0?baud=9600\t&");
        assertThat(address.option("baud")).contains("9600");
        assertThat(DeviceAddress.of(address.toString())).isEqualTo(address);
    }

    @Test
    void anAddressWithoutDriverIsNotFound() {
        var connection = Devices.open(DeviceAddress.of("pigeon:loft"), Duration.ofSeconds(1));

        assertThat(connection).isInstanceOf(Devices.Connection.NotFound.class);
        assertThat(connection.fault()).contains(DeviceFault.NOT_FOUND);
    }
}
