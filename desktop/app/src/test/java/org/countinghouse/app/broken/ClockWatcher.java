package org.countinghouse.app.broken;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

final class ClockWatcher {
    Object look() {
        return LocalDate.now().isLeapYear() ? System.currentTimeMillis() : Clock.systemUTC();
    }

    Date date() {
        return new Date();
    }
}
