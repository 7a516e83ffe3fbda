package org.countinghouse.app.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.countinghouse.app.shell.Approvals;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.MachineAsk;
import org.countinghouse.app.shell.MachinePieces;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;

/// The cash machine of this till, and what the books know of what it moved. Everything here may wait: never call it on
/// the screen thread.
public final class TillMachine {
    /// The longest the end of a payment or of a person's word is waited for. What is not over by then is told as open.
    private static final Duration FOLLOW_LIMIT = Duration.ofMinutes(5);

    /// Why nothing was begun: its pieces do not make the amount.
    static final String CANNOT_MAKE = "it cannot make that amount";

    private final CashMachines machines;
    private final Desk desk;
    private final Shop shop;
    private final Approvals approvals;

    /// @param desk where a second person can be asked
    /// @param approvals where a second person is asked for what a machine writes by itself
    public TillMachine(CashMachines machines, Desk desk, Shop shop, Approvals approvals) {
        this.machines = machines;
        this.desk = desk;
        this.shop = shop;
        this.approvals = approvals;
    }

    private Optional<CashMachine> connected() {
        return machines.all().stream().findFirst();
    }

    private Optional<CashMachine> named(String name) {
        return machines.all().stream()
                .filter(machine -> machine.name().equals(name))
                .findFirst();
    }

    Desk desk() {
        return desk;
    }

    /// How it stands, by the last look at the machine: asks no cable.
    Standing standing() {
        var view = connected().map(CashMachine::lastLook);
        return desk.ask(books -> new Standing(
                view,
                books.intents().stream()
                        .filter(open -> open.at().equals(shop.till()))
                        .map(open -> Doubt.of(open, named(open.last().machine()).isPresent()))
                        .toList(),
                books.owed(shop.till()),
                books.policy().reasons().stream()
                        .filter(reason -> reason.matter() == Matter.OVER_SHORT)
                        .toList()));
    }

    /// Begins a movement as the machine wants to be asked.
    ///
    /// @param told hears of every step, on the machine's thread
    CompletableFuture<Outcome> perform(Movement movement, Optional<UUID> parent, Consumer<Step> told) {
        var machine = connected();
        if (machine.isEmpty()) {
            return notStarted(DeviceFault.NOT_FOUND, "no cash machine is connected");
        }
        Optional<Intent.Ask> ask = movement.isDeposit()
                ? Optional.of(new Intent.Ask.Open(movement.moved().currency().code()))
                : MachineAsk.of(machine.get(), movement.target().orElseThrow());
        return ask.map(each -> begun(machine.get(), intent(movement, each, parent), movement, told))
                .orElseGet(() -> notStarted(DeviceFault.REFUSED, CANNOT_MAKE));
    }

    private static Intent intent(Movement movement, Intent.Ask ask, Optional<UUID> parent) {
        return new Intent(movement.id(), movement.purpose(), ask, movement.reason(), parent);
    }

    private CompletableFuture<Outcome> begun(
            CashMachine machine, Intent intent, Movement movement, Consumer<Step> told) {
        machines.asks(intent.id(), movement.actor(), Optional.empty());
        var outcome = machine.perform(intent, told);
        return movement.isDeposit()
                ? outcome
                : outcome.completeOnTimeout(late(intent), FOLLOW_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Outcome late(Intent intent) {
        return new Outcome.Open(
                intent,
                IntentState.UNKNOWN,
                org.countinghouse.device.money.Cash.none(intent.ask().currency()),
                "no outcome within " + FOLLOW_LIMIT.toSeconds() + " s");
    }

    private static CompletableFuture<Outcome> notStarted(DeviceFault fault, String words) {
        return CompletableFuture.completedFuture(new Outcome.NotStarted(fault, words));
    }

    /// Ends the open deposit; its outcome comes where it was begun.
    void finish(boolean giveBack) {
        connected().ifPresent(machine -> machine.finish(giveBack));
    }

    /// Why the ledger did not take the last step of an intent, where it did not.
    Optional<Answer.Refused> refusal(UUID intent) {
        return machines.refusal(intent);
    }

    /// Lets every machine be asked again what became of what is open.
    Standing askAgain() {
        for (CashMachine machine : machines.all()) {
            within(machine.reconcile(_ -> {}), List.of());
        }
        return standing();
    }

    /// Writes what a person counted, with a second one beside them where that is needed.
    ///
    /// @param moved paid out, or taken and kept
    Outcome settle(Doubt doubt, Money moved, String actor) {
        var machine = named(doubt.machine());
        if (machine.isEmpty()) {
            return new Outcome.NotStarted(DeviceFault.NOT_FOUND, "the machine is not connected");
        }
        Optional<String> approver = Optional.empty();
        while (true) {
            Outcome outcome = settled(machine.get(), doubt, moved, actor, approver);
            var refused = machines.refusal(doubt.intent()).filter(why -> asksSomebodyElse(why.why()));
            if (outcome instanceof Outcome.Settled || refused.isEmpty()) {
                return outcome;
            }
            approver = asked(doubt, moved, actor, refused.get());
            if (approver.isEmpty()) {
                return outcome;
            }
        }
    }

    private Outcome settled(CashMachine machine, Doubt doubt, Money moved, String actor, Optional<String> approver) {
        machines.asks(doubt.intent(), actor, approver);
        var counted = MachinePieces.ofDevice(Cash.of(moved));
        var nothing = org.countinghouse.device.money.Cash.none(counted.currency());
        String who = actor + approver.map(name -> " and " + name).orElse("");
        return within(
                machine.settle(doubt.intent(), counted, nothing, who),
                new Outcome.NotStarted(DeviceFault.NO_ANSWER, "no answer within " + FOLLOW_LIMIT.toSeconds() + " s"));
    }

    private static boolean asksSomebodyElse(Refusal why) {
        return why == Refusal.NEEDS_APPROVAL || why == Refusal.APPROVER_MAY_NOT || why == Refusal.APPROVER_ACTED;
    }

    private Optional<String> asked(Doubt doubt, Money moved, String actor, Answer.Refused refused) {
        return desk.ask((Books books) -> books.intent(doubt.intent()))
                .map(OpenIntent::last)
                .map(last -> last.then(last.stage(), Cash.of(moved), last.text()))
                .map(step ->
                        new Order(doubt.intent(), actor, Optional.empty(), new Command.StepMachine(shop.till(), step)))
                .flatMap(order -> approvals.ask(order, refused));
    }

    private static <T> T within(CompletableFuture<T> answer, T late) {
        try {
            return answer.get(FOLLOW_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return late;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return late;
        } catch (ExecutionException e) {
            throw new StationFault("the cash machine's work failed: " + e.getCause(), e);
        }
    }
}
