package org.countinghouse.app.bench;

import java.util.Locale;

/// What is measured of the window.
enum ScreenFigure {
    START,
    KEYS,
    MEMORY,
    GROWTH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
