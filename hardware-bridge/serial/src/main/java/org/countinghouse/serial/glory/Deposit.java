package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Progress.Moving;

/// A deposit, or a filling, that is open: the mouth takes cash until somebody ends it.
final class Deposit {
    private final Intent intent;
    private final Sight baseline;
    private final String sequence;
    private final Map<Integer, List<FccCash.Line>> counted = new TreeMap<>();
    private long amount;
    private boolean held;
    private FccStatus status = FccStatus.WAITING_FOR_CASH;
    private boolean givesBack;
    private boolean wantsEnd;
    private Optional<FccCall> end = Optional.empty();
    private Optional<FccReply> overheard = Optional.empty();
    private long refusedAt;
    private long brokenAt;

    /// @param sequence the number of the command that opened it
    Deposit(Intent intent, Sight baseline, String sequence) {
        this.intent = intent;
        this.baseline = baseline;
        this.sequence = sequence;
    }

    static FccRequest opening(Intent.Purpose purpose) {
        return purpose == Intent.Purpose.FILL ? FccRequest.startReplenishment() : FccRequest.startCashin();
    }

    Intent intent() {
        return intent;
    }

    boolean isEnding() {
        return end.isPresent() || wantsEnd;
    }

    /// Notes that it shall end. The command waits until the machine can take it: while a doubtful note
    /// lies at the entry, machines were seen never to answer an end or a cancel.
    void shallEnd(boolean giveBack) {
        if (!isEnding()) {
            wantsEnd = true;
            givesBack = giveBack;
        }
    }

    /// The command to send now, if it is time.
    Optional<FccRequest> dueEnd(long now, long pauseNanos) {
        boolean pausing = refusedAt != 0 && now - refusedAt < pauseNanos;
        if (!wantsEnd || end.isPresent() || pausing || !status.takesAnEnd()) {
            return Optional.empty();
        }
        if (intent.purpose() == Intent.Purpose.FILL) {
            return Optional.of(givesBack ? FccRequest.cancelReplenishment() : FccRequest.endReplenishment());
        }
        return Optional.of(givesBack ? FccRequest.cashinCancel() : FccRequest.endCashin());
    }

    void endsBy(FccCall call) {
        end = Optional.of(call);
    }

    /// Takes an event in.
    ///
    /// @return whether it changed anything worth telling
    boolean heard(FccEvent event) {
        return switch (event) {
            case FccEvent.StatusChanged changed -> heard(changed);
            case FccEvent.Counted(var device, var lines) -> {
                counted.put(device, new ArrayList<>(lines));
                yield true;
            }
            case FccEvent.Answered(var reply) -> {
                if (end.filter(call -> call.isAnsweredBy(reply)).isPresent()) {
                    overheard = Optional.of(reply);
                }
                yield false;
            }
            case FccEvent.WaitsForHand _ -> holds(true);
            case FccEvent.HandCame _ -> holds(false);
            case FccEvent.HeartBeat _, FccEvent.Trouble _, FccEvent.Other _ -> false;
        };
    }

    boolean sees(FccStatus seen) {
        status = seen;
        return holds(seen.isHeld());
    }

    Moving progress() {
        return new Moving(soFar(), held);
    }

    /// What came in so far, as the running totals tell it. Which pieces, where the machine told that as
    /// well.
    Cash soFar() {
        var pieces = FccCash.sum(counted.values().stream()
                .flatMap(List::stream)
                .filter(this::isOurs)
                .toList());
        long worth = pieces.total(currency());
        return worth >= amount && worth > 0 ? Cash.of(currency(), pieces) : Cash.amount(currency(), amount);
    }

    /// How it ended, when it did.
    ///
    /// @param patienceNanos how long the answer may still come over the event link after the call broke
    /// @param now what is inside after it; asked only where it is needed
    /// @throws IOException when it did, and nobody knows how
    Optional<Progress.Ended> ended(long at, long patienceNanos, InventoryNow now) throws IOException {
        if (end.isEmpty() || overheard.isEmpty() && !end.get().isOver()) {
            return Optional.empty();
        }
        if (overheard.isEmpty() && end.get().answer().isCompletedExceptionally()) {
            brokenAt = brokenAt == 0 ? at : brokenAt;
            if (at - brokenAt < patienceNanos) {
                return Optional.empty();
            }
        }
        var reply = overheard.isPresent() ? overheard.get() : end.get().await(Duration.ZERO);
        if (reply.result().kind() == FccResult.Kind.BUSY && status.state() == Sight.State.TAKING) {
            // Provably not done, and the deposit is still open: it counts, and can be ended when it is through.
            end = Optional.empty();
            refusedAt = at;
            return Optional.empty();
        }
        return Optional.of(judged(reply, now));
    }

    private Progress.Ended judged(FccReply reply, InventoryNow now) throws IOException {
        var in = reply.cash(FccCash.IN, currency());
        var out = givesBack ? reply.cash(FccCash.OUT, currency()) : Optional.of(Pieces.NONE);
        if (in.isEmpty()
                && out.orElse(Pieces.NONE).isNone()
                && soFar().isNone()
                && reply.result().isDone()) {
            return over(Cash.none(currency()), Cash.none(currency()), reply);
        }
        if (in.isEmpty() || out.isEmpty() || isForeign(in.get()) || isForeign(out.get())) {
            throw new IOException(reply.words() + ", and it does not tell what became of the deposit");
        }
        boolean plain = reply.result().isDone()
                && in.get().total(currency()) >= amount
                && (!givesBack || in.get().equals(out.get()));
        long kept = in.get().total(currency()) - out.get().total(currency());
        if (kept < 0 || !plain && !borneOut(in.get(), out.get(), now)) {
            throw new IOException(reply.words() + ", and what is inside does not bear out what it tells");
        }
        return over(
                in.get().lacking(out.get()).isNone()
                        ? Cash.of(currency(), in.get().minus(out.get()))
                        : Cash.amount(currency(), kept),
                Cash.of(currency(), out.get()),
                reply);
    }

    /// Whether the inventory grew by what came in and did not go out again. It may give back other
    /// pieces than it got.
    private boolean borneOut(Pieces in, Pieces out, InventoryNow now) throws IOException {
        var before = baseline.holdings();
        var after = now.look();
        return before.isPresent()
                && after.isPresent()
                && after.get().all().plus(out).equals(before.get().all().plus(in));
    }

    private Progress.Ended over(Cash kept, Cash returned, FccReply reply) {
        var fault = reply.result().fault();
        return new Progress.Ended(kept, returned, fault, held, reply.words());
    }

    private boolean heard(FccEvent.StatusChanged changed) {
        if (!changed.sequence().isEmpty() && end.isEmpty() && !FccCall.areSame(changed.sequence(), sequence)) {
            return false;
        }
        boolean news = false;
        if (changed.status().state() == Sight.State.TAKING && changed.amount() > amount) {
            amount = changed.amount();
            news = true;
        }
        return sees(changed.status()) | news;
    }

    private boolean holds(boolean something) {
        boolean news = held != something;
        held = something;
        return news;
    }

    private boolean isOurs(FccCash.Line line) {
        return line.denomination().currency().equals(currency());
    }

    private boolean isForeign(Pieces pieces) {
        return pieces.counts().keySet().stream()
                .anyMatch(each -> !each.currency().equals(currency()));
    }

    private String currency() {
        return intent.ask().currency();
    }
}
