package org.countinghouse.app.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;

/// The devices a station that sells has opened. Their cables are not opened a second time.
@FunctionalInterface
public interface RunningDevices {
    int USUAL_PORT = 9100;

    List<Running> all();

    /// What stands at one cable.
    ///
    /// @param devices never to be closed by who asked
    /// @param health asks each of them how it does; may wait
    record Running(Devices devices, Supplier<List<DeviceHealth>> health) {
        DeviceAddress address() {
            return devices.address();
        }
    }

    /// What the station has opened at the cable an address leads to, also when it speaks to it in another way.
    default Optional<Running> at(DeviceAddress address) {
        var cable = cable(address);
        return all().stream()
                .filter(each -> cable(each.address()).equals(cable))
                .findFirst();
    }

    /// The innermost address, without its settings.
    private static String cable(DeviceAddress address) {
        return address.inner().map(RunningDevices::cable).orElseGet(() -> {
            boolean portLeftOut =
                    address.scheme().equals("tcp") && !address.target().matches(".*:[0-9]+");
            return address.scheme() + ":" + address.target() + (portLeftOut ? ":" + USUAL_PORT : "");
        });
    }
}
