package org.countinghouse.serial.pole;

import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.CodePage;
import org.countinghouse.serial.Settings;

/// What differs between customer displays, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the display | the address |
/// | `rows` | 1 to 4 | 2 |
/// | `columns` | letters per row, 8 to 40 | 20 |
/// | `page` | code page: 437, 850, 858, 1252, ascii | 437 |
record PoleSettings(String name, int rows, int columns, CodePage page) {
    private static final Set<String> SETTINGS = Set.of("name", "rows", "columns", "page");

    /// @throws IllegalArgumentException with the setting that makes no sense
    static PoleSettings of(DeviceAddress address) {
        var settings = new Settings(address);
        settings.only(SETTINGS, "a customer display");
        return new PoleSettings(
                settings.name(),
                settings.number("rows", 2, 1, 4),
                settings.number("columns", 20, 8, 40),
                settings.page());
    }
}
