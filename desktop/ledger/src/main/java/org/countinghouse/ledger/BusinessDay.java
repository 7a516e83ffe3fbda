package org.countinghouse.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The shop's trading day, which midnight does not end.
///
/// @param zone the shop's time zone
/// @param ends the hour before which the clock still belongs to the day before
public record BusinessDay(ZoneId zone, LocalTime ends) {
    public LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant.minus(Duration.between(LocalTime.MIDNIGHT, ends)), zone);
    }
}
