package org.countinghouse.device.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.countinghouse.device.DeviceAddress;

/// Lays cables; found by [java.util.ServiceLoader]. For drivers of protocols that do not care what
/// carries them.
public interface Cables {
    boolean reaches(DeviceAddress address);

    /// Ports this computer has, as addresses; a port that is not listed may still be typed.
    List<DeviceAddress> ports();

    /// The same with what the system says stands there, such as `USB-Serial Controller`; in words that
    /// may be empty.
    default Map<DeviceAddress, String> described() {
        var described = new LinkedHashMap<DeviceAddress, String>();
        ports().forEach(port -> described.put(port, ""));
        return described;
    }

    /// What is wrong with an address these cables reach, as far as its text tells; empty when nothing
    /// is.
    default Optional<String> problem(DeviceAddress address) {
        return Optional.empty();
    }

    /// @throws IOException when the far end is not reached within the limit, with a reason people can
    ///        read; a [NoCable] where the fault is known
    Cable lay(DeviceAddress address, Duration limit) throws IOException;

    /// What lays cables to such an address, if anything does.
    static Optional<Cables> reaching(DeviceAddress address) {
        return ServiceLoader.load(Cables.class, Cables.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(cables -> cables.reaches(address))
                .findFirst();
    }
}
