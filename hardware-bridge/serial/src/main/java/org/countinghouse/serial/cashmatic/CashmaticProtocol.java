package org.countinghouse.serial.cashmatic;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.serial.cashmatic.CashmaticReader.Reply;
import org.countinghouse.serial.cashmatic.CashmaticReader.Transaction;
import org.countinghouse.serial.network.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A Cashmatic. Every transaction carries a reference made of the intent's id, and the machine's last transaction can
/// be read: that is the record (`decisions/0052`).
final class CashmaticProtocol implements MoneyProtocol {
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(20);

    private final CashmaticSettings settings;
    private volatile @Nullable CashmaticLine line;
    private @Nullable Running running;

    CashmaticProtocol(CashmaticSettings settings) {
        this.settings = settings;
    }

    /// @param shown what was told last; null when nothing was yet
    /// @param halted whether we asked it to stop
    private record Running(Intent intent, @Nullable Transaction shown, boolean halted) {
        String reference() {
            return Meaning.reference(intent);
        }

        /// Whether a transaction that runs can be this one: it says so, or it does not say and goes on from what it was.
        boolean isThis(Transaction active) {
            return active.reference().isEmpty()
                    ? shown == null || shown.id() == active.id()
                    : active.reference().equals(reference());
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        close();
        running = null;
        var fresh = new CashmaticLine(settings);
        line = fresh;
        var deadline = Deadline.in(limit);
        fresh.signIn(deadline.left());
        var device = fresh.device(deadline.left());
        var slots = Meaning.slots(fresh.levels(deadline.left()));
        return new Greeting(("Cashmatic " + device.model()).strip(), device.serial(), slots, true, true, true);
    }

    @Override
    public Sight look() throws IOException {
        var deadline = Deadline.in(LOOK_LIMIT);
        var device = line().device(deadline.left());
        var active = line().active(deadline.left());
        var last = line().last(deadline.left());
        var levels = line().levels(deadline.left());
        return new Sight(
                state(active, Meaning.isBroken(device)),
                Optional.of(Meaning.holdings(levels)),
                new TreeMap<>(),
                last.map(Transaction::key),
                Meaning.alarms(device, levels));
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        var refusal = refusal(intent, baseline);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var deadline = Deadline.in(limit);
        var active = line().active(deadline.left());
        if (!active.isIdle()) {
            return new Begun.Refused(DeviceFault.BUSY, "a " + active.operation() + " runs");
        }
        return switch (line().order(path(intent), body(intent), deadline.left())) {
            case Reply.Done(var data) -> {
                JsonText.amount(data.path("id")).ifPresent(id -> keep.accept(Long.toString(id)));
                running = new Running(intent, null, false);
                yield new Begun.Accepted();
            }
            case Reply.Refused(long code, String words) -> refused(code, words);
        };
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (true) {
            var now = running();
            var active = line().active(settings.http().answer());
            if (active.isIdle()) {
                var last = line().last(settings.http().answer());
                if (last.isPresent() && last.get().reference().equals(now.reference())) {
                    return ended(now, last.get());
                }
            } else if (!now.isThis(active)) {
                throw new IOException("a " + active.operation() + " of somebody else runs");
            } else if (!active.equals(now.shown())) {
                running = new Running(now.intent(), active, now.halted());
                return new Progress.Moving(Meaning.soFar(now.intent(), active), false);
            }
            if (deadline.left().compareTo(settings.http().poll()) < 0) {
                if (active.isIdle()) {
                    throw new IOException("it is idle and tells of another transaction");
                }
                return new Progress.Quiet();
            }
            line().pause(settings.http().poll());
        }
    }

    /// A refill keeps what came; only a payment can be given back.
    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        boolean refill = path(running().intent()).endsWith("StartRefill");
        String path = refill ? "StopRefill" : giveBack ? "CancelPayment" : "CommitPayment";
        end("/api/transaction/" + path, Deadline.in(limit));
    }

    @Override
    public void halt(Duration limit) throws IOException {
        var now = running();
        running = new Running(now.intent(), now.shown(), true);
        end("/api/transaction/CancelPayment", Deadline.in(limit));
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var testimony = new CashmaticWitness(line(), settings, intent, baseline, Deadline.in(limit)).testify();
        if (testimony instanceof Testimony.StillMoving) {
            running = new Running(intent, null, false);
        }
        return testimony;
    }

    @Override
    public void close() {
        var now = line;
        if (now != null) {
            now.close();
        }
    }

    /// An end that is refused may only be late: what became of it, [#follow] tells.
    private void end(String path, Deadline deadline) throws IOException {
        if (line().order(path, JsonText.newObject(), deadline.left()) instanceof Reply.Refused(long code, String words)
                && !running().halted()
                && !line().active(deadline.left()).isIdle()) {
            throw new IOException("it goes on: " + words + " (code " + code + ")");
        }
    }

    private Progress ended(Running now, Transaction told) {
        running = null;
        var intent = now.intent();
        var moved = Meaning.moved(intent, told);
        boolean fellShort = intent.purpose() == Purpose.PAY
                && moved.minorUnits() < intent.ask().minorUnits().orElse(0L);
        boolean failed = !told.success() || told.powerFail() || (told.notDispensed() > 0 && !now.halted());
        Optional<DeviceFault> fault = failed
                ? Optional.of(DeviceFault.JAMMED)
                : fellShort && !now.halted() ? Optional.of(DeviceFault.REFUSED) : Optional.empty();
        String words = "transaction " + told.id() + " ended " + told.end() + ": in " + told.inserted() + ", out "
                + told.dispensed() + ", not dispensed " + told.notDispensed()
                + Meaning.strange(intent, told).map(each -> "; it " + each).orElse("");
        return new Progress.Ended(moved, Meaning.returned(intent, told), fault, false, words);
    }

    private Optional<Begun> refusal(Intent intent, Sight baseline) {
        if (intent.ask() instanceof Ask.Exactly) {
            return Optional.of(new Begun.Refused(
                    DeviceFault.REFUSED, "a Cashmatic is told an amount and chooses the pieces itself"));
        }
        if (!intent.ask().currency().equals(settings.currency())) {
            return Optional.of(new Begun.Refused(DeviceFault.REFUSED, "it works in " + settings.currency()));
        }
        long wanted = Meaning.isOut(intent) ? intent.ask().minorUnits().orElse(0L) : 0;
        return baseline.holdings()
                .map(inside -> inside.in(Place.RECYCLER).total(settings.currency()))
                .filter(inside -> inside < wanted)
                .map(inside -> new Begun.NotEnough("there are " + inside + " inside"));
    }

    private static Begun refused(long code, String words) {
        if (code == Meaning.FUND_LOW) {
            return new Begun.NotEnough(words);
        }
        return new Begun.Refused(
                code == Meaning.OTHER_OPERATION ? DeviceFault.BUSY : DeviceFault.REFUSED,
                words + " (code " + code + ")");
    }

    private static String path(Intent intent) {
        boolean amount = intent.ask().minorUnits().isPresent();
        return "/api/transaction/"
                + switch (intent.purpose()) {
                    case PAY -> "StartWithdrawal";
                    case TAKE -> amount ? "StartPayment" : "StartRefill";
                    case FILL -> "StartRefill";
                    case COLLECT -> amount ? "StartWithdrawal" : "StartEmptyAll";
                };
    }

    private static ObjectNode body(Intent intent) {
        var body = JsonText.newObject().put("reason", intent.reason()).put("reference", Meaning.reference(intent));
        if (!path(intent).endsWith("StartRefill")) {
            intent.ask().minorUnits().ifPresent(amount -> body.put("amount", amount));
        }
        return path(intent).endsWith("StartPayment") ? body.put("queueAllowed", false) : body;
    }

    private Sight.State state(Transaction active, boolean broken) {
        var now = running;
        if (active.isIdle()) {
            return broken ? Sight.State.OUT_OF_ORDER : Sight.State.READY;
        }
        if (now == null || !now.isThis(active)) {
            return Sight.State.OCCUPIED;
        }
        return Meaning.isOut(now.intent()) ? Sight.State.PAYING : Sight.State.TAKING;
    }

    private CashmaticLine line() throws IOException {
        var now = line;
        if (now == null) {
            throw new IOException("nobody was greeted yet");
        }
        return now;
    }

    private Running running() throws IOException {
        var now = running;
        if (now == null) {
            throw new IOException("no transaction of ours runs");
        }
        return now;
    }
}
