package org.countinghouse.device.money;

import java.io.IOException;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;

/// Finds out what became of an intent, from the strongest evidence to the weakest (reference, 7.3): the
/// machine's own record, its counters, the events it kept, its inventory, and at last a person. It
/// moves nothing.
final class Reconciling {
    private final MoneyProtocol protocol;
    private final Connection link;
    private final Waits waits;

    Reconciling(MoneyProtocol protocol, Connection link, Waits waits) {
        this.protocol = protocol;
        this.link = link;
        this.waits = waits;
    }

    Outcome outcome(Notes notes) {
        var state = notes.record().state();
        if (!state.mayHaveBeenSent()) {
            notes.tryToWrite(Step.of(notes.intent(), IntentState.VOID, "never sent"));
            return new Outcome.NotStarted(DeviceFault.REFUSED, "it was never sent");
        }
        if (state.isSettled() || state == IntentState.DISPUTED) {
            return Notes.told(notes.record());
        }
        notes.reconcile();
        try {
            link.ensure();
            return heard(notes);
        } catch (IOException e) {
            link.broke();
            return notes.open(String.valueOf(e.getMessage()));
        }
    }

    private Outcome heard(Notes notes) throws IOException {
        var baseline = notes.record().baseline();
        if (baseline.isEmpty()) {
            return notes.dispute("nobody wrote down what was there before");
        }
        var deadline = Deadline.in(waits.total(0));
        while (true) {
            boolean same = link.isSameSince(notes.intent().id());
            var testimony = protocol.testify(
                    notes.intent(), baseline.get(), notes.record().reference(), same, waits.look());
            // What is said while the mouth is still open may be less than what comes in after it.
            boolean moving = shutMouth(notes.intent()) || testimony instanceof Testimony.StillMoving;
            if (!moving) {
                return judged(notes, baseline.get(), testimony);
            }
            if (deadline.isOver()) {
                return notes.open("it is still moving: " + testimony);
            }
            pause(waits.slice().toMillis());
        }
    }

    private Outcome judged(Notes notes, Sight baseline, Testimony testimony) throws IOException {
        return switch (testimony) {
            case Testimony.Knows(var moved, var returned, var held, var by, var evidence) ->
                settled(notes, moved, returned, held, by, evidence);
            case Testimony.NeverHeard(var by, var evidence) -> {
                var none = Cash.none(notes.intent().ask().currency());
                yield settled(notes, none, none, false, by, evidence);
            }
            case Testimony.Contradicts(var why) -> notes.dispute(why);
            case Testimony.Silent(var why) -> byInventory(notes, baseline, why);
            case Testimony.StillMoving(var soFar) -> notes.open("it is still moving: " + soFar);
        };
    }

    /// A deposit that nobody waits for any more takes nothing more in. Only after the machine was
    /// asked: it may have to take over what an older connection left open.
    ///
    /// @return whether the mouth was open until now
    private boolean shutMouth(Intent intent) throws IOException {
        boolean deposit = intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
        boolean open = deposit && protocol.look().state() == Sight.State.TAKING;
        if (open) {
            protocol.finish(false, waits.ack());
        }
        return open;
    }

    private Outcome byInventory(Notes notes, Sight baseline, String why) throws IOException {
        var now = protocol.look();
        pause(waits.betweenLooks().toMillis());
        var again = protocol.look();
        boolean same = link.isSameSince(notes.intent().id());
        return switch (InventoryProof.of(notes.intent(), baseline, now, again, same)) {
            case InventoryProof.Finding.Moved(var moved) ->
                settled(notes, moved, Cash.none(moved.currency()), false, Evidence.INVENTORY, "by what is inside");
            case InventoryProof.Finding.Unproved(var reason) -> notes.dispute(why + "; " + reason);
        };
    }

    private Outcome settled(Notes notes, Cash moved, Cash returned, boolean held, Evidence by, String evidence) {
        link.forget(notes.intent().id());
        boolean less = notes.intent()
                .ask()
                .minorUnits()
                .map(asked -> moved.minorUnits() < asked)
                .orElse(false);
        return notes.settle(
                moved, returned, held, by, less ? Optional.of(DeviceFault.NO_ANSWER) : Optional.empty(), evidence);
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("given up");
        }
    }
}
