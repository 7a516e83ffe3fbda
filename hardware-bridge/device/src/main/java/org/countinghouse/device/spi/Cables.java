package org.countinghouse.device.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;

/// Lays cables; found by [java.util.ServiceLoader]. For drivers of protocols that do not care what carries them.
public interface Cables {
    boolean reaches(DeviceAddress address);

    /// Ports this computer has, as addresses; a port that is not listed may still be typed.
    List<DeviceAddress> ports();

    /// @throws IOException when the far end is not reached within the limit, with a reason people can read
    Cable lay(DeviceAddress address, Duration limit) throws IOException;
}
