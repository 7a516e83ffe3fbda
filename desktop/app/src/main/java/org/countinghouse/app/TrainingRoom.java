package org.countinghouse.app;

import org.countinghouse.app.device.TrainingDevices;
import org.countinghouse.resources.Language;

/// Makes a counter to practise at: a desk whose books are thrown away, and simulated devices. Nothing there knows the
/// real drawer, printer or cash machine, so nothing done there can reach them.
@FunctionalInterface
public interface TrainingRoom {
    /// @param ports of the counter to practise at
    /// @param devices what stands there; to be closed when the training is over
    record Prepared(Counter.Ports ports, TrainingDevices devices) {}

    /// Waits for the devices, within their limit.
    ///
    /// @param language what the slips are marked in
    /// @throws org.countinghouse.app.shell.StationFault when the devices could not be started
    Prepared prepare(Language language);
}
