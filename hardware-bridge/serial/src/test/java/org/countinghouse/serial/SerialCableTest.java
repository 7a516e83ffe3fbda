package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Opening;
import org.countinghouse.device.spi.Cable;
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
        try (var far = new PseudoTerminal();
                var cable = lay(far)) {
            cable.write(all, LIMIT);
            assertThat(far.read()).isEqualTo(all);
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
    void aPulledCableIsNoticed() throws IOException {
        var far = new PseudoTerminal();
        try (var cable = lay(far)) {
            far.close();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            cable.write(new byte[] {0x10, 0x04, 0x01}, LIMIT);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aDrawerAtASerialCableOpens() {
        try (var far = new PseudoTerminal();
                var devices = ((Devices.Connection.Connected)
                                Devices.open(DeviceAddress.of("serial:" + far.name() + "?baud=19200"), LIMIT))
                        .devices()) {
            Thread.ofPlatform().daemon().start(() -> playPrinter(far));

            assertThat(devices.drawer().orElseThrow().open()).isEqualTo(new Opening.Opened());
        }
    }

    /// Answers every question; the drawer opens on the pulse.
    private static void playPrinter(PseudoTerminal far) {
        byte state = 0x12;
        for (byte[] heard = far.read(); heard.length > 0; heard = far.read()) {
            for (int i = 0; i < heard.length; i++) {
                if (heard[i] == 0x1B && heard[i + 1] == 'p') {
                    state = 0x16;
                } else if (heard[i] == 0x10 && heard[i + 1] == 0x04) {
                    far.write(state);
                }
            }
        }
    }

    private static Cable lay(PseudoTerminal far) throws IOException {
        return new SerialCables().lay(DeviceAddress.of("serial:" + far.name()), LIMIT);
    }
}
