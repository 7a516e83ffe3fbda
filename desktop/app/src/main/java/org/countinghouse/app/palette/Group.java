package org.countinghouse.app.palette;

import java.util.Locale;

/// What is found stands together by what it is, in this order.
enum Group {
    ACTIONS(6),
    PAGES(6),
    RECEIPTS(8),
    SHIFTS(5),
    PEOPLE(5),
    SETTINGS(6);

    private final int most;

    Group(int most) {
        this.most = most;
    }

    /// So many are shown; who looks for another one types more of it.
    int most() {
        return most;
    }

    /// Its name in the texts.
    String key() {
        return "palette.group." + name().toLowerCase(Locale.ROOT);
    }
}
