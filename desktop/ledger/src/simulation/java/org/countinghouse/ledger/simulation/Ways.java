package org.countinghouse.ledger.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.correction.LateRecorded.What;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.ledger.till.TillId;

/// The table of what may happen: a new command is a line here, one in [Notebook], and its laws in
/// [Laws].
final class Ways {
    /// In which state of the till something is likely; it happens in the others too, now and then.
    private enum When {
        CLOSED,
        OPEN,
        COUNTED,
        SUSPENDED,
        HANDED_OVER,
        /// A shift of the till waits to be counted, whatever else there is.
        PARKED,
        ANY
    }

    private interface Way {
        Command command(Chance c, TillId till, Books books);
    }

    private record Row(int weight, When when, Way way) {}

    private static final int ONE_IN_OUT_OF_TURN = 14;

    private static final List<Row> TABLE = List.of(
            row(40, When.OPEN, (c, till, books) -> new Customer(c, books).buys(till)),
            row(6, When.OPEN, (c, till, _) -> refund(c, till)),
            row(4, When.OPEN, (c, till, _) -> new Command.PayIn(till, c.cash(), c.reason(), c.note())),
            row(4, When.OPEN, (c, till, _) -> new Command.PayOut(till, c.cash(), c.reason(), c.note())),
            row(3, When.OPEN, (c, till, _) -> new Command.OpenDrawer(till, c.reason(), c.note())),
            row(4, When.OPEN, (c, till, _) -> new Command.DropToSafe(till, c.cash(), c.bag())),
            row(3, When.OPEN, (c, till, _) -> new Command.LoanFloat(till, c.cash(), c.note())),
            row(12, When.OPEN, (c, till, books) -> count(c, till, books, Optional.empty())),
            row(2, When.OPEN, (c, till, _) -> new Command.SuspendShift(till, c.reason())),
            row(3, When.OPEN, (_, till, _) -> new Command.ParkShift(till)),
            row(4, When.OPEN, (c, till, books) -> handOver(c, till, books)),
            row(5, When.OPEN, (c, till, _) -> new Command.Correct(till, c.wrong(), c.reason(), c.note())),
            row(1, When.OPEN, (_, till, _) -> new Command.TakeX(till)),
            row(12, When.COUNTED, (c, till, books) -> close(c, till, books, Optional.empty())),
            row(1, When.COUNTED, (c, till, books) -> count(c, till, books, Optional.empty())),
            row(1, When.COUNTED, (c, till, books) -> new Customer(c, books).buys(till)),
            row(4, When.COUNTED, (c, till, books) -> handOver(c, till, books)),
            row(1, When.COUNTED, (c, till, _) -> new Command.SuspendShift(till, c.reason())),
            row(5, When.SUSPENDED, (_, till, _) -> new Command.ResumeShift(till)),
            row(5, When.HANDED_OVER, (c, till, books) -> takeOver(c, till, books)),
            row(12, When.CLOSED, (c, till, books) -> new Command.OpenShift(till, c.floats(till, books), c.fromSafe())),
            row(3, When.CLOSED, (_, till, _) -> new Command.TakeZ(till)),
            row(1, When.CLOSED, (c, till, _) -> new Command.CopyZ(till, c.upTo(2))),
            row(1, When.CLOSED, (c, _, books) -> exported(c, books)),
            row(1, When.CLOSED, (c, till, _) -> new Command.Correct(till, c.wrong(), c.reason(), c.note())),
            row(2, When.CLOSED, (c, till, books) -> recount(c, till, books)),
            row(40, When.PARKED, Ways::tray),
            row(1, When.ANY, (c, till, books) -> late(c, till, books)),
            row(1, When.ANY, (c, _, _) -> new Command.DepositAtBank(c.cash(), c.nonsense() ? "" : "slip")),
            row(1, When.ANY, (c, _, _) -> new Command.ReceiveChange(c.cash(), "slip")),
            row(4, When.ANY, (c, till, books) -> bag(c, till, books)),
            row(1, When.ANY, (c, till, _) -> machine(c, till)),
            row(1, When.ANY, (c, till, _) -> new Command.SeeDrawer(till, c.any(List.of(DrawerSeen.What.values())))),
            row(7, When.ANY, (c, till, books) -> new Machines(c, books).steps(till)),
            row(3, When.ANY, (c, till, books) -> new Machines(c, books).answers(till)),
            row(1, When.ANY, (c, _, books) -> countPlace(c, books)),
            row(1, When.ANY, (c, _, _) -> new Command.SignIn(c.person())),
            row(1, When.ANY, (c, _, _) -> new Command.RefuseSignIn(c.person())),
            row(1, When.ANY, (c, _, _) -> new Command.AddPerson(new PersonAdded(c.person(), "New", Role.CASHIER))),
            row(1, When.ANY, (c, _, _) -> new Command.SetRate(c.rate())),
            row(1, When.ANY, (c, _, _) -> new Command.SetItem(c.item())),
            row(
                    1,
                    When.ANY,
                    (c, _, _) -> new Command.SetPolicy(
                            c.oneIn(2) ? Policy.STANDARD : c.shop().strict())));

    private static final int[] WEIGHTS =
            Arrays.stream(When.values()).mapToInt(Ways::weight).toArray();

    private Ways() {}

    private static Row row(int weight, When when, Way way) {
        return new Row(weight, when, way);
    }

    private static Command exported(Chance c, Books books) {
        var hash = new Sha256("5e".repeat(32));
        long upTo = books.lastSequence() + (c.nonsense() ? 1 : 0);
        LocalDate day = LocalDate.EPOCH;
        return new Command.RecordExport(new LedgerExported(
                "workbook",
                day,
                c.nonsense() ? day.minusDays(1) : day,
                Optional.empty(),
                0,
                upTo,
                0,
                hash,
                List.of(new LedgerExported.File("book.xlsx", hash))));
    }

    /// What somebody does next.
    static Command next(Chance c, Books books) {
        TillId till = c.till();
        When state = c.oneIn(ONE_IN_OUT_OF_TURN) ? When.ANY : state(c, till, books);
        return draw(c, state).way().command(c, till, books);
    }

    /// Who does it: mostly the one it is for.
    static String actor(Chance c, Command command, Books books) {
        return command instanceof Command.TakeOver take && !c.oneIn(4)
                ? handover(take.till(), books).map(Shift.Handover::to).orElseGet(c::person)
                : c.person();
    }

    private static When state(Chance c, TillId till, Books books) {
        if (parked(till, books).isPresent() && c.oneIn(2)) {
            return When.PARKED;
        }
        return books.openShift(till)
                .map(shift -> When.valueOf(shift.state().name()))
                .orElse(When.CLOSED);
    }

    private static Row draw(Chance c, When state) {
        int left = c.upTo(WEIGHTS[state.ordinal()] - 1);
        for (Row row : TABLE) {
            left -= fits(row, state) ? row.weight() : 0;
            if (left < 0) {
                return row;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private static int weight(When state) {
        return TABLE.stream()
                .filter(row -> fits(row, state))
                .mapToInt(Row::weight)
                .sum();
    }

    private static boolean fits(Row row, When state) {
        return state == When.ANY || row.when() == When.ANY || row.when() == state;
    }

    private static Command refund(Chance c, TillId till) {
        var amount = c.cash();
        return new Command.Refund(till, amount.amount(), amount.pieces(), c.tender(), c.sale(), c.reason(), c.note());
    }

    private static Optional<ShiftId> parked(TillId till, Books books) {
        return books.unreported(till).stream()
                .filter(shift -> shift.life().parked() && !shift.isClosed())
                .map(Shift::id)
                .findFirst();
    }

    /// The tray of a parked shift is counted, then closed.
    private static Command tray(Chance c, TillId till, Books books) {
        var parked = parked(till, books);
        boolean counted = parked.flatMap(books::find)
                .filter(shift -> shift.state() == Shift.State.COUNTED)
                .isPresent();
        return counted ? close(c, till, books, parked) : count(c, till, books, parked);
    }

    private static Account place(TillId till, Optional<ShiftId> parked) {
        return parked.map(Account::tray).orElseGet(() -> Account.till(till));
    }

    private static Command count(Chance c, TillId till, Books books, Optional<ShiftId> parked) {
        return new Command.CountTill(till, parked, c.counts(place(till, parked), books), c.declared());
    }

    private static Command close(Chance c, TillId till, Books books, Optional<ShiftId> parked) {
        var drop = c.some(place(till, parked), books);
        return new Command.CloseShift(till, parked, drop, c.bag(), c.oneIn(2), c.oneIn(2) ? "" : c.reason(), c.note());
    }

    private static Command handOver(Chance c, TillId till, Books books) {
        var sealed = books.openShift(till).map(Shift::counted).filter(counted -> !counted.isEmpty() && !c.oneIn(8));
        return new Command.HandOver(
                till, c.person(), sealed.orElseGet(() -> c.counts(Account.till(till), books)), c.reason(), c.note());
    }

    private static Optional<Shift.Handover> handover(TillId till, Books books) {
        return books.openShift(till).flatMap(shift -> shift.life().handover());
    }

    private static Command takeOver(Chance c, TillId till, Books books) {
        var sent = handover(till, books).map(Shift.Handover::sent).orElse(List.of());
        return new Command.TakeOver(till, c.arrived(sent));
    }

    private static Command recount(Chance c, TillId till, Books books) {
        return new Command.Recount(till, c.counts(Account.till(till), books), c.reason(), c.note());
    }

    private static Command late(Chance c, TillId till, Books books) {
        var day = books.unreported(till).stream().map(Shift::businessDate).findFirst();
        return new Command.RecordLate(
                till,
                day.orElse(Schedule.FIRST_DAY).minusDays(c.upTo(3)),
                c.any(List.of(What.values())),
                c.money(),
                c.tender(),
                c.any(List.of("milk", "stale")),
                c.note());
    }

    private static Command bag(Chance c, TillId till, Books books) {
        if (c.nonsense()) {
            return new Command.ReceiveBag(c.bag(), List.of(c.cash()), false, "");
        }
        if (books.bags().isEmpty() || c.oneIn(3)) {
            Account from = c.oneIn(2) ? Account.till(till) : c.place();
            var cash = c.some(from, books);
            return new Command.SendBag(c.bag(), from, c.place(), cash.isEmpty() ? List.of(c.cash()) : cash, c.note());
        }
        Transfer under = c.any(books.bags());
        return new Command.ReceiveBag(under.bag(), c.arrived(under.cash()), c.oneIn(4), c.nonsense() ? "" : "slip");
    }

    private static Command machine(Chance c, TillId till) {
        return new Command.MoveMachine(till, c.any(List.of(MachineMoved.Way.values())), c.cash());
    }

    private static Command countPlace(Chance c, Books books) {
        Account place = c.place();
        return new Command.CountPlace(place, c.counts(place, books), c.oneIn(4), c.oneIn(4));
    }
}
