package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.app.backoffice.ShopShifts.Seen;
import org.countinghouse.ledger.money.Currency;

/// What a cashier's shifts have in common.
///
/// @param closes over or short of each close in the currency looked at, in minor units
/// @param sales how often this person sold
/// @param noSales how often this person opened the drawer without selling
/// @param tenths no sales per hundred sales, in tenths
record CashierRow(String name, List<Long> closes, long sales, long noSales, Optional<Long> tenths) {
    CashierRow {
        closes = List.copyOf(closes);
    }

    Optional<Long> median() {
        return closes.isEmpty() ? Optional.empty() : Optional.of(Medians.median(closes));
    }

    /// Everybody who closed a shift or sold, by name.
    static List<CashierRow> of(Seen seen, Currency currency) {
        Map<String, List<Long>> closes = new TreeMap<>();
        for (ShiftStory story : seen.shifts()) {
            if (story.isClosed()) {
                story.counts().stream()
                        .flatMap(count -> count.overShort().stream())
                        .filter(difference -> difference.currency().equals(currency))
                        .forEach(difference -> closes.computeIfAbsent(story.answerable(), _ -> new ArrayList<>())
                                .add(difference.minorUnits()));
            }
        }
        seen.drawers().keySet().forEach(employee -> closes.computeIfAbsent(employee, _ -> new ArrayList<>()));
        var rows = new ArrayList<CashierRow>();
        closes.forEach((employee, found) -> {
            var drawer = seen.drawers().getOrDefault(employee, new ShiftFold.Drawer(0, 0));
            rows.add(new CashierRow(
                    seen.names().getOrDefault(employee, employee),
                    found,
                    drawer.sales(),
                    drawer.noSales(),
                    drawer.tenthsPerHundred()));
        });
        return rows;
    }

    /// Where the middle half of all closes lies, whoever made them.
    static Optional<Medians.Band> closesBand(List<CashierRow> rows) {
        var all = rows.stream().flatMap(row -> row.closes().stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(Medians.band(all));
    }

    /// Where the middle half of the cashiers lies.
    static Optional<Medians.Band> noSalesBand(List<CashierRow> rows) {
        var all = rows.stream().flatMap(row -> row.tenths().stream()).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(Medians.band(all));
    }
}
