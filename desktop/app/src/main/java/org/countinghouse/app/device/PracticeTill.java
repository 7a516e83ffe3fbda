package org.countinghouse.app.device;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;
import org.countinghouse.ledger.people.Person;

/// What a cashier does with the training's cash machine, and what he is told of it. Only for the screen thread.
final class PracticeTill {
    private final Session session;
    private final TrainingDevices devices;
    private final Background background;
    private final Consumer<Notice> tells;
    private final ReadOnlyBooleanWrapper paying = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper taking = new ReadOnlyBooleanWrapper(false);

    PracticeTill(Session session, TrainingDevices devices, Background background, Consumer<Notice> tells) {
        this.session = session;
        this.devices = devices;
        this.background = background;
        this.tells = tells;
    }

    /// Whether a payment is on its way.
    ReadOnlyBooleanProperty payingProperty() {
        return paying.getReadOnlyProperty();
    }

    /// Whether the mouth is open for a customer's cash.
    ReadOnlyBooleanProperty takingProperty() {
        return taking.getReadOnlyProperty();
    }

    /// Pays an amount as it was typed.
    void pay(String typed) {
        Money amount;
        try {
            amount = Money.parse(typed.strip(), session.shop().mainCurrency());
        } catch (MoneyFormatException _) {
            tells.accept(Notice.of(Tone.WARNING, "device.simulated.noAmount"));
            return;
        }
        if (amount.isPositive()) {
            begin(paying, asked -> asked.machine().pay(amount, asked.id(), asked.actor()));
        } else {
            tells.accept(Notice.of(Tone.WARNING, "device.simulated.noAmount"));
        }
    }

    void take() {
        var currency = session.shop().mainCurrency();
        begin(taking, asked -> asked.machine().take(currency, asked.id(), asked.actor()));
    }

    void endTaking() {
        var machine = new PracticeMachine(devices.machine());
        background.run(
                () -> {
                    machine.end();
                    return true;
                },
                _ -> {},
                tells);
    }

    /// Another machine stands there: what was begun with the one before is not waited for.
    void changed() {
        paying.set(false);
        taking.set(false);
    }

    private record Asked(PracticeMachine machine, UUID id, String actor) {}

    private void begin(ReadOnlyBooleanWrapper busy, Function<Asked, CompletableFuture<Outcome>> order) {
        if (paying.get() || taking.get()) {
            return;
        }
        String actor = session.person().map(Person::employee).orElseThrow();
        var at = devices.machine();
        var asked = new Asked(new PracticeMachine(at), session.newId(), actor);
        busy.set(true);
        tells.accept(Notice.of(Tone.INFO, busy == paying ? "device.simulated.paying" : "device.simulated.taking"));
        background.run(
                () -> order.apply(asked)
                        .handle((outcome, failure) -> failure == null ? told(outcome) : told(asked, failure)),
                telling -> telling.thenAccept(told -> background.show(() -> over(at, busy, told))),
                told -> over(at, busy, told));
    }

    private void over(TrainingDevices.Machine at, ReadOnlyBooleanWrapper busy, Notice told) {
        if (at.equals(devices.machine())) {
            busy.set(false);
            tells.accept(told);
        }
    }

    private Notice told(Outcome outcome) {
        return new OutcomeNotice(session.shop().mainCurrency()).of(outcome);
    }

    private static Notice told(Asked asked, Throwable failure) {
        return asked.machine().refusal(asked.id()).flatMap(Notice::about).orElseGet(() -> Background.failed(failure));
    }
}
