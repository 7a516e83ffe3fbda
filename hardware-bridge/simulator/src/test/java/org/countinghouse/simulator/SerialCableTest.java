package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Opening;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.NoCable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SerialCableTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void everyByteValuePassesBothWays() throws IOException {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (var far = new PseudoTerminal("cable");
                var cable = lay(far)) {
            cable.write(all, LIMIT);
            assertThat(read(far, 256)).isEqualTo(all);
            far.write(all);
            var heard = new byte[256];
            int count = 0;
            while (count < 256) {
                var some = new byte[256];
                int more = cable.read(some, LIMIT);
                assertThat(more).isPositive();
                System.arraycopy(some, 0, heard, count, more);
                count += more;
            }
            assertThat(heard).isEqualTo(all);
            assertThat(cable.read(new byte[8], Duration.ofMillis(200))).isZero();
        }
    }

    @Test
    void aPulledCableIsNoticedAndANewOneFindsTheSameName() throws IOException {
        try (var far = new PseudoTerminal("cable");
                var cable = lay(far)) {
            far.cut();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            cable.write(new byte[] {0x10, 0x04, 0x01}, LIMIT);
                        }
                    })
                    .isInstanceOf(IOException.class);
            try (var again = lay(far)) {
                again.write(new byte[] {7}, LIMIT);
                assertThat(read(far, 1)).containsExactly(7);
            }
        }
    }

    @Test
    void whoOnlyListensNoticesAPulledCableToo() throws IOException {
        try (var far = new PseudoTerminal("cable");
                var cable = lay(far)) {
            far.cut();
            assertThatThrownBy(() -> cable.read(new byte[8], LIMIT)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortThatIsTakenIsBusyByWhateverNameItIsAsked() throws IOException {
        try (var far = new PseudoTerminal("cable");
                var cable = lay(far)) {
            String realName = Path.of(far.cable().target()).toRealPath().toString();
            for (var address : List.of(far.cable(), DeviceAddress.of("serial:" + realName))) {
                assertThatThrownBy(() -> lay(address))
                        .isInstanceOfSatisfying(
                                NoCable.class, none -> assertThat(none.fault()).isEqualTo(DeviceFault.BUSY))
                        .hasMessageContaining("in use");
            }
            cable.close();
            lay(DeviceAddress.of("serial:" + realName)).close();
        }
    }

    @Test
    void whatIsNoSerialPortIsNamedForWhatItIs() throws IOException {
        var file = Files.createTempFile("no-port", "");
        assertThatThrownBy(() -> lay(DeviceAddress.of("serial:" + file)))
                .isInstanceOfSatisfying(
                        NoCable.class, none -> assertThat(none.fault()).isEqualTo(DeviceFault.REFUSED));
        Files.delete(file);
        assertThatThrownBy(() -> lay(DeviceAddress.of("serial:" + file)))
                .isInstanceOfSatisfying(
                        NoCable.class, none -> assertThat(none.fault()).isEqualTo(DeviceFault.NOT_FOUND));
    }

    /// The library waits for ever in a write to a full buffer; a printer without paper that holds its
    /// line does that.
    @Test
    void aFarEndThatTakesNoBytesIsGivenUpInTimeAndThePortIsFreeAgain() throws IOException {
        try (var far = new PseudoTerminal("cable")) {
            var cable = lay(far);
            var started = Deadline.in(Duration.ofSeconds(5));
            assertThatThrownBy(() -> cable.write(new byte[200_000], Duration.ofMillis(300)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("took no more bytes");
            assertThat(started.isOver()).isFalse();
            lay(far).close();
        }
    }

    @Test
    void aDrawerAtASerialCableOpens() throws IOException {
        try (var far = new PseudoTerminal("cable");
                var devices = ((Devices.Connection.Connected)
                                Devices.open(far.cable().with("baud", "19200"), LIMIT))
                        .devices()) {
            Thread.ofPlatform().daemon().start(() -> playPrinter(far));

            assertThat(devices.drawer().orElseThrow().open()).isEqualTo(new Opening.Opened());
        }
    }

    /// Answers every question; the drawer opens on the pulse.
    private static void playPrinter(PseudoTerminal far) {
        byte state = 0x12;
        try {
            while (true) {
                byte[] heard = read(far, 3);
                if (heard[0] == 0x1B && heard[1] == 'p') {
                    state = 0x16;
                    read(far, 2);
                } else if (heard[0] == 0x10 && heard[1] == 0x04) {
                    far.write(new byte[] {state});
                }
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    /// So many bytes from the far end, or those that were there when the cable was cut.
    private static byte[] read(FarEnd far, int count) throws IOException {
        var all = new ByteArrayOutputStream();
        var one = new byte[1];
        while (all.size() < count) {
            if (far.read(one) == 1) {
                all.write(one[0]);
            }
        }
        return all.toByteArray();
    }

    private static Cable lay(FarEnd far) throws IOException {
        return lay(far.cable());
    }

    private static Cable lay(DeviceAddress address) throws IOException {
        return Cables.reaching(address).orElseThrow().lay(address, LIMIT);
    }
}
