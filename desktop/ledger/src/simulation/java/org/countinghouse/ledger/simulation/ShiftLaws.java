package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.TrayEmptied;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;

/// What holds of shifts, and of entries that answer earlier ones.
final class ShiftLaws {
    private final Map<ShiftId, LocalDate> dates = new HashMap<>();
    private final Map<ShiftId, Entry> closed = new HashMap<>();
    private final Map<UUID, Entry> earlier = new HashMap<>();
    private final Map<UUID, Long> refunded = new HashMap<>();
    private final Set<UUID> corrected = new HashSet<>();

    Set<ShiftId> closed() {
        return closed.keySet();
    }

    void check(Entry entry) {
        entry.shift().ifPresent(shift -> checkShift(shift, entry));
        switch (entry.fact()) {
            case CorrectionMade made -> checkCorrection(made);
            case RefundMade refund ->
                refund.sale().ifPresent(sale -> refund(sale, refund.value().minorUnits(), entry));
            default -> {}
        }
        earlier.put(entry.id(), entry);
    }

    private void checkShift(ShiftId shift, Entry entry) {
        LocalDate date = dates.computeIfAbsent(shift, _ -> entry.businessDate());
        unless(date.equals(entry.businessDate()), "a shift keeps its business date", entry);
        unless(!closed.containsKey(shift) || isAfterClose(shift, entry), "a closed shift never changes", entry);
        switch (entry.fact()) {
            case ShiftOpened opened ->
                unless(opened.shift().equals(shift), "a shift is opened under its number", entry);
            case ShiftClosed _ -> closed.put(shift, entry);
            default -> {}
        }
    }

    /// What a close leads to, in its own transaction; the Z, whenever it is taken; and recounts.
    private boolean isAfterClose(ShiftId shift, Entry entry) {
        Entry close = closed.get(shift);
        boolean ofClose = close.recordedAt().equals(entry.recordedAt())
                && close.id().getMostSignificantBits() == entry.id().getMostSignificantBits();
        return switch (entry.fact()) {
            case ZReported _, ShiftRecounted _ -> true;
            case OverShortFound found -> ofClose || found.occasion() == Occasion.RECOUNT;
            case SafeDropped _, TrayEmptied _ -> ofClose;
            default -> false;
        };
    }

    private void checkCorrection(CorrectionMade made) {
        Entry wrong = earlier.get(made.corrects());
        unless(wrong != null && wrong.sequence() == made.sequence(), "a correction names what it corrects", made);
        unless(corrected.add(made.corrects()), "an entry is corrected once", made);
        Fact fact = wrong.fact();
        unless(!(fact instanceof CorrectionMade), "a correction is not corrected", made);
        unless(
                !(fact instanceof SaleMade) || refunded.getOrDefault(wrong.id(), 0L) == 0,
                "what was refunded is not taken back",
                made);
        if (fact instanceof RefundMade refund && refund.sale().isPresent()) {
            refund(refund.sale().get(), -refund.value().minorUnits(), wrong);
        }
    }

    private void refund(UUID sale, long minorUnits, Entry entry) {
        long sum = refunded.merge(sale, minorUnits, Math::addExact);
        unless(
                earlier.get(sale) instanceof Entry sold
                        && sold.fact() instanceof SaleMade made
                        && sum <= made.total().minorUnits()
                        && (minorUnits < 0 || !corrected.contains(sale)),
                "no more is refunded than was sold",
                entry);
    }
}
