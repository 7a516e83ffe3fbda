package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress.Moving;

/// A payout, or a collection, on its way: one call that is answered when it is over, and the events
/// meanwhile.
final class Payout {
    private final Intent intent;
    private final FccCall call;
    private final Sight baseline;
    private final Optional<Pieces> asked;
    private long soFar;
    private boolean moved;
    private boolean held;
    private Optional<FccReply> overheard = Optional.empty();
    private long restsSince;

    /// @param asked the pieces that were asked for; empty when the machine chooses
    Payout(Intent intent, FccCall call, Sight baseline, Optional<Pieces> asked) {
        this.intent = intent;
        this.call = call;
        this.baseline = baseline;
        this.asked = asked;
    }

    Intent intent() {
        return intent;
    }

    FccCall call() {
        return call;
    }

    boolean hasMoved() {
        return moved;
    }

    boolean isHeld() {
        return held;
    }

    boolean isCancellable() {
        return call.request().name().equals("Change");
    }

    Moving progress() {
        return new Moving(Cash.amount(currency(), soFar), held);
    }

    /// Takes an event in.
    ///
    /// @return whether it changed anything worth telling
    boolean heard(FccEvent event, long now) {
        return switch (event) {
            case FccEvent.StatusChanged changed -> heard(changed, now);
            case FccEvent.Answered(var reply) -> {
                if (call.isAnsweredBy(reply) && overheard.isEmpty()) {
                    overheard = Optional.of(reply);
                }
                yield false;
            }
            case FccEvent.WaitsForHand _ -> holds(true);
            case FccEvent.HandCame _ -> holds(false);
            case FccEvent.HeartBeat _, FccEvent.Counted _, FccEvent.Trouble _, FccEvent.Other _ -> false;
        };
    }

    /// What the machine said it is doing, asked or not.
    boolean sees(FccStatus status, long now) {
        boolean news = status.isMovingOut() && !moved;
        moved |= status.isMovingOut();
        restsSince = status != FccStatus.IDLE ? 0 : restsSince == 0 ? now : restsSince;
        return holds(status == FccStatus.LEFT_AT_EXIT) | news;
    }

    /// The answer, by whichever way it came first.
    ///
    /// @param patienceNanos how long it may still come after the call broke or the machine was seen at
    ///        rest
    /// @throws IOException when it does not come any more: nobody knows what happened
    Optional<FccReply> reply(long now, long patienceNanos, boolean hearsEvents) throws IOException {
        if (overheard.isPresent()) {
            return overheard;
        }
        if (call.isOver() && !call.answer().isCompletedExceptionally()) {
            return Optional.of(call.answer().join());
        }
        if (call.isOver()) {
            restsSince = restsSince == 0 ? now : restsSince;
            if (!hearsEvents || now - restsSince >= patienceNanos) {
                call.await(Duration.ZERO);
            }
        } else if (moved && restsSince != 0 && now - restsSince >= patienceNanos) {
            throw new IOException("the machine rests again, and its answer to "
                    + call.request().name() + " did not come");
        }
        return Optional.empty();
    }

    /// Judges an answer.
    ///
    /// @param now what is inside after it; asked only where it is needed
    Judgement judged(FccReply reply, InventoryNow now) throws IOException {
        Optional<Pieces> told = told(reply);
        if (told.filter(this::isForeign).isPresent()) {
            return new Judgement.Unclear(reply.words() + ", in a currency nobody asked for: " + told.get());
        }
        if (reply.result().isDone() && told.filter(this::isWhole).isPresent()) {
            return settled(told.get(), reply);
        }
        var kind = reply.result().kind();
        boolean refused = kind == FccResult.Kind.REFUSED || kind == FccResult.Kind.BUSY;
        if (refused && !moved && told.orElse(Pieces.NONE).isNone()) {
            return new Judgement.Nothing(reply.result(), reply.words());
        }
        if (kind == FccResult.Kind.DUPLICATE) {
            return new Judgement.Unclear(reply.words());
        }
        return checked(reply, told.or(() -> reply.result().isDone() ? asked : Optional.empty()), now);
    }

    private Judgement checked(FccReply reply, Optional<Pieces> told, InventoryNow now) throws IOException {
        var claimed = told.orElse(Pieces.NONE);
        var books = new Books(baseline.holdings(), now.look());
        boolean agrees =
                intent.purpose() == Intent.Purpose.COLLECT ? books.showCollected(claimed) : books.showGone(claimed);
        if (!agrees) {
            return new Judgement.Unclear(reply.words() + ", and what is inside does not bear out that it paid "
                    + claimed.total(currency()) + " " + currency());
        }
        return claimed.isNone() && !moved
                ? new Judgement.Nothing(reply.result(), reply.words())
                : settled(claimed, reply);
    }

    private Judgement settled(Pieces pieces, FccReply reply) {
        var fault = reply.result().fault();
        return new Judgement.Settled(Cash.of(currency(), pieces), fault, reply.words());
    }

    private Optional<Pieces> told(FccReply reply) throws UnreadableXml {
        var out = reply.cash(FccCash.OUT, currency());
        return intent.purpose() == Intent.Purpose.COLLECT
                ? reply.cash(FccCash.COLLECTED, currency()).or(() -> out)
                : out;
    }

    private boolean isForeign(Pieces pieces) {
        return pieces.counts().keySet().stream()
                .anyMatch(each -> !each.currency().equals(currency()));
    }

    private boolean isWhole(Pieces pieces) {
        return asked.map(pieces::equals)
                .orElseGet(() ->
                        pieces.total(currency()) == intent.ask().minorUnits().orElse(-1L));
    }

    private boolean heard(FccEvent.StatusChanged changed, long now) {
        if (!changed.sequence().isEmpty() && !call.hasNumber(changed.sequence())) {
            return false;
        }
        long before = soFar;
        long amount = Math.abs(changed.amount());
        if (changed.status().isMovingOut() && amount <= most()) {
            soFar = Math.max(soFar, amount);
        }
        return sees(changed.status(), now) | soFar != before;
    }

    private long most() {
        return asked.map(pieces -> pieces.total(currency()))
                .or(() -> intent.ask().minorUnits())
                .orElse(Long.MAX_VALUE);
    }

    private boolean holds(boolean something) {
        boolean news = held != something;
        held = something;
        return news;
    }

    private String currency() {
        return intent.ask().currency();
    }
}
