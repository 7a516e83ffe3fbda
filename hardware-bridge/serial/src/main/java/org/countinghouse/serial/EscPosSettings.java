package org.countinghouse.serial;

import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// What differs between ESC/POS printers and drawers, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the printer | the address |
/// | `columns` | letters per line, 12 dots each | 48 |
/// | `page` | code page: 437, 850, 858, 1252, ascii | 437 |
/// | `answers` | `yes`; `no` for a printer that never tells its state | yes |
/// | `confirm` | `id`: GS ( H; `state`: healthy after the slip is proof enough | id |
/// | `drawer` | pin `0` or `1`, or `none` | 0 |
/// | `sense` | the sense bit means open when `high` or `low`; `none` without wire | high |
/// | `on`, `off` | pulse and pause in ms, 2 to 510 | 50, 500 |
record EscPosSettings(
        String name,
        int columns,
        CodePage page,
        boolean answers,
        boolean confirmsById,
        Drawer drawer,
        Sense sense,
        int onMillis,
        int offMillis) {
    private static final int DOTS_PER_COLUMN = 12;
    private static final Set<String> SETTINGS =
            Set.of("name", "columns", "page", "answers", "confirm", "drawer", "sense", "on", "off");

    /// Which pin of the printer's drawer socket pulls the drawer.
    enum Drawer {
        NONE,
        PIN_0,
        PIN_1
    }

    /// What the drawer's sense bit means. Not universal: it depends on how the drawer's switch is
    /// wired.
    enum Sense {
        NO_WIRE,
        HIGH_IS_OPEN,
        LOW_IS_OPEN
    }

    /// @throws IllegalArgumentException with the setting that makes no sense
    static EscPosSettings of(DeviceAddress address) {
        var settings = new Settings(address);
        settings.only(SETTINGS, "an ESC/POS printer");
        return new EscPosSettings(
                settings.name(),
                settings.number("columns", 48, 24, 80),
                settings.page(),
                settings.choice("answers", Map.of("yes", true, "no", false), true),
                settings.choice("confirm", Map.of("id", true, "state", false), true),
                settings.choice(
                        "drawer", Map.of("none", Drawer.NONE, "0", Drawer.PIN_0, "1", Drawer.PIN_1), Drawer.PIN_0),
                settings.choice(
                        "sense",
                        Map.of("none", Sense.NO_WIRE, "high", Sense.HIGH_IS_OPEN, "low", Sense.LOW_IS_OPEN),
                        Sense.HIGH_IS_OPEN),
                settings.number("on", 50, 2, 510),
                settings.number("off", 500, 2, 510));
    }

    /// How wide the paper is, in dots.
    int dots() {
        return (columns * DOTS_PER_COLUMN + 7) / 8 * 8;
    }

    boolean sensesDrawer() {
        return answers && sense != Sense.NO_WIRE;
    }

    byte[] pulse() {
        return EscPos.pulse(pin(), onMillis / 2, offMillis / 2);
    }

    byte[] pulseNow() {
        return EscPos.pulseNow(pin());
    }

    private int pin() {
        return drawer == Drawer.PIN_1 ? 1 : 0;
    }
}
