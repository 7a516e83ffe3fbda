package org.countinghouse.serial.cashdro;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.serial.cashdro.CashDroReader.Operation;
import org.countinghouse.serial.cashdro.CashDroReader.Phase;
import org.countinghouse.serial.cashdro.CashDroReader.Reply;
import org.countinghouse.serial.cashdro.CashDroWitness.Totals;
import org.countinghouse.serial.network.JsonText;
import org.jspecify.annotations.Nullable;

/// A CashDro. Every movement is an operation in two steps: `startOperation` gives it a number,
/// `acknowledgeOperationId` makes it run. The number is kept before the second step, so there is no moment in which
/// money could move and nobody could find its record.
final class CashDroProtocol implements MoneyProtocol {
    private static final int LOAD = 1;
    private static final int PAY = 3;
    private static final int SELL = 4;
    private static final int TAKE_IN = 16;
    private static final int KEEP = 1;
    private static final int NOT_QUEUED = -2;
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(20);

    private final CashDroSettings settings;
    private volatile @Nullable CashDroLine line;
    private @Nullable Running running;
    private String lastFailure = "";

    CashDroProtocol(CashDroSettings settings) {
        this.settings = settings;
    }

    /// @param shown what was told last; null when nothing was yet
    private record Running(String number, Intent intent, @Nullable Operation shown, boolean halted) {
        Running(String number, Intent intent) {
            this(number, intent, null, false);
        }
    }

    /// What we call an operation of an intent; short, because nobody says how long it may be.
    static String alias(Intent intent) {
        String hex = intent.id().toString().replace("-", "");
        return "CH" + hex.substring(hex.length() - 12);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        close();
        running = null;
        var fresh = new CashDroLine(settings);
        line = fresh;
        var deadline = Deadline.in(limit);
        fresh.executing(deadline.left());
        var slots = Inside.slots(fresh.levels(deadline.left()), settings.currency());
        return new Greeting("CashDro", "", slots, true, true, false);
    }

    @Override
    public Sight look() throws IOException {
        var deadline = Deadline.in(LOOK_LIMIT);
        var executing = line().executing(deadline.left());
        var levels = line().levels(deadline.left());
        var alarms = new ArrayList<>(Inside.alarms(levels, settings.currency()));
        if (!lastFailure.isEmpty()) {
            alarms.add(Alarm.of(Alarm.Kind.JAMMED, lastFailure));
        }
        return new Sight(
                state(executing),
                Optional.of(Inside.holdings(levels, settings.currency())),
                new TreeMap<>(),
                Optional.empty(),
                alarms);
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        var refusal = refusal(intent, baseline);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var deadline = Deadline.in(limit);
        var busy = line().executing(deadline.left());
        if (busy.isPresent()) {
            return new Begun.Refused(DeviceFault.BUSY, "operation " + busy.get() + " runs");
        }
        return switch (line().start(type(intent), parameters(intent), alias(intent), deadline.left())) {
            case Reply.Done(var content) -> acknowledged(CashDroReader.started(content), intent, deadline, keep);
            case Reply.Refused(long code, String words) ->
                new Begun.Refused(code == NOT_QUEUED ? DeviceFault.BUSY : DeviceFault.REFUSED, words);
        };
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (true) {
            var now = running();
            var operation = line().operation(now.number(), settings.http().answer())
                    .orElseThrow(() -> new IOException("the machine forgot operation " + now.number()));
            if (!operation.id().equals(now.number())) {
                throw new IOException("asked for operation " + now.number() + " it tells of " + operation.id());
            }
            if (operation.phase() == Phase.FINISHED) {
                return ended(now, operation);
            }
            if (!operation.equals(now.shown())) {
                running = new Running(now.number(), now.intent(), operation, now.halted());
                return new Progress.Moving(Totals.soFar(now.intent(), operation), false);
            }
            if (deadline.left().compareTo(settings.http().poll()) < 0) {
                return new Progress.Quiet();
            }
            line().pause(settings.http().poll());
        }
    }

    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        end(giveBack ? settings.cancelType() : KEEP, Deadline.in(limit));
    }

    @Override
    public void halt(Duration limit) throws IOException {
        var now = running();
        running = new Running(now.number(), now.intent(), now.shown(), true);
        end(settings.cancelType(), Deadline.in(limit));
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var witness = new CashDroWitness(line(), settings, intent, Deadline.in(limit));
        var testimony = witness.testify(reference, baseline);
        if (testimony instanceof Testimony.StillMoving && reference.isPresent()) {
            running = new Running(reference.get(), intent);
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

    private Begun acknowledged(String number, Intent intent, Deadline deadline, Consumer<String> keep)
            throws IOException {
        keep.accept(number);
        if (line().acknowledge(number, deadline.left()) instanceof Reply.Refused(long code, String words)) {
            // It does not run, most likely; its record will say so for certain.
            throw new IOException("operation " + number + " was not confirmed: " + words + " (code " + code + ")");
        }
        running = new Running(number, intent);
        return new Begun.Accepted();
    }

    private void end(int type, Deadline deadline) throws IOException {
        var now = running();
        if (line().finish(now.number(), type, deadline.left()) instanceof Reply.Refused(long code, String words)
                && line().operation(now.number(), deadline.left())
                        .filter(each -> each.phase() == Phase.FINISHED)
                        .isEmpty()) {
            throw new IOException("operation " + now.number() + " goes on: " + words + " (code " + code + ")");
        }
    }

    private Progress ended(Running now, Operation operation) {
        running = null;
        lastFailure = operation.failed() ? "operation " + operation.id() + " ended with an error" : "";
        var intent = now.intent();
        var moved = Totals.moved(intent, operation);
        boolean fellShort = Totals.isPayment(intent)
                && !now.halted()
                && moved.minorUnits() < intent.ask().minorUnits().orElse(0L);
        Optional<DeviceFault> fault = operation.failed()
                ? Optional.of(DeviceFault.JAMMED)
                : fellShort ? Optional.of(DeviceFault.REFUSED) : Optional.empty();
        String words = "operation " + operation.id() + ": in " + operation.in() + ", out " + operation.out()
                + Totals.strange(intent, operation).map(each -> "; it " + each).orElse("");
        return new Progress.Ended(moved, Totals.returned(intent, operation), fault, false, words);
    }

    private Optional<Begun> refusal(Intent intent, Sight baseline) {
        if (intent.purpose() == Purpose.COLLECT) {
            return refused("what to collect is chosen at the machine's own screen");
        }
        if (intent.ask() instanceof Ask.Exactly) {
            return refused("a CashDro is told an amount and chooses the pieces itself");
        }
        if (!intent.ask().currency().equals(settings.currency())) {
            return refused("it works in " + settings.currency());
        }
        long wanted = intent.purpose() == Purpose.PAY ? intent.ask().minorUnits().orElse(0L) : 0;
        return baseline.holdings()
                .map(inside -> inside.in(Place.RECYCLER).total(settings.currency()))
                .filter(inside -> inside < wanted)
                .map(inside -> new Begun.NotEnough("there are " + inside + " inside"));
    }

    private static Optional<Begun> refused(String words) {
        return Optional.of(new Begun.Refused(DeviceFault.REFUSED, words));
    }

    private static int type(Intent intent) {
        return switch (intent.purpose()) {
            case PAY -> PAY;
            case FILL -> LOAD;
            case TAKE -> intent.ask().minorUnits().isPresent() ? SELL : TAKE_IN;
            case COLLECT -> throw new IllegalStateException("refused before");
        };
    }

    private static Map<String, String> parameters(Intent intent) {
        var amount = intent.ask().minorUnits();
        if (amount.isEmpty() || intent.purpose() == Purpose.FILL) {
            return Map.of();
        }
        var json = JsonText.newObject().put("amount", Long.toString(amount.get())).toString();
        return Map.of("parameters", json);
    }

    private Sight.State state(Optional<String> executing) {
        var now = running;
        if (executing.isEmpty()) {
            return Sight.State.READY;
        }
        if (now == null || !now.number().equals(executing.get())) {
            return Sight.State.OCCUPIED;
        }
        return Totals.isPayment(now.intent()) ? Sight.State.PAYING : Sight.State.TAKING;
    }

    private CashDroLine line() throws IOException {
        var now = line;
        if (now == null) {
            throw new IOException("nobody was greeted yet");
        }
        return now;
    }

    private Running running() throws IOException {
        var now = running;
        if (now == null) {
            throw new IOException("no operation of ours runs");
        }
        return now;
    }
}
