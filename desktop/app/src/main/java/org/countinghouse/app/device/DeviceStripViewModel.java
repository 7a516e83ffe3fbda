package org.countinghouse.app.device;

import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.shell.Background;
import org.countinghouse.device.DeviceHealth;

/// How each device does, asked again and again, one question at a time.
public final class DeviceStripViewModel {
    private final Supplier<List<DeviceHealth>> devices;
    private final Background background;
    private final ObservableList<DeviceHealth> health = FXCollections.observableArrayList();
    private boolean asking;

    /// @param devices asks every device; may wait for each
    public DeviceStripViewModel(Supplier<List<DeviceHealth>> devices, Background background) {
        this.devices = devices;
        this.background = background;
    }

    ObservableList<DeviceHealth> health() {
        return health;
    }

    /// Asks, unless the last question is not answered yet.
    void refresh() {
        if (asking) {
            return;
        }
        asking = true;
        background.run(
                devices,
                answers -> {
                    asking = false;
                    if (!health.equals(answers)) {
                        health.setAll(answers);
                    }
                },
                _ -> asking = false);
    }
}
