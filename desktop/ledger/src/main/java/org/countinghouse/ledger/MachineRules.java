package org.countinghouse.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.Decision.Refused;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.CardNumber;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.machine.OwedWrittenOff;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillId;

/// When a connected cash machine may move cash, and who answers for what it moved (decision 0005).
final class MachineRules {
    /// The key under which a device writes what a person said the cash is for.
    private static final String REASON = "reason";

    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;

    MachineRules(Books books, Circumstances circumstances, Approvals approvals) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
    }

    Decision step(Command.StepMachine command) {
        return books.intent(command.step().intent())
                .map(intent -> further(command, intent))
                .orElseGet(() -> first(command));
    }

    private Decision first(Command.StepMachine command) {
        MachineStep step = command.step();
        String id = step.intent().toString();
        if (circumstances.history().find(step.intent()).isPresent()) {
            return CashRules.refuse(Refusal.INTENT_SETTLED, "intent", id);
        }
        if (step.stage() != Stage.PLANNED || !step.moved().amount().isZero()) {
            return CashRules.refuse(Refusal.INTENT_UNKNOWN, "intent", id);
        }
        if (CardNumber.isIn(step.text().getOrDefault(REASON, ""))) {
            return CashRules.refuse(Refusal.CARD_NUMBER);
        }
        return books.intents().stream()
                .filter(open -> open.at().equals(command.till())
                        && open.last().machine().equals(step.machine()))
                .findFirst()
                .<Decision>map(open ->
                        CashRules.refuse(Refusal.MACHINE_NOT_SETTLED, "intent", open.id(), "stage", open.stage()))
                .orElseGet(() -> at(command.till(), new MachineStepped(command.till(), 1, Optional.empty(), step)));
    }

    private Decision further(Command.StepMachine command, OpenIntent intent) {
        MachineStep step = command.step();
        if (!isSame(command, intent)) {
            return CashRules.refuse(
                    Refusal.INTENT_UNKNOWN, "intent", step.intent().toString());
        }
        if (!intent.stage().leadsTo(step.stage())) {
            return new Refused(
                    Refusal.STEP_OUT_OF_ORDER,
                    Map.of(
                            "intent",
                            step.intent().toString(),
                            "stage",
                            step.stage().name(),
                            "after",
                            intent.stage().name()));
        }
        var fact = new MachineStepped(command.till(), intent.steps() + 1, Optional.of(intent.stage()), step);
        Optional<Decision> refused = intent.stage() == Stage.DISPUTED ? unlessMayJudge(intent, step) : Optional.empty();
        return refused.orElseGet(() -> at(command.till(), fact));
    }

    private static boolean isSame(Command.StepMachine command, OpenIntent intent) {
        MachineStep step = command.step();
        MachineStep last = intent.last();
        return command.till().equals(intent.at())
                && step.machine().equals(last.machine())
                && step.purpose() == last.purpose()
                && step.asked().equals(last.asked())
                && step.currency().equals(last.currency());
    }

    /// The machine cannot tell: a person who may says what moved, and a second one agrees when it is not what the
    /// machine should have moved.
    private Optional<Decision> unlessMayJudge(OpenIntent intent, MachineStep step) {
        boolean may = books.person(circumstances.actor())
                .filter(person -> !person.left() && person.may(Verb.SETTLE_MACHINE))
                .isPresent();
        if (!may) {
            return Optional.of(CashRules.refuse(Refusal.NOT_ALLOWED, "employee", circumstances.actor()));
        }
        Money due = step.purpose() == Purpose.PAY
                ? step.asked().orElseThrow()
                : intent.last().moved().amount();
        return approvals.amount(Matter.OVER_SHORT, step.moved().amount().minus(due));
    }

    /// A machine's steps are written whatever the state of the shift: what it moved, it moved.
    private Decision at(TillId till, Fact fact) {
        return books.openShift(till)
                .<Decision>map(shift -> new Decided(List.of(fact), Optional.of(shift.id()), shift.businessDate()))
                .orElseGet(() -> CashRules.outsideShift(fact, circumstances));
    }

    Decision payOwed(Command.PayOwed pay, Shift shift) {
        Money amount = pay.amount().amount();
        Money owed = owed(pay.till(), amount);
        return amount.compareTo(owed.negated()) > 0
                ? notOwed(amount, owed)
                : CashRules.in(shift, new OwedPaid(pay.till(), pay.amount(), pay.note()));
    }

    Decision writeOff(Command.WriteOffOwed off) {
        Money amount = off.amount();
        Money owed = owed(off.till(), amount);
        if (!amount.isPositive()) {
            return CashRules.refuse(Refusal.NOT_POSITIVE, "amount", amount.toString());
        }
        if (amount.compareTo(owed.absolute()) > 0) {
            return notOwed(amount, owed);
        }
        return approvals
                .reason(Matter.OVER_SHORT, off.reason(), off.note())
                .or(() -> approvals.amount(Matter.OVER_SHORT, amount))
                .orElseGet(() -> at(
                        off.till(),
                        new OwedWrittenOff(
                                off.till(), owed.isNegative() ? amount : amount.negated(), off.reason(), off.note())));
    }

    private Money owed(TillId till, Money like) {
        return books.balance(Account.owed(till), like.currency());
    }

    private static Decision notOwed(Money amount, Money owed) {
        return CashRules.refuse(Refusal.NOT_OWED, "amount", amount, "owed", owed);
    }
}
