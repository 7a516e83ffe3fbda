package org.countinghouse.device.spi;

import java.io.IOException;
import java.time.Duration;

/// Bytes to and from one device. Every call has a limit; after an [IOException] the cable is dead and
/// only closed.
public interface Cable extends AutoCloseable {
    /// Writes all bytes.
    ///
    /// @throws IOException when they were not all taken within the limit, or the far end is gone
    void write(byte[] bytes, Duration limit) throws IOException;

    /// Reads what is there, waiting for the first byte at most `limit`.
    ///
    /// @return how many bytes were put in `into`; 0 when none came within the limit
    /// @throws IOException when the far end is gone
    int read(byte[] into, Duration limit) throws IOException;

    @Override
    void close();
}
