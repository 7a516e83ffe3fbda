package org.countinghouse.simulator;

import java.io.IOException;
import org.countinghouse.device.DeviceAddress;

/// The far end of a cable: what a simulated device reads and writes. One thread reads, any may write.
interface FarEnd extends AutoCloseable {
    /// The near end's address without the protocol in front: `serial:…` or `tcp://…`.
    DeviceAddress cable();

    /// Waits for bytes.
    ///
    /// @return how many came; 0 when the near end was cut off or changed, and whatever was half read is
    ///        void
    /// @throws IOException when this end is closed
    int read(byte[] into) throws IOException;

    /// Bytes nobody is there to hear are lost, as on a real cable.
    void write(byte[] bytes);

    /// Pulls the cable out and puts it in again: whoever was connected is cut off.
    void cut();

    @Override
    void close();
}
