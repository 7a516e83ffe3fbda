package org.countinghouse.app.device;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.countinghouse.app.shell.MachineAsk;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// A training's cash machine in the hands of who practises: each order goes the way every order goes, with the
/// training's ledger written first.
final class PracticeMachine {
    private static final Duration PAY_LIMIT = Duration.ofMinutes(3);
    private static final Duration TAKE_LIMIT = Duration.ofMinutes(30);

    private final Bridge bridge;
    private final CashMachine machine;

    PracticeMachine(TrainingDevices.Machine machine) {
        this.bridge = machine.bridge();
        this.machine = bridge.cashMachines().all().getFirst();
    }

    /// Pays, as the machine wants to be asked. Looks into it first: not on the screen thread.
    CompletableFuture<Outcome> pay(Money amount, UUID id, String actor) {
        return MachineAsk.of(machine, amount)
                .map(ask -> ordered(new Intent(id, Purpose.PAY, ask, "practice", Optional.empty()), actor, PAY_LIMIT))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new Outcome.NotStarted(DeviceFault.REFUSED, "it cannot make that amount")));
    }

    /// Opens the mouth; what came in is told after [#end()].
    CompletableFuture<Outcome> take(Currency currency, UUID id, String actor) {
        var intent = new Intent(id, Purpose.TAKE, new Intent.Ask.Open(currency.code()), "practice", Optional.empty());
        return ordered(intent, actor, TAKE_LIMIT);
    }

    /// Ends the taking; what came in is kept.
    void end() {
        machine.finish(false);
    }

    /// How many orders nobody knows the end of.
    int unsettled() {
        return machine.open().size();
    }

    /// Why the ledger did not let it begin, where that is why.
    Optional<Answer.Refused> refusal(UUID id) {
        return bridge.cashMachines().refusal(id);
    }

    private CompletableFuture<Outcome> ordered(Intent intent, String actor, Duration limit) {
        bridge.cashMachines().asks(intent.id(), actor, Optional.empty());
        var late = new Outcome.Open(
                intent,
                IntentState.UNKNOWN,
                Cash.none(intent.ask().currency()),
                "no outcome within " + limit.toSeconds() + " s");
        return machine.perform(intent, _ -> {}).completeOnTimeout(late, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
