package org.countinghouse.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.Decision.Refused;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.TillId;

/// Decides what comes of a command: the facts to write, or why not. Reads the books and changes nothing.
public final class CashRules {
    private final Books books;
    private final Circumstances circumstances;
    private final ShiftRules shifts;
    private final SaleRules sales;

    public CashRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
        this.shifts = new ShiftRules(books, circumstances);
        this.sales = new SaleRules(circumstances);
    }

    public Decision decide(Command command) {
        return switch (command) {
            case Command.SetUpShop(var shop) -> outsideShift(shop);
            case Command.AddPerson(var person) -> outsideShift(person);
            case Command.SignIn(var employee) -> known(employee, new SignedIn(employee));
            case Command.RefuseSignIn(var employee) -> known(employee, new SignInRefused(employee));
            case Command.OpenShift open -> knownTill(open.till()).orElseGet(() -> shifts.open(open));
            case Command.Sell sell -> inShift(sell.till(), shift -> sales.sell(sell, shift));
            case Command.Refund refund -> inShift(refund.till(), shift -> sales.refund(refund, shift));
            case Command.PayIn(var till, var amount, var reason, var note) ->
                move(till, amount, Optional.of(reason), new PaidIn(till, amount, reason, note));
            case Command.PayOut(var till, var amount, var reason, var note) ->
                move(till, amount, Optional.of(reason), new PaidOut(till, amount, reason, note));
            case Command.OpenDrawer(var till, var reason) -> noSale(till, reason);
            case Command.DropToSafe(var till, var amount, var bag) ->
                move(till, amount, Optional.empty(), new SafeDropped(till, amount, bag));
            case Command.LoanFloat(var till, var amount, var note) ->
                move(till, amount, Optional.empty(), new FloatLoaned(till, amount, note));
            case Command.DepositAtBank(var amount, var slip) -> atSafe(amount, new BankDeposited(amount, slip));
            case Command.ReceiveChange(var amount, var slip) -> atSafe(amount, new ChangeReceived(amount, slip));
            case Command.CountTill count -> inShift(count.till(), shift -> shifts.count(count, shift));
            case Command.CloseShift close -> inShift(close.till(), shift -> shifts.close(close, shift));
            case Command.TakeZ(var till) -> knownTill(till).orElseGet(() -> shifts.takeZ(till));
        };
    }

    private Decision outsideShift(Fact fact) {
        return new Decided(List.of(fact), Optional.empty(), circumstances.today());
    }

    private Decision known(String employee, Fact fact) {
        return books.person(employee).isPresent()
                ? outsideShift(fact)
                : refuse(Refusal.UNKNOWN_EMPLOYEE, "employee", employee);
    }

    private Decision atSafe(Cash amount, Fact fact) {
        return amount.amount().isPositive()
                ? outsideShift(fact)
                : refuse(Refusal.NOT_POSITIVE, "amount", amount.amount().toString());
    }

    private Decision move(TillId till, Cash amount, Optional<String> reason, Fact fact) {
        return inShift(till, shift -> {
            if (!amount.amount().isPositive()) {
                return refuse(Refusal.NOT_POSITIVE, "amount", amount.amount().toString());
            }
            return reason.filter(String::isBlank).isPresent() ? refuse(Refusal.REASON_MISSING) : in(shift, fact);
        });
    }

    private Decision noSale(TillId till, String reason) {
        return inShift(
                till, shift -> reason.isBlank() ? refuse(Refusal.REASON_MISSING) : in(shift, new NoSale(till, reason)));
    }

    private Decision inShift(TillId till, Function<Shift, Decision> decide) {
        return knownTill(till)
                .orElseGet(() -> books.openShift(till)
                        .map(decide)
                        .orElseGet(() -> refuse(Refusal.NO_OPEN_SHIFT, "till", till.name())));
    }

    /// A refusal when the till is none of this shop's.
    private Optional<Decision> knownTill(TillId till) {
        if (books.shop().isEmpty()) {
            return Optional.of(refuse(Refusal.NO_SHOP));
        }
        return books.shop().get().tills().contains(till)
                ? Optional.empty()
                : Optional.of(refuse(Refusal.UNKNOWN_TILL, "till", till.name()));
    }

    static Decided in(Shift shift, Fact... facts) {
        return new Decided(List.of(facts), Optional.of(shift.id()), shift.businessDate());
    }

    static Refused refuse(Refusal why) {
        return new Refused(why, Map.of());
    }

    static Refused refuse(Refusal why, String name, String value) {
        return new Refused(why, Map.of(name, value));
    }

    static Refused refuse(Refusal why, String name, Object value, String other, Object otherValue) {
        return new Refused(why, Map.of(name, value.toString(), other, otherValue.toString()));
    }
}
