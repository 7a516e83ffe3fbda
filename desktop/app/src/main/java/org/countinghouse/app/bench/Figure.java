package org.countinghouse.app.bench;

import java.util.Locale;

/// What a program that was started for a measurement tells, a line each.
enum Figure {
    RESIDENT,
    RESIDENT_ALONE,
    SHOWN_50,
    SHOWN_95,
    SHOWN_99,
    APPEND_50,
    APPEND_95,
    APPEND_99,
    HEAP_BEFORE,
    HEAP_AFTER;

    void tell(double value) {
        System.out.printf(Locale.ROOT, "%s %.4f%n", this, value);
    }
}
