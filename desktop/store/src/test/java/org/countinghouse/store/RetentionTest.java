package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetentionTest {
    @Test
    void theLastOfSevenDaysFourWeeksAndTwelveMonthsStay() {
        var year = new ArrayList<LocalDateTime>();
        for (LocalDate day = LocalDate.parse("2025-11-01"); day.getYear() < 2027; day = day.plusDays(1)) {
            year.add(day.atTime(12, 0));
            year.add(day.atTime(21, 30));
        }
        Collections.shuffle(year, new Random(7));
        assertThat(kept(year)).isEqualTo("""
            2026-01-31T21:30
            2026-02-28T21:30
            2026-03-31T21:30
            2026-04-30T21:30
            2026-05-31T21:30
            2026-06-30T21:30
            2026-07-31T21:30
            2026-08-31T21:30
            2026-09-30T21:30
            2026-10-31T21:30
            2026-11-30T21:30
            2026-12-13T21:30
            2026-12-20T21:30
            2026-12-25T21:30
            2026-12-26T21:30
            2026-12-27T21:30
            2026-12-28T21:30
            2026-12-29T21:30
            2026-12-30T21:30
            2026-12-31T21:30""");
    }

    @Test
    void aShopThatWasClosedForASeasonKeepsItsLastSevenDays() {
        var before = new ArrayList<LocalDateTime>();
        for (int day = 2; day <= 8; day++) {
            before.add(LocalDate.of(2026, 3, day).atTime(20, 0));
        }
        before.add(LocalDateTime.parse("2026-11-25T20:00"));
        assertThat(Retention.kept(before))
                .hasSize(7)
                .contains(LocalDateTime.parse("2026-03-03T20:00"))
                .doesNotContain(LocalDateTime.parse("2026-03-02T20:00"));
    }

    @Test
    void fewBackupsAllStayAndNoneIsNone() {
        var two = List.of(LocalDateTime.parse("2026-11-24T20:00"), LocalDateTime.parse("2026-11-25T20:00"));
        assertThat(Retention.kept(two)).containsExactlyElementsOf(two);
        assertThat(Retention.kept(List.of())).isEmpty();
    }

    private static String kept(List<LocalDateTime> backups) {
        return Retention.kept(backups).stream().map(LocalDateTime::toString).collect(Collectors.joining("\n"));
    }
}
