package org.countinghouse.store;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Which backups stay: the last of each of 7 days, of each of 4 weeks, of each of 12 months. Days, weeks and months
/// without a backup do not count, so a shop that was closed for a season still has its last ones.
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 12;
    private static final int WEEKS_A_YEAR_AT_MOST = 100;

    private Retention() {}

    static Set<LocalDateTime> kept(Collection<LocalDateTime> backups) {
        var kept = new TreeSet<LocalDateTime>();
        newest(backups, LocalDateTime::toLocalDate, DAYS, kept);
        newest(backups, Retention::week, WEEKS, kept);
        newest(backups, YearMonth::from, MONTHS, kept);
        return kept;
    }

    private static int week(LocalDateTime at) {
        return at.get(IsoFields.WEEK_BASED_YEAR) * WEEKS_A_YEAR_AT_MOST + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /// The newest backup of each of the newest periods.
    private static void newest(
            Collection<LocalDateTime> backups,
            Function<LocalDateTime, Object> period,
            int periods,
            Set<LocalDateTime> into) {
        var newest = new LinkedHashMap<Object, LocalDateTime>();
        backups.stream().sorted(Comparator.reverseOrder()).forEach(at -> newest.putIfAbsent(period.apply(at), at));
        newest.values().stream().limit(periods).forEach(into::add);
    }
}
