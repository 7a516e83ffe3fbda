package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {
    /// London puts clocks forward on 29 March at 01:00 and back on 25 October at 02:00; New York on 8 March at
    /// 02:00 and on 1 November at 02:00; Phnom Penh never does.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/London    | 00:00 | 2026-01-15T23:59:59.999Z | 2026-01-15
            Europe/London    | 00:00 | 2026-01-16T00:00:00Z     | 2026-01-16
            Europe/London    | 00:00 | 2026-07-15T22:59:59Z     | 2026-07-15
            Europe/London    | 00:00 | 2026-07-15T23:00:00Z     | 2026-07-16
            Europe/London    | 04:00 | 2026-01-16T03:59:59Z     | 2026-01-15
            Europe/London    | 04:00 | 2026-01-16T04:00:00Z     | 2026-01-16
            Europe/London    | 04:00 | 2026-03-29T00:59:59Z     | 2026-03-28
            Europe/London    | 04:00 | 2026-03-29T02:59:59Z     | 2026-03-28
            Europe/London    | 04:00 | 2026-03-29T03:00:00Z     | 2026-03-29
            Europe/London    | 04:00 | 2026-03-29T22:59:59Z     | 2026-03-29
            Europe/London    | 04:00 | 2026-10-25T03:59:59Z     | 2026-10-24
            Europe/London    | 04:00 | 2026-10-25T04:00:00Z     | 2026-10-25
            Europe/London    | 00:00 | 2026-10-24T22:59:59Z     | 2026-10-24
            Europe/London    | 00:00 | 2026-10-24T23:00:00Z     | 2026-10-25
            Europe/London    | 01:30 | 2026-03-29T00:59:59Z     | 2026-03-28
            Europe/London    | 01:30 | 2026-03-29T01:00:00Z     | 2026-03-29
            Europe/London    | 01:30 | 2026-10-25T00:29:59Z     | 2026-10-24
            Europe/London    | 01:30 | 2026-10-25T00:30:00Z     | 2026-10-25
            Europe/London    | 01:30 | 2026-10-25T01:15:00Z     | 2026-10-25
            Asia/Phnom_Penh  | 00:00 | 2026-03-29T16:59:59Z     | 2026-03-29
            Asia/Phnom_Penh  | 00:00 | 2026-03-29T17:00:00Z     | 2026-03-30
            Asia/Phnom_Penh  | 04:00 | 2026-03-29T20:59:59Z     | 2026-03-29
            Asia/Phnom_Penh  | 04:00 | 2026-03-29T21:00:00Z     | 2026-03-30
            America/New_York | 00:00 | 2026-01-16T04:59:59Z     | 2026-01-15
            America/New_York | 00:00 | 2026-01-16T05:00:00Z     | 2026-01-16
            America/New_York | 04:00 | 2026-03-08T07:59:59Z     | 2026-03-07
            America/New_York | 04:00 | 2026-03-08T08:00:00Z     | 2026-03-08
            America/New_York | 04:00 | 2026-11-01T08:59:59Z     | 2026-10-31
            America/New_York | 04:00 | 2026-11-01T09:00:00Z     | 2026-11-01
            America/New_York | 02:30 | 2026-03-08T06:59:59Z     | 2026-03-07
            America/New_York | 02:30 | 2026-03-08T07:00:00Z     | 2026-03-08
            America/New_York | 01:30 | 2026-11-01T05:29:59Z     | 2026-10-31
            America/New_York | 01:30 | 2026-11-01T05:30:00Z     | 2026-11-01
            America/New_York | 01:30 | 2026-11-01T06:10:00Z     | 2026-11-01
            """)
    void theCutOffIsReadOffTheShopsClock(String zone, String ends, String instant, String date) {
        var day = new BusinessDay(ZoneId.of(zone), LocalTime.parse(ends));
        assertThat(day.of(Instant.parse(instant))).isEqualTo(LocalDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({"Europe/London", "Asia/Phnom_Penh", "America/New_York", "America/Havana", "Australia/Lord_Howe"})
    void aDayNeverComesBackAndNoneIsLeftOut(String zone) {
        for (String ends : List.of("00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00", "04:00", "23:30")) {
            var day = new BusinessDay(ZoneId.of(zone), LocalTime.parse(ends));
            Instant at = Instant.parse("2026-01-01T00:00:00Z");
            LocalDate before = day.of(at);
            while (at.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
                at = at.plus(Duration.ofMinutes(10));
                LocalDate now = day.of(at);
                assertThat(now).isBetween(before, before.plusDays(1));
                before = now;
            }
        }
    }
}
