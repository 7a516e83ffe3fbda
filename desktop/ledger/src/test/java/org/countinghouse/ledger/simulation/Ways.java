package org.countinghouse.ledger.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillId;

/// The table of what may happen: a new command is a line here, one in [Notebook], and its laws in [Laws].
final class Ways {
    /// In which state of the till something is likely; it happens in the others too, now and then.
    private enum When {
        CLOSED,
        OPEN,
        COUNTED,
        ANY
    }

    private interface Way {
        Command command(Chance c, TillId till, Books books);
    }

    private record Row(int weight, When when, Way way) {}

    private static final int ONE_IN_OUT_OF_TURN = 12;

    private static final List<Row> TABLE = List.of(
            row(24, When.OPEN, (c, till, _) -> sale(c, till)),
            row(4, When.OPEN, (c, till, _) -> new Command.Refund(till, c.cash(), c.tender(), c.sale(), c.reason())),
            row(3, When.OPEN, (c, till, _) -> new Command.PayIn(till, c.cash(), c.reason(), "")),
            row(3, When.OPEN, (c, till, _) -> new Command.PayOut(till, c.cash(), c.reason(), "")),
            row(2, When.OPEN, (c, till, _) -> new Command.OpenDrawer(till, c.reason())),
            row(3, When.OPEN, (c, till, _) -> new Command.DropToSafe(till, c.cash(), "bag")),
            row(2, When.OPEN, (c, till, _) -> new Command.LoanFloat(till, c.cash(), "")),
            row(8, When.OPEN, (c, till, books) -> new Command.CountTill(till, c.counts(till, books))),
            row(9, When.COUNTED, (c, till, books) -> close(c, till, books)),
            row(1, When.COUNTED, (c, till, _) -> sale(c, till)),
            row(9, When.CLOSED, (c, till, books) -> new Command.OpenShift(till, c.floats(till, books), c.fromSafe())),
            row(2, When.CLOSED, (_, till, _) -> new Command.TakeZ(till)),
            row(1, When.ANY, (c, _, _) -> new Command.DepositAtBank(c.cash(), "slip")),
            row(1, When.ANY, (c, _, _) -> new Command.ReceiveChange(c.cash(), "slip")),
            row(1, When.ANY, (c, _, _) -> new Command.SignIn(c.person())),
            row(1, When.ANY, (c, _, _) -> new Command.RefuseSignIn(c.person())),
            row(1, When.ANY, (c, _, _) -> new Command.AddPerson(new PersonAdded(c.person(), "New", Role.CASHIER))));

    private Ways() {}

    private static Row row(int weight, When when, Way way) {
        return new Row(weight, when, way);
    }

    /// What somebody does next.
    static Command next(Chance c, Books books) {
        TillId till = c.till();
        When state = c.oneIn(ONE_IN_OUT_OF_TURN) ? When.ANY : state(books.openShift(till));
        return draw(c, state).way().command(c, till, books);
    }

    private static When state(Optional<Shift> shift) {
        return shift.map(open -> open.state() == Shift.State.COUNTED ? When.COUNTED : When.OPEN)
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

    private static final int[] WEIGHTS =
            Arrays.stream(When.values()).mapToInt(Ways::weight).toArray();

    private static int weight(When state) {
        return TABLE.stream()
                .filter(row -> fits(row, state))
                .mapToInt(Row::weight)
                .sum();
    }

    private static boolean fits(Row row, When state) {
        return state == When.ANY || row.when() == When.ANY || row.when() == state;
    }

    private static Command sale(Chance c, TillId till) {
        Money total = c.money();
        return new Command.Sell(till, total, c.lines(total), c.tenders(total), Optional.empty(), "");
    }

    private static Command close(Chance c, TillId till, Books books) {
        return new Command.CloseShift(till, c.drop(till, books), "bag", c.oneIn(2));
    }
}
