package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The shop's trading day, which midnight does not end. A new one begins when the shop's clock first shows the
/// cut-off, and never twice: an hour that clocks put back makes happen again belongs to the day it began in.
///
/// @param zone the shop's time zone
/// @param ends the hour before which the clock still belongs to the day before
public record BusinessDay(ZoneId zone, LocalTime ends) {
    public LocalDate of(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        // Of a time that occurs twice this is the first; a time that clocks put forward leave out is passed by both.
        Instant begins = local.toLocalDate().atTime(ends).atZone(zone).toInstant();
        boolean begun = !local.toLocalTime().isBefore(ends) || !instant.isBefore(begins);
        return begun ? local.toLocalDate() : local.toLocalDate().minusDays(1);
    }
}
