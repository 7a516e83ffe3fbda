package org.countinghouse.app.shell;

import java.util.Locale;

/// Dark words on a light ground, or light ones on a dark ground.
public enum Theme {
    LIGHT,
    DARK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
