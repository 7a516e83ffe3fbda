package org.countinghouse.device.setup;

import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;

/// What was found at the end of one cable.
public record Sighting(DeviceAddress cable, Outcome outcome) {
    public sealed interface Outcome {
        /// Something answered as only such a device does.
        ///
        /// @param address what to open, as far as it can be asked for
        /// @param words what it said of itself and what a person has to add to the address, in English
        record Stands(DeviceHealth.Kind kind, DeviceAddress address, String words) implements Outcome {}

        /// The cable is there and nothing we asked was answered. Displays and scanners never answer, so
        /// this proves nothing about them.
        ///
        /// @param asked the names of the probes
        record Quiet(List<String> asked) implements Outcome {
            public Quiet {
                asked = List.copyOf(asked);
            }
        }

        /// @param reason in English
        record OutOfReach(DeviceFault fault, String reason) implements Outcome {}
    }
}
