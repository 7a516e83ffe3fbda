package org.countinghouse.app.shell;

import java.util.Locale;

/// How large the words on the screen are, beside the size they are drawn for.
public enum TextSize {
    NORMAL(100),
    LARGER(150),
    DOUBLE(200);

    private static final double PERCENT = 100;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int percent() {
        return percent;
    }

    double scale() {
        return percent / PERCENT;
    }

    /// The next larger one; the first after the largest.
    TextSize next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
