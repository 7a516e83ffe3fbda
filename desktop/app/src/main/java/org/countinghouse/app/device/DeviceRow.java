package org.countinghouse.app.device;

import org.countinghouse.app.shell.Notice;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;

/// One device as whoever sets it up sees it.
///
/// @param state how it does now, or from when it is used
/// @param registered false for one the station was started with, or that was forgotten since
/// @param running whether the station has it open
record DeviceRow(
        String name, DeviceHealth.Kind kind, DeviceAddress address, Notice state, boolean registered, boolean running) {
    boolean isSame(DeviceRow other) {
        return name.equals(other.name) && kind == other.kind;
    }
}
