package org.countinghouse.app.backoffice;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/// Business dates from one to another, both included.
record Period(LocalDate from, LocalDate to) {
    Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period does not end on " + to + " before it begins on " + from);
        }
    }

    /// The periods somebody asks for most.
    enum Preset {
        TODAY,
        YESTERDAY,
        /// Since Monday.
        WEEK,
        MONTH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Period before(LocalDate today) {
            return switch (this) {
                case TODAY -> new Period(today, today);
                case YESTERDAY -> new Period(today.minusDays(1), today.minusDays(1));
                case WEEK -> new Period(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today);
                case MONTH -> new Period(today.withDayOfMonth(1), today);
            };
        }
    }

    /// Reads two dates such as `2026-11-21`; empty when they are none, or the wrong way round.
    static Optional<Period> read(String from, String to) {
        try {
            return Optional.of(new Period(LocalDate.parse(from.strip()), LocalDate.parse(to.strip())));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
