package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Opening;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A pseudo terminal stands in for `/dev/usb/lp0`: both are device files that read, write and hang up
/// alike.
@EnabledOnOs(OS.LINUX)
class FileCableTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void everyByteValuePassesBothWays() throws IOException {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (var far = new PseudoTerminal("lp0");
                var cable = lay(far)) {
            cable.write(all, LIMIT);
            assertThat(read(far, 256)).isEqualTo(all);

            far.write(all);
            var heard = new ByteArrayOutputStream();
            var some = new byte[100];
            while (heard.size() < 256) {
                int count = cable.read(some, LIMIT);
                assertThat(count).isPositive();
                heard.write(some, 0, count);
            }
            assertThat(heard.toByteArray()).isEqualTo(all);
            assertThat(cable.read(some, Duration.ofMillis(120))).isZero();
        }
    }

    @Test
    void aPrinterThatTakesNoMoreBytesIsGivenUpInTime() throws IOException {
        try (var far = new PseudoTerminal("lp0");
                var cable = lay(far)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> cable.write(new byte[1 << 20], Duration.ofMillis(300)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("took no more bytes for 300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        }
    }

    @Test
    void aPulledCableIsNoticedAndANewOneFindsTheSameName() throws IOException {
        try (var far = new PseudoTerminal("lp0");
                var cable = lay(far)) {
            far.cut();
            assertThatThrownBy(() -> cable.read(new byte[8], LIMIT))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the cable was pulled");
            try (var again = lay(far)) {
                again.write(new byte[] {7}, LIMIT);
                assertThat(read(far, 1)).containsExactly(7);
            }
        }
    }

    @Test
    void aCableThatIsTakenOffEndsTheReadingThatGoesOn() throws Exception {
        try (var far = new PseudoTerminal("lp0");
                var cable = lay(far)) {
            var reading = Thread.ofPlatform().daemon().start(() -> {
                try {
                    cable.read(new byte[8], Duration.ofSeconds(30));
                } catch (IOException _) {
                    // As it should.
                }
            });
            cable.close();
            assertThat(reading.join(LIMIT)).isTrue();
            assertThatThrownBy(() -> cable.write(new byte[1], LIMIT)).hasMessage("the cable was taken off");
        }
    }

    @Test
    void whatIsNoDeviceIsRefusedWithTheReason() throws IOException {
        Path file = Files.createFile(folder.resolve("out.bin"));

        assertThatThrownBy(() -> lay("file:" + file)).hasMessageContaining("is no device");
        assertThatThrownBy(() -> lay("file:" + folder)).hasMessageContaining("is no device");
        assertThatThrownBy(() -> lay("file:" + folder.resolve("lp7"))).hasMessageContaining("is not there");
        assertThat(Devices.open(DeviceAddress.of("file:lp0"), LIMIT)).isInstanceOf(Devices.Connection.Refused.class);
    }

    @Test
    void aPrinterAtAUsbCablePrintsOpensItsDrawerAndTellsItsState() throws Exception {
        try (var counter = Counter.reachedBy("", folder);
                var far = new PseudoTerminal("lp0");
                var bridge = new Bridge(far, counter.peer().address());
                var devices = open(far)) {
            var printer = devices.printer().orElseThrow();

            assertThat(printer.state()).isEqualTo(PrinterState.READY);
            assertThat(printer.columns()).isEqualTo(32);
            assertThat(printer.print(
                            Slip.titled("x").columns("ប្រាក់", "5.00").cut().build()))
                    .isEqualTo(new Printing.Printed());
            assertThat(devices.drawer().orElseThrow().open()).isEqualTo(new Opening.Opened());
            assertThat(bridge.isAlive()).isTrue();
        }
    }

    private static Devices open(PseudoTerminal far) {
        var address = DeviceAddress.of(usb(far) + "?paper=58");
        return ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices();
    }

    private static Cable lay(PseudoTerminal far) throws IOException {
        return lay(usb(far));
    }

    private static Cable lay(String text) throws IOException {
        var address = DeviceAddress.of(text);
        return Cables.reaching(address).orElseThrow().lay(address, LIMIT);
    }

    private static String usb(PseudoTerminal far) {
        return "file:" + far.cable().target();
    }

    private static byte[] read(PseudoTerminal far, int count) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[256];
        while (all.size() < count) {
            all.write(some, 0, far.read(some));
        }
        return all.toByteArray();
    }
}
