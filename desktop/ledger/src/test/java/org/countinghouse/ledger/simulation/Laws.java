package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.TillId;

/// What holds of every ledger, found by going through its entries and nothing else.
final class Laws {
    private static final Duration BACKWARDS_TOLERANCE = Duration.ofSeconds(5);

    private final List<Entry> entries;
    private final Collection<List<Entry>> standing;

    private final Set<UUID> ids = new HashSet<>();
    private final Map<ShiftId, LocalDate> dates = new HashMap<>();
    private final Map<ShiftId, Long> closed = new HashMap<>();
    private final Map<ShiftId, List<Tally>> figures = new HashMap<>();
    private final Map<TillId, Figures> perpetual = new HashMap<>();
    private final Map<TillId, ZReported> lastZ = new HashMap<>();
    private final Set<ShiftId> reported = new HashSet<>();

    /// @param standing the entries each order led to that was acknowledged, or found after a crash
    Laws(List<Entry> entries, Collection<List<Entry>> standing) {
        this.entries = entries;
        this.standing = standing;
    }

    void check() {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            unless(entry.sequence() == i + 1, "sequences have no gap", entry);
            unless(ids.add(entry.id()), "an id is there once", entry);
            if (i > 0) {
                checkTime(entries.get(i - 1), entry);
            }
            checkBalanced(entry);
            entry.shift().ifPresent(shift -> checkShift(shift, entry));
            if (entry.fact() instanceof ZReported z) {
                checkZ(z, entry);
            }
            add(entry);
        }
        checkOrders();
    }

    /// Every order that stands is there once, as it was answered, and nothing is there that nobody ordered.
    private void checkOrders() {
        long ordered = 0;
        for (List<Entry> order : standing) {
            int first = (int) order.getFirst().sequence() - 1;
            unless(
                    first + order.size() <= entries.size()
                            && entries.subList(first, first + order.size()).equals(order),
                    "what was acknowledged is there",
                    order);
            ordered += order.size();
        }
        long jumps = entries.stream()
                .filter(entry -> entry.fact() instanceof ClockJumped)
                .count();
        unless(ordered + jumps == entries.size(), "every entry was ordered once");
    }

    private static void checkTime(Entry before, Entry entry) {
        boolean back = entry.recordedAt().isBefore(before.recordedAt().minus(BACKWARDS_TOLERANCE));
        unless(!back || entry.fact() instanceof ClockJumped, "time goes back only by an entry", entry);
    }

    private static void checkBalanced(Entry entry) {
        var sums = new HashMap<String, Long>();
        for (Posting posting : entry.fact().postings()) {
            sums.merge(posting.amount().currency().code(), posting.amount().minorUnits(), Math::addExact);
        }
        unless(sums.values().stream().allMatch(sum -> sum == 0), "postings are zero-sum per currency", entry);
    }

    private void checkShift(ShiftId shift, Entry entry) {
        LocalDate date = dates.computeIfAbsent(shift, _ -> entry.businessDate());
        unless(date.equals(entry.businessDate()), "a shift keeps its business date", entry);
        unless(!closed.containsKey(shift) || isOfClose(shift, entry), "a closed shift never changes", entry);
        if (entry.fact() instanceof ShiftClosed) {
            closed.put(shift, entry.sequence());
        }
    }

    /// What a close leads to, in its own transaction; and the Z, whenever it is taken.
    private boolean isOfClose(ShiftId shift, Entry entry) {
        return switch (entry.fact()) {
            case ZReported _ -> true;
            case OverShortFound _, SafeDropped _ ->
                entries.subList(closed.get(shift).intValue(), (int) entry.sequence()).stream()
                        .allMatch(each -> each.shift().equals(entry.shift())
                                && each.recordedAt().equals(entry.recordedAt()));
            default -> false;
        };
    }

    private void checkZ(ZReported z, Entry entry) {
        var before = Optional.ofNullable(lastZ.put(z.at(), z));
        unless(z.number() == before.map(ZReported::number).orElse(0L) + 1, "Z numbers have no gap", z);
        unless(!z.shifts().isEmpty(), "no number for an unused period", z);
        for (ShiftId shift : z.shifts()) {
            unless(reported.add(shift), "a shift is reported once", z);
            unless(closed.containsKey(shift), "only closed shifts are reported", z);
        }
        unless(z.lastSequence() == entry.sequence() - 1, "a Z names the entry before it", z);
        checkFigures(z);
        checkGrandTotals(z, before);
    }

    private void checkFigures(ZReported z) {
        var sum = new Figures();
        z.shifts().forEach(shift -> figures.getOrDefault(shift, List.of()).forEach(sum::add));
        unless(sum.tallies().equals(z.figures()), "a Z is the sum of its entries", z);
    }

    private void checkGrandTotals(ZReported z, Optional<ZReported> before) {
        Figures ever = perpetual.getOrDefault(z.at(), new Figures());
        for (GrandTotal total : z.grandTotals()) {
            var currency = total.sales().currency();
            unless(
                    total.sales().equals(ever.amount(Line.SALES, currency))
                            && total.refunds().equals(ever.amount(Line.REFUNDS, currency)),
                    "grand totals are all there ever was",
                    z);
        }
        for (GrandTotal earlier : before.map(ZReported::grandTotals).orElse(List.of())) {
            for (GrandTotal total : z.grandTotals()) {
                if (total.sales().currency().equals(earlier.sales().currency())) {
                    unless(
                            total.sales().compareTo(earlier.sales()) >= 0
                                    && total.refunds().compareTo(earlier.refunds()) >= 0,
                            "grand totals never shrink",
                            z);
                }
            }
        }
    }

    private void add(Entry entry) {
        for (Tally tally : entry.fact().tallies()) {
            entry.shift()
                    .ifPresent(shift -> figures.computeIfAbsent(shift, _ -> new ArrayList<>())
                            .add(tally));
            entry.fact()
                    .till()
                    .ifPresent(till ->
                            perpetual.computeIfAbsent(till, _ -> new Figures()).add(tally));
        }
    }
}
