package org.countinghouse.device.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceRegistryTest {
    private static final RegisteredDevice PRINTER = new RegisteredDevice(
            "Front printer",
            Kind.PRINTER,
            DeviceAddress.of("javapos:FrontPrinter"),
            List.of(
                    new Property("baudRate", Property.Type.INTEGER, "9600"),
                    Property.text("path", "C:\\drivers\\new\nsecond\tline"),
                    Property.text("empty", "")));
    private static final RegisteredDevice DRAWER =
            new RegisteredDevice("Drawer", Kind.DRAWER, DeviceAddress.of("tcp://192.168.1.40:9100?polarity=high"));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var file = new RegistryFile(folder.resolve("station/devices.txt"));
        assertThat(file.read()).isEqualTo(new DeviceRegistry.Reading(DeviceRegistry.EMPTY, List.of()));

        var registry = DeviceRegistry.EMPTY.with(PRINTER).with(DRAWER);
        file.write(registry);

        assertThat(file.read()).isEqualTo(new DeviceRegistry.Reading(registry, List.of()));
        assertThat(registry.text()).isEqualTo("""
                countinghouse devices 1
                version 2

                device Drawer
                  role drawer
                  address tcp://192.168.1.40:9100?polarity=high

                device Front printer
                  role printer
                  address javapos:FrontPrinter
                  property Integer baudRate 9600
                  property String empty\s
                  property String path C:\\\\drivers\\\\new\\nsecond\\tline
                """);
    }

    @Test
    void aFileSomebodyChangedSinceItWasReadIsNotWrittenOver() throws IOException {
        var file = new RegistryFile(folder.resolve("station/devices.txt"));
        var seen = file.read();
        assertThat(file.replace(seen, DeviceRegistry.EMPTY.with(PRINTER))).isTrue();

        assertThat(file.replace(seen, DeviceRegistry.EMPTY.with(DRAWER))).isFalse();

        assertThat(file.read().registry()).isEqualTo(DeviceRegistry.EMPTY.with(PRINTER));
        assertThat(file.replace(file.read(), DeviceRegistry.EMPTY.with(DRAWER))).isTrue();
        assertThat(file.read().registry()).isEqualTo(DeviceRegistry.EMPTY.with(DRAWER));
    }

    @Test
    void theOrderOfRegisteringDoesNotChangeTheText() {
        assertThat(DeviceRegistry.EMPTY.with(PRINTER).with(DRAWER).text())
                .isEqualTo(DeviceRegistry.EMPTY.with(DRAWER).with(PRINTER).text());
    }

    @Test
    void everyChangeIsAVersionAndNoChangeIsNone() {
        var two = DeviceRegistry.EMPTY.with(PRINTER).with(DRAWER);

        assertThat(two.without("nobody")).isSameAs(two);
        assertThat(two.without("Drawer").version()).isEqualTo(3);
        assertThat(two.with(DRAWER).devices()).hasSize(2);
    }

    @Test
    void aMistakeIsToldWithItsLineAndTheOtherDevicesStay() {
        var reading = DeviceRegistry.read("""
                countinghouse devices 1
                # typed at the counter
                version seven
                device One
                  role toaster
                  address tcp://10.0.0.1
                device Two
                  role scanner
                  adress serial:/dev/ttyUSB0
                device Three
                  role scanner
                device Four
                  role scanner
                  address serial:/dev/ttyUSB1
                  property Integer speed fast
                device Five
                  role line-display
                  address serial:/dev/ttyUSB2
                device Five
                  role line-display
                  address serial:/dev/ttyUSB3
                """);

        assertThat(reading.registry().devices())
                .extracting(RegisteredDevice::name)
                .containsExactly("Five");
        assertThat(reading.problems())
                .map(DeviceRegistry.Problem::toString)
                .containsExactly("""
                        line 3: "seven" is not a version: write a whole number""", """
                        line 5: "toaster" is not what a device can be: write one of printer, drawer, cash-machine, \
                        line-display, scanner""", """
                        line 9: "adress" is not understood: write version, device, role, address or property""", """
                        line 10: "Three" has no address: add such a line""", """
                        line 15: speed: "fast" is not a whole number""", """
                        line 19: there are two devices called "Five": give one of them another name""");
    }

    @Test
    void somethingElseIsNotAListOfDevices() throws IOException {
        Path path = folder.resolve("devices.txt");
        Files.write(path, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 13, 10});

        assertThat(new RegistryFile(path).read().problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.words()).contains("its first line must be \"countinghouse devices 1\""));
    }

    @Test
    void anyBytesAreReadWithoutAFault() {
        var random = new Random(7);
        String[] words = {"device", "role", "address", "property", "version", "\n", " ", "String", "a", "\\", "printer"
        };
        for (int turn = 0; turn < 2000; turn++) {
            var text = new StringBuilder(RegistryText.FIRST_LINE + "\n");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
            }
            var again = DeviceRegistry.read(
                    DeviceRegistry.read(text.toString()).registry().text());
            assertThat(again.problems()).as(text.toString()).isEmpty();
        }
    }

    @Test
    void whatStoodBeforeIsKeptBesideAndNothingElseIsLeft() throws IOException {
        var file = new RegistryFile(folder.resolve("devices.txt"));
        Files.writeString(file.path(), "somebody's mistake");

        file.write(DeviceRegistry.EMPTY.with(DRAWER));

        assertThat(folder.resolve("devices.txt.before")).hasContent("somebody's mistake");
        try (var left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("devices.txt", "devices.txt.before");
        }
    }

    @Test
    void aNameCannotSmuggleALineIn() {
        assertThatThrownBy(() -> new RegisteredDevice("a\n  role drawer", Kind.PRINTER, DeviceAddress.of("tcp://a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Property("a b", Property.Type.STRING, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
