package org.countinghouse.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.Decision.Refused;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.SignedOut;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.TillId;

/// Decides what comes of a command: the facts to write, or why not. Reads the books and changes
/// nothing.
public final class CashRules {
    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;
    private final ReportRules reports;
    private final ShiftRules shifts;
    private final HandoverRules handovers;
    private final SaleRules sales;
    private final SafeRules safes;
    private final MachineRules machines;
    private final CorrectionRules corrections;
    private final PeopleRules people;

    public CashRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = new Approvals(books, circumstances);
        this.reports = new ReportRules(books, circumstances);
        this.shifts = new ShiftRules(books, circumstances, approvals, reports);
        this.handovers = new HandoverRules(books, circumstances, approvals);
        this.sales = new SaleRules(books, circumstances, approvals);
        this.safes = new SafeRules(books, circumstances, approvals);
        this.machines = new MachineRules(books, circumstances, approvals);
        this.corrections = new CorrectionRules(books, circumstances, approvals);
        this.people = new PeopleRules(books, circumstances);
    }

    public Decision decide(Command command) {
        try {
            return new Door(books, circumstances)
                    .refuse(command)
                    .or(approvals::selfApproval)
                    .orElseGet(() -> withinReach(decided(command)));
        } catch (ArithmeticException _) {
            // Sums are exact or they are none: what does not fit into 64 bits is a typing mistake.
            return tooLarge("");
        }
    }

    private Decision decided(Command command) {
        return switch (command) {
            case Command.SetUpShop(var shop) -> outsideShift(shop, circumstances);
            case Command.SetPolicy(var policy) -> outsideShift(new PolicySet(policy), circumstances);
            case Command.SetRate(var rate) -> outsideShift(rate, circumstances);
            case Command.SetItem(var item) -> new CatalogueRules(books, circumstances).set(item);
            case Command.AddPerson(var person) -> people.add(person);
            case Command.RemovePerson(var employee) -> people.remove(employee);
            case Command.ChangePermission change -> people.change(change);
            case Command.ChangePin(var employee) -> people.changePin(employee);
            case Command.SignIn(var employee) -> people.signIn(employee);
            case Command.RefuseSignIn(var employee) -> people.refuseSignIn(employee);
            case Command.SignOut(var employee) -> people.own(employee, new SignedOut(employee));
            case Command.Unlock(var employee) -> people.unlock(employee);
            case Command.BeginTraining(var employee) -> people.own(employee, new TrainingBegan(employee));
            case Command.EndTraining(var employee) -> people.own(employee, new TrainingEnded(employee));
            case Command.RecordTraining training -> people.practised(training);
            case Command.OpenShift open -> knownTill(open.till()).orElseGet(() -> shifts.open(open));
            case Command.Sell sell -> trading(sell.till(), shift -> sales.sell(sell, shift));
            case Command.Refund refund -> trading(refund.till(), shift -> sales.refund(refund, shift));
            case Command.PayIn(var till, var amount, var reason, var note) ->
                move(
                        Matter.PAID_IN,
                        amount,
                        () -> approvals.reason(Matter.PAID_IN, reason, note),
                        new PaidIn(till, amount, reason, note));
            case Command.PayOut(var till, var amount, var reason, var note) ->
                move(
                        Matter.PAID_OUT,
                        amount,
                        () -> approvals.reason(Matter.PAID_OUT, reason, note),
                        new PaidOut(till, amount, reason, note));
            case Command.OpenDrawer open -> noSale(open);
            case Command.DropToSafe(var till, var amount, var bag) ->
                move(Matter.SAFE_DROP, amount, Optional::empty, new SafeDropped(till, amount, bag));
            case Command.LoanFloat(var till, var amount, var note) ->
                trading(
                        till,
                        shift -> positive(amount).orElseGet(() -> in(shift, new FloatLoaned(till, amount, note))));
            case Command.DepositAtBank deposit -> safes.deposit(deposit);
            case Command.ReceiveChange(var amount, var slip) ->
                positive(amount).orElseGet(() -> outsideShift(new ChangeReceived(amount, slip), circumstances));
            case Command.SendBag send -> safes.send(send);
            case Command.ReceiveBag receive -> safes.receive(receive);
            case Command.MoveMachine move -> knownTill(move.till()).orElseGet(() -> safes.moveMachine(move));
            // Outside any shift: a drawer that is looked into does not make a count stale.
            case Command.SeeDrawer(var till, var what) ->
                knownTill(till).orElseGet(() -> outsideShift(new DrawerSeen(till, what), circumstances));
            case Command.StepMachine step -> knownTill(step.till()).orElseGet(() -> machines.step(step));
            case Command.PayOwed pay ->
                trading(pay.till(), shift -> positive(pay.amount()).orElseGet(() -> machines.payOwed(pay, shift)));
            case Command.WriteOffOwed off -> knownTill(off.till()).orElseGet(() -> machines.writeOff(off));
            case Command.CountPlace count -> safes.count(count);
            case Command.CountTill count -> counted(count.till(), count.parked(), shift -> shifts.count(count, shift));
            case Command.SuspendShift suspend -> trading(suspend.till(), shift -> shifts.suspend(suspend, shift));
            case Command.ResumeShift(var till) -> inShift(till, shifts::resume);
            case Command.ParkShift(var till) -> trading(till, shifts::park);
            case Command.HandOver handOver -> trading(handOver.till(), shift -> handovers.handOver(handOver, shift));
            case Command.TakeOver takeOver -> inShift(takeOver.till(), shift -> handovers.takeOver(takeOver, shift));
            case Command.CloseShift close -> counted(close.till(), close.parked(), shift -> shifts.close(close, shift));
            case Command.Recount recount -> knownTill(recount.till()).orElseGet(() -> shifts.recount(recount));
            case Command.Correct correct -> knownTill(correct.till()).orElseGet(() -> corrections.correct(correct));
            case Command.RecordLate late -> knownTill(late.till()).orElseGet(() -> corrections.late(late));
            case Command.TakeX(var till) -> knownTill(till).orElseGet(() -> reports.takeX(till));
            case Command.TakeZ(var till) -> knownTill(till).orElseGet(() -> reports.takeZ(till));
            case Command.CopyZ(var till, var number) -> knownTill(till).orElseGet(() -> reports.copyZ(till, number));
            case Command.RecordExport(var export) -> reports.exported(export);
            case Command.AcceptLedger(var acceptance) -> outsideShift(acceptance, circumstances);
        };
    }

    static Decided outsideShift(Fact fact, Circumstances circumstances) {
        return new Decided(List.of(fact), Optional.empty(), circumstances.today());
    }

    private static Optional<Decision> positive(Cash amount) {
        return amount.amount().isPositive()
                ? Optional.empty()
                : Optional.of(
                        refuse(Refusal.NOT_POSITIVE, "amount", amount.amount().toString()));
    }

    private Decision move(
            Matter matter, Cash amount, java.util.function.Supplier<Optional<Decision>> reason, Fact fact) {
        return trading(
                fact.till().orElseThrow(),
                shift -> positive(amount)
                        .or(reason)
                        .or(() -> approvals.amount(matter, amount.amount()))
                        .orElseGet(() -> in(shift, fact)));
    }

    private Decision noSale(Command.OpenDrawer open) {
        return trading(
                open.till(),
                shift -> approvals
                        .reason(Matter.NO_SALE, open.reason(), open.note())
                        .or(() -> approvals.times(
                                Matter.NO_SALE, books.figures(shift.id()).times(Line.NO_SALE) + 1))
                        .orElseGet(() -> in(shift, new NoSale(open.till(), open.reason(), ifSaid(open.note())))));
    }

    private Decision inShift(TillId till, Function<Shift, Decision> decide) {
        return knownTill(till)
                .orElseGet(() -> books.openShift(till)
                        .map(decide)
                        .orElseGet(() -> refuse(Refusal.NO_OPEN_SHIFT, "till", till.name())));
    }

    private Decision trading(TillId till, Function<Shift, Decision> decide) {
        return inShift(till, shift -> unlessTrading(shift).orElseGet(() -> decide.apply(shift)));
    }

    /// The parked shift that is named, or the one that has the till.
    private Decision counted(TillId till, Optional<ShiftId> parked, Function<Shift, Decision> decide) {
        if (parked.isEmpty()) {
            return trading(till, decide);
        }
        return knownTill(till)
                .orElseGet(() -> books.find(parked.get())
                        .filter(shift -> shift.life().parked() && !shift.isClosed())
                        .map(decide)
                        .orElseGet(() -> refuse(
                                Refusal.SHIFT_NOT_PARKED, "shift", parked.get().toString())));
    }

    /// A refusal when no cash may move in the shift.
    static Optional<Decision> unlessTrading(Shift shift) {
        return switch (shift.state()) {
            case OPEN, COUNTED -> Optional.empty();
            case SUSPENDED ->
                Optional.of(refuse(Refusal.SHIFT_SUSPENDED, "shift", shift.id().toString()));
            case HANDED_OVER ->
                Optional.of(
                        refuse(Refusal.SHIFT_HANDED_OVER, "shift", shift.id().toString()));
            case PARKED, CLOSED ->
                Optional.of(
                        refuse(Refusal.NO_OPEN_SHIFT, "till", shift.id().till().name()));
        };
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

    /// Nothing is written that would bring an account beyond what a till can hold.
    private Decision withinReach(Decision decision) {
        if (decision instanceof Decided decided) {
            for (Fact fact : decided.facts()) {
                for (Posting posting : fact.postings()) {
                    Money amount = posting.amount();
                    Money after =
                            books.balance(posting.account(), amount.currency()).plus(amount);
                    if (amount.isBeyondReach() || after.absolute().minorUnits() > Money.MOST_IN_AN_ACCOUNT) {
                        return tooLarge(amount.toString());
                    }
                }
            }
        }
        return decision;
    }

    static Refused tooLarge(String amount) {
        return refuse(Refusal.AMOUNT_TOO_LARGE, "amount", amount);
    }

    static Optional<String> ifSaid(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
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
