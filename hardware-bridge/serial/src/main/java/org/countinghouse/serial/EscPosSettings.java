package org.countinghouse.serial;

import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// What differs between ESC/POS printers and drawers, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the printer | the address |
/// | `paper` | width of the roll in mm: 80 (576 dots) or 58 (384 dots) | 80 |
/// | `font` | the printer's own letters: `a`, 12 dots wide, or `b`, 9 dots wide | a |
/// | `columns` | letters per line, when they are not as many as the paper holds | 48, 64, 32 or 42 |
/// | `page` | code page: 437, 850, 858, 1252, ascii | 437 |
/// | `answers` | `yes`; `no` for a printer that never tells its state | yes |
/// | `asb` | `yes`: the printer tells paper, cover and drawer unasked (GS a) | no |
/// | `confirm` | `id`: GS ( H; `state`: healthy after the slip is proof enough | id |
/// | `drawer` | pin `0` or `1`, or `none` | 0 |
/// | `sense` | the sense bit means open when `high` or `low`; `none` without wire | high |
/// | `on`, `off` | pulse and pause in ms, 2 to 510 | 50, 500 |
record EscPosSettings(
        String name,
        Paper paper,
        Letters letters,
        int columns,
        CodePage page,
        boolean answers,
        boolean tellsUnasked,
        boolean confirmsById,
        Drawer drawer,
        Sense sense,
        int onMillis,
        int offMillis) {
    private static final Set<String> SETTINGS = Set.of(
            "name", "paper", "font", "columns", "page", "answers", "asb", "confirm", "drawer", "sense", "on", "off");

    /// A width of roll, and how many dots the head has across it at 203 dpi.
    enum Paper {
        MM_80(576),
        MM_58(384);

        private final int dots;

        Paper(int dots) {
            this.dots = dots;
        }
    }

    /// A size of the printer's own letters (Epson, ESC M).
    enum Letters {
        A(12),
        B(9);

        private final int dotsPerColumn;

        Letters(int dotsPerColumn) {
            this.dotsPerColumn = dotsPerColumn;
        }
    }

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
        var paper = settings.choice("paper", Map.of("80", Paper.MM_80, "58", Paper.MM_58), Paper.MM_80);
        var letters = settings.choice("font", Map.of("a", Letters.A, "b", Letters.B), Letters.A);
        return new EscPosSettings(
                settings.name(),
                paper,
                letters,
                columns(settings, address.option("paper").isPresent(), paper.dots / letters.dotsPerColumn),
                settings.page(),
                settings.choice("answers", Map.of("yes", true, "no", false), true),
                settings.choice("asb", Map.of("yes", true, "no", false), false),
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

    /// How wide a line is, in dots: as wide as its letters, so that a picture ends where they end.
    int dots() {
        return (columns * letters.dotsPerColumn + 7) / 8 * 8;
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

    /// Where nothing is said of the paper, printers with a wider head are believed too.
    private static int columns(Settings settings, boolean paperIsKnown, int fitting) {
        return settings.number("columns", fitting, 24, paperIsKnown ? fitting : 80);
    }

    private int pin() {
        return drawer == Drawer.PIN_1 ? 1 : 0;
    }
}
