package org.countinghouse.app.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How a moment is written on the screen: always with digits, and never by a platform's locale data.
public final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private Times() {}

    /// `16:05`, by the shop's clock.
    public static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }

    /// `2026-11-21`, by the shop's calendar.
    public static String date(Instant moment, ZoneId zone) {
        return DATE.format(moment.atZone(zone));
    }
}
