package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// What holds of reports and their numbers. Asked before an entry is added, and told of it after.
final class ReportLaws {
    private final Map<ShiftId, Figures> figures = new HashMap<>();
    private final Map<TillId, Figures> between = new HashMap<>();
    private final Map<TillId, Figures> perpetual = new HashMap<>();
    private final Map<TillId, ZReported> lastZ = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<ShiftId> reported = new HashSet<>();

    /// @param closed the shifts closed so far
    void check(Entry entry, Set<ShiftId> closed) {
        switch (entry.fact()) {
            case ZReported z -> checkZ(z, entry, closed);
            case XReported x -> checkNumber("X " + x.at(), x.number(), entry);
            case CopyPrinted copy -> {
                checkNumber("copy " + copy.at(), copy.copy(), entry);
                unless(
                        lastZ.containsKey(copy.at())
                                && copy.number() <= lastZ.get(copy.at()).number(),
                        "a copy has an original",
                        copy);
            }
            case CorrectionMade made -> checkNumber("correction " + made.at(), made.number(), entry);
            case LateRecorded late -> checkNumber("correction " + late.at(), late.number(), entry);
            default -> {}
        }
        add(entry);
    }

    private void checkNumber(String of, long number, Entry entry) {
        unless(number == numbers.merge(of, 1L, Long::sum), "numbers have no gap", entry);
    }

    private void checkZ(ZReported z, Entry entry, Set<ShiftId> closed) {
        Optional<ZReported> before = Optional.ofNullable(lastZ.put(z.at(), z));
        unless(z.number() == before.map(ZReported::number).orElse(0L) + 1, "Z numbers have no gap", z);
        unless(!z.shifts().isEmpty(), "no number for an unused period", z);
        for (ShiftId shift : z.shifts()) {
            unless(reported.add(shift), "a shift is reported once", z);
            unless(closed.contains(shift), "only closed shifts are reported", z);
        }
        unless(z.lastSequence() == entry.sequence() - 1, "a Z names the entry before it", z);
        checkFigures(z);
        checkGrandTotals(z, before.map(ZReported::grandTotals).orElse(List.of()));
    }

    private void checkFigures(ZReported z) {
        Figures sum = Optional.ofNullable(between.remove(z.at())).orElseGet(Figures::new);
        for (ShiftId shift : z.shifts()) {
            sum = sum.plus(figures.getOrDefault(shift, new Figures()));
        }
        unless(sum.tallies().equals(z.figures()), "a Z is the sum of its entries", List.of(z, sum.tallies()));
    }

    private void checkGrandTotals(ZReported z, List<GrandTotal> before) {
        Figures ever = perpetual.getOrDefault(z.at(), new Figures());
        for (GrandTotal total : z.grandTotals()) {
            var currency = total.sales().currency();
            unless(total.equals(GrandTotal.of(ever, currency)), "grand totals are all there ever was", z);
            for (GrandTotal earlier : before) {
                boolean same = earlier.sales().currency().equals(currency);
                unless(
                        !same
                                || total.sales().compareTo(earlier.sales()) >= 0
                                        && total.refunds().compareTo(earlier.refunds()) >= 0,
                        "grand totals never shrink",
                        z);
            }
        }
        for (Tally line : z.figures()) {
            unless(
                    !GrandTotal.counts(line.line())
                            || z.grandTotals().stream()
                                    .anyMatch(total ->
                                            total.sales().currency().code().equals(line.currency())),
                    "a Z has a grand total for every currency it has sales of",
                    z);
        }
    }

    private void add(Entry entry) {
        Optional<TillId> till = entry.fact().till();
        Optional<Figures> own = entry.shift()
                .map(shift -> figures.computeIfAbsent(shift, _ -> new Figures()))
                .or(() -> till.map(at -> between.computeIfAbsent(at, _ -> new Figures())));
        for (Tally tally : entry.fact().tallies()) {
            own.ifPresent(sum -> sum.add(tally));
            till.filter(_ -> GrandTotal.counts(tally.line()))
                    .ifPresent(at ->
                            perpetual.computeIfAbsent(at, _ -> new Figures()).add(tally));
        }
    }
}
