package org.countinghouse.javapos;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.money.Waits;

/// A deposit that a program has begun through our cash changer service.
///
/// JavaPOS fixes a deposit and only then says whether it is kept. Our machines end a deposit at once; so fixing ends it
/// and keeps everything, which makes the amount final, and giving it back is a payment of its own.
final class OpenDeposit {
    private static final Duration BEGIN_LIMIT =
            Waits.USUAL.greet().plus(Waits.USUAL.look()).plus(Waits.USUAL.ack()).plusSeconds(1);
    private static final Duration END_LIMIT = Waits.USUAL.total(200);

    private final CashMachine machine;
    private final Runnable news;
    private final CompletableFuture<Outcome> outcome;
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private volatile Cash moved;
    private volatile boolean isFixed;

    /// @param news runs on the machine's thread when more has come in
    OpenDeposit(CashMachine machine, Intent intent, Runnable news) {
        this.machine = machine;
        this.news = news;
        moved = Cash.none(intent.ask().currency());
        outcome = machine.perform(intent, this::told);
        outcome.whenComplete((_, _) -> begun.complete(true));
    }

    private void told(Step step) {
        if (step.state() == IntentState.MOVING && step.moved().minorUnits() != moved.minorUnits()) {
            moved = step.moved();
            news.run();
        }
        if (step.state() == IntentState.ACKED || step.state() == IntentState.MOVING) {
            begun.complete(true);
        }
    }

    /// Waits until the mouth is open.
    ///
    /// @throws JposException when it does not open
    void awaitBegin() throws JposException {
        within(BEGIN_LIMIT, begun);
        if (outcome.isDone()) {
            CashAnswer.check(within(Duration.ZERO, outcome));
        }
    }

    /// Shuts the mouth and counts.
    void fix() throws JposException {
        machine.finish(false);
        switch (within(END_LIMIT, outcome)) {
            // A deposit that came to nothing has ended well, too.
            case Outcome.Settled settled -> moved = settled.moved();
            case Outcome.NotStarted _, Outcome.Open _, Outcome.Disputed _ ->
                CashAnswer.check(within(Duration.ZERO, outcome));
        }
        isFixed = true;
    }

    boolean isFixed() {
        return isFixed;
    }

    /// The running total, final once it is fixed.
    Cash moved() {
        return moved;
    }

    /// What a customer who gets everything back is paid; empty when nothing came in.
    Optional<Intent.Ask> back() {
        Cash all = moved;
        if (all.isNone()) {
            return Optional.empty();
        }
        return Optional.of(all.pieces()
                .<Intent.Ask>map(pieces -> new Intent.Ask.Exactly(all.currency(), pieces))
                .orElseGet(() -> new Intent.Ask.Worth(all.currency(), all.minorUnits())));
    }

    static <T> T within(Duration limit, CompletableFuture<T> answer) throws JposException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new JposException(JposConst.JPOS_E_TIMEOUT, "no answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new JposException(JposConst.JPOS_E_TIMEOUT, "given up");
        } catch (ExecutionException e) {
            throw new JposException(JposConst.JPOS_E_FAILURE, String.valueOf(e.getMessage()), e);
        }
    }
}
