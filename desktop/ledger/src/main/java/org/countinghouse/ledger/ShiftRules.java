package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.ledger.Counting.Difference;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.Decision.Refused;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.Declared;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.shift.LastClose;
import org.countinghouse.ledger.shift.OpeningFloat;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftParked;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.ShiftResumed;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TrayEmptied;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillBook;
import org.countinghouse.ledger.till.TillId;

/// When a shift may be opened, counted, suspended, parked, closed and counted again.
final class ShiftRules {
    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;
    private final Counting counting;
    private final ReportRules reports;

    ShiftRules(Books books, Circumstances circumstances, Approvals approvals, ReportRules reports) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
        this.counting = new Counting(books);
        this.reports = reports;
    }

    Decision open(Command.OpenShift open) {
        Optional<Shift> already = books.openShift(open.till());
        if (already.isPresent()) {
            return CashRules.refuse(
                    Refusal.SHIFT_ALREADY_OPEN,
                    "till",
                    open.till(),
                    "shift",
                    already.get().id());
        }
        return counting.faultAtOpening(Account.till(open.till()), open.counted())
                .orElseGet(() -> decideOpening(open));
    }

    private Decision decideOpening(Command.OpenShift open) {
        var shift = new ShiftId(open.till(), books.till(open.till()).shifts() + 1);
        var floats = open.counted().stream()
                .map(counted -> openingFloat(open, counted))
                .toList();
        var facts = new ArrayList<Fact>();
        facts.add(new ShiftOpened(shift, floats, counting.found(Account.till(open.till()), open.counted())));
        var differences = floats.stream()
                .map(opening ->
                        new Difference(opening.proposed(), opening.counted().amount()))
                .toList();
        facts.addAll(Counting.overShort(open.till(), Occasion.OPENING, differences, Optional.empty()));
        return new Decided(facts, Optional.of(shift), circumstances.today());
    }

    private OpeningFloat openingFloat(Command.OpenShift open, Cash counted) {
        Money left = books.balance(Account.till(open.till()), counted.currency());
        Money fromSafe = open.fromSafe()
                .map(given -> given.stream()
                        .filter(amount -> amount.currency().equals(counted.currency()))
                        .reduce(counted.currency().zero(), Money::plus))
                .orElseGet(() ->
                        left.isZero() ? counted.amount() : counted.currency().zero());
        return new OpeningFloat(left, fromSafe, counted);
    }

    Decision suspend(Command.SuspendShift suspend, Shift shift) {
        return CashRules.in(shift, new ShiftSuspended(shift.id(), suspend.reason()));
    }

    Decision resume(Shift shift) {
        return shift.state() == Shift.State.SUSPENDED
                ? CashRules.in(shift, new ShiftResumed(shift.id()))
                : CashRules.refuse(
                        Refusal.SHIFT_NOT_SUSPENDED, "shift", shift.id().toString());
    }

    Decision park(Shift shift) {
        return reports.unmetBag(shift).orElseGet(() -> {
            var held = new ArrayList<Money>();
            var known = new ArrayList<Pieces>();
            for (Currency currency : counting.currencies(shift.place())) {
                held.add(books.expected(shift.id(), currency));
                known.add(books.stock(shift.place(), currency));
            }
            return CashRules.in(shift, new ShiftParked(shift.id(), held, known));
        });
    }

    Decision count(Command.CountTill count, Shift shift) {
        if (shift.life().counts() >= books.policy().counts()
                && approvals
                        .approved(Matter.OVER_SHORT, List.of(), Optional.of(shift))
                        .isPresent()) {
            return CashRules.refuse(
                    Refusal.COUNTED_TOO_OFTEN,
                    "counts",
                    Long.toString(books.policy().counts()));
        }
        var declared = count.declared().isEmpty() ? Optional.<List<Tendered>>empty() : Optional.of(count.declared());
        var found = shift.life().parked() ? List.<Pieces>of() : counting.found(shift.place(), count.counted());
        return counting.fault(shift.place(), count.counted())
                .orElseGet(() -> CashRules.in(shift, new TillCounted(shift.id(), count.counted(), found, declared)));
    }

    Decision close(Command.CloseShift close, Shift shift) {
        if (shift.state() != Shift.State.COUNTED) {
            return CashRules.refuse(
                    Refusal.COUNT_NOT_SEALED, "till", close.till().name());
        }
        var counts = shift.counted().stream()
                .map(counted -> new Counted(books.expected(shift.id(), counted.currency()), counted))
                .toList();
        var declared = shift.life().declared().map(slips -> declared(shift, slips));
        return Counting.namedTwice(close.drop())
                .or(() -> close.drop().stream()
                        .flatMap(drop -> faultInDrop(drop, counts).stream())
                        .findFirst())
                .or(() -> reports.unmetBag(shift))
                .or(() -> unansweredMachine(shift))
                .or(() -> judged(close, shift, counts, declared.orElse(List.of())))
                .orElseGet(() -> decideClose(close, shift, counts, declared));
    }

    /// What the till's machine moved and nobody answered for is passed on only when a second person says so. A tray has
    /// no machine: who is alone parks the shift.
    private Optional<Decision> unansweredMachine(Shift shift) {
        TillId till = shift.id().till();
        var owed = books.owed(till);
        long open = books.intents().stream()
                .filter(intent -> intent.at().equals(till))
                .count();
        if (shift.life().parked() || owed.isEmpty() && open == 0) {
            return Optional.empty();
        }
        return circumstances.approver().isEmpty()
                ? Optional.of(new Refused(
                        Refusal.MACHINE_NOT_ANSWERED,
                        Map.of(
                                "till",
                                till.name(),
                                "owed",
                                owed.stream().map(Money::toString).collect(Collectors.joining(", ")),
                                "open",
                                Long.toString(open))))
                : approvals.approved(Matter.OVER_SHORT, owed, Optional.of(shift));
    }

    private List<Declared> declared(Shift shift, List<Tendered> slips) {
        Figures figures = books.figures(shift.id());
        return slips.stream()
                .map(slip -> new Declared(
                        slip.tender(),
                        figures.amount(
                                        Line.TENDERED,
                                        slip.tender(),
                                        slip.amount().currency())
                                .minus(figures.amount(
                                        Line.REFUNDED,
                                        slip.tender(),
                                        slip.amount().currency())),
                        slip.amount()))
                .toList();
    }

    /// The largest over or short of any tender decides, also one that an earlier count showed: exactly
    /// the limit still passes.
    private Optional<Decision> judged(
            Command.CloseShift close, Shift shift, List<Counted> counts, List<Declared> declared) {
        var differences = Stream.of(
                        counts.stream().map(Counted::overShort),
                        declared.stream().map(Declared::overShort),
                        shift.life().widest().stream())
                .flatMap(Function.identity())
                .toList();
        return approvals
                .amounts(Matter.OVER_SHORT, differences, Optional.of(shift))
                .or(() -> differences.stream().allMatch(Money::isZero)
                        ? Optional.empty()
                        : approvals.listedReason(Matter.OVER_SHORT, close.reason(), close.note()));
    }

    private static Optional<Decision> faultInDrop(Cash drop, List<Counted> counts) {
        Money counted = counts.stream()
                .filter(count -> count.currency().equals(drop.currency()))
                .map(count -> count.counted().amount())
                .findFirst()
                .orElse(drop.currency().zero());
        if (!drop.amount().isPositive()) {
            return Optional.of(CashRules.refuse(
                    Refusal.NOT_POSITIVE, "amount", drop.amount().toString()));
        }
        return drop.amount().compareTo(counted) > 0
                ? Optional.of(CashRules.refuse(Refusal.DROP_EXCEEDS_COUNT, "amount", drop.amount(), "counted", counted))
                : Optional.empty();
    }

    private Decision decideClose(
            Command.CloseShift close, Shift shift, List<Counted> counts, Optional<List<Declared>> declared) {
        var facts = new ArrayList<Fact>();
        facts.add(new ShiftClosed(
                shift.id(), counts, declared, CashRules.ifSaid(close.reason()), CashRules.ifSaid(close.note())));
        var differences = counts.stream()
                .map(count -> new Difference(count.expected(), count.counted().amount()))
                .toList();
        var tray = Optional.of(shift.id()).filter(_ -> shift.life().parked());
        facts.addAll(Counting.overShort(close.till(), Occasion.CLOSING, differences, tray));
        if (tray.isPresent()) {
            var known = counts.stream()
                    .map(count -> books.stock(shift.place(), count.currency()))
                    .toList();
            facts.add(new TrayEmptied(shift.id(), shift.counted(), known, close.bag()));
        } else {
            close.drop().forEach(drop -> facts.add(new SafeDropped(close.till(), drop, close.bag())));
        }
        if (close.withZ()) {
            Optional<Decision> fault = reports.faultInPeriod(close.till(), Optional.of(shift.id()));
            if (fault.isPresent()) {
                return fault.get();
            }
            facts.add(reports.z(close.till(), counts, facts));
        }
        return new Decided(facts, Optional.of(shift.id()), shift.businessDate());
    }

    /// Counts again what a closed shift left in the till. The close stays; what is found is a record of its own.
    Decision recount(Command.Recount recount) {
        TillBook book = books.till(recount.till());
        Optional<LastClose> last = book.lastClose();
        if (last.isEmpty()) {
            return CashRules.refuse(
                    Refusal.NOTHING_TO_RECOUNT, "till", recount.till().name());
        }
        if (last.get().recounts() >= books.policy().counts()) {
            return CashRules.refuse(
                    Refusal.COUNTED_TOO_OFTEN,
                    "counts",
                    Long.toString(books.policy().counts()));
        }
        var place = Account.till(recount.till());
        var counts = recount.counted().stream()
                .map(cash -> new Counted(books.balance(place, cash.currency()), cash))
                .toList();
        return counting.fault(place, recount.counted())
                .or(() -> approvals.reason(Matter.OVER_SHORT, recount.reason(), recount.note()))
                .or(() -> approvals.amounts(
                        Matter.OVER_SHORT,
                        counts.stream().map(Counted::overShort).toList(),
                        Optional.empty()))
                .orElseGet(() -> decideRecount(recount.till(), last.get(), counts, recount));
    }

    private Decision decideRecount(TillId till, LastClose last, List<Counted> counts, Command.Recount recount) {
        var found = counting.found(Account.till(till), recount.counted());
        var facts = new ArrayList<Fact>();
        facts.add(new ShiftRecounted(last.shift(), last.recounts() + 1, counts, found, recount.reason()));
        var differences = counts.stream()
                .map(count -> new Difference(count.expected(), count.counted().amount()))
                .toList();
        facts.addAll(Counting.overShort(till, Occasion.RECOUNT, differences, Optional.empty()));
        return books.find(last.shift())
                .map(shift -> new Decided(facts, Optional.of(shift.id()), shift.businessDate()))
                .orElseGet(() -> new Decided(facts, Optional.empty(), circumstances.today()));
    }
}
