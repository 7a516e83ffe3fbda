package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.jspecify.annotations.Nullable;

/// A machine that speaks SSP, as our cash machine.
///
/// The ending of a payout stays in the machine until whoever asked was told of it and has come back, or
/// until the next intent begins: after a crash it is still there to testify.
final class SspMachine implements MoneyProtocol {
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);
    private static final int MOST_DRAINS = 8;

    private final SspSettings settings;
    private final SspDoor door;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SspSession session;
    private volatile boolean closed;
    private @Nullable SspJob job;
    private boolean toldOfItsEnd;

    /// Lays a cable to the machine.
    @FunctionalInterface
    interface SspDoor {
        SspWire lay(Duration limit) throws IOException;
    }

    SspMachine(SspSettings settings, SspDoor door) {
        this.settings = settings;
        this.door = door;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Greeting greet(Duration limit) throws IOException {
        hangUp();
        job = null;
        toldOfItsEnd = false;
        if (closed) {
            throw new IOException("this cash machine has been closed");
        }
        var by = Deadline.in(limit);
        var wire = door.lay(limit);
        try {
            var fresh = SspSession.greeted(wire, settings.fixedKey(), random, by);
            session = fresh;
            if (closed) {
                throw new IOException("this cash machine has been closed");
            }
            return greeting(fresh.setup(), fresh.serial());
        } catch (IOException e) {
            wire.close();
            throw e;
        }
    }

    @Override
    public Sight look() throws IOException {
        var by = Deadline.in(LOOK_LIMIT);
        forgetWhatWasTold(by);
        return SspSeen.by(greeted(), by).sight(job instanceof Taking, known());
    }

    @Override
    public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
        var by = Deadline.in(limit);
        var machine = greeted();
        job = null;
        drain(machine, by);
        var begin = new SspBegin(machine, intent, baseline, by);
        var begun = begin.begun();
        if (begun instanceof Begun.Accepted) {
            job = jobFor(intent, drained(baseline));
            toldOfItsEnd = false;
        }
        return begun;
    }

    @Override
    public Progress follow(Duration limit) throws IOException {
        var by = Deadline.in(limit);
        var machine = greeted();
        Progress progress;
        do {
            progress = polled(machine);
        } while (progress instanceof Progress.Quiet && rested(by));
        return progress;
    }

    /// Keeps what came, whatever is wished: these machines have nothing in escrow but the note on its
    /// way.
    @Override
    public void finish(boolean giveBack, Duration limit) throws IOException {
        var by = Deadline.in(limit);
        greeted().shutMouth(by);
        greeted().ask(Ssp.command(Ssp.DISABLE), by);
        if (job instanceof Taking taking) {
            taking.finish();
        }
    }

    @Override
    public void halt(Duration limit) throws IOException {
        // A refusal says that nothing was running.
        greeted().ask(Ssp.command(Ssp.HALT_PAYOUT), Deadline.in(limit));
    }

    @Override
    public Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        var by = Deadline.in(limit);
        if (sameEpoch && job instanceof Taking taking && taking.intent().equals(intent) && !toldOfItsEnd) {
            return new Testimony.StillMoving(taking.cash());
        }
        var running = job;
        var before = running != null && running.intent().equals(intent) ? running.baseline() : baseline;
        var testimony = witnessed(intent, before, settled(greeted(), by));
        if (testimony instanceof Testimony.StillMoving) {
            job = jobFor(intent, before);
            toldOfItsEnd = false;
        }
        return testimony;
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
    }

    private static SspJob jobFor(Intent intent, Sight baseline) {
        return switch (intent.purpose()) {
            case PAY -> new Paying(intent, baseline);
            case TAKE, FILL -> new Taking(intent, baseline);
            case COLLECT -> new Collecting(intent, baseline);
        };
    }

    private Greeting greeting(SspSetup setup, long serial) {
        var slots = setup.channels().stream()
                .flatMap(Optional::stream)
                .map(denomination -> new Slot(denomination, !setup.isHopper(), setup.pays()))
                .toList();
        String model = "Innovative Technology "
                + switch (setup.unit()) {
                    case SMART_PAYOUT -> "SMART Payout";
                    case SMART_HOPPER -> "SMART Hopper";
                    case VALIDATOR -> "validator";
                }
                + " " + setup.firmware();
        return new Greeting(model, Long.toString(serial), slots, setup.pays(), false, setup.pays());
    }

    private Progress polled(SspSession machine) throws IOException {
        var by = Deadline.in(LOOK_LIMIT);
        var running = job;
        var events = machine.poll(by);
        if (running == null || toldOfItsEnd) {
            return new Progress.Quiet();
        }
        if (events.contains(new SspEvent.Sign(SspEvent.Sign.Kind.RESET))) {
            throw broken(new IOException("it was restarted"));
        }
        try {
            var progress = running.heard(events, machine.setup());
            if (running.mayForget(events)) {
                machine.acknowledge(by);
            }
            return progress instanceof Progress.Ended ended ? ended(running, ended, machine, by) : progress;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// An ending counts only when the machine's own counters and levels do not speak against it.
    private Progress ended(SspJob running, Progress.Ended ended, SspSession machine, Deadline by) throws IOException {
        var testimony = running instanceof Taking taking
                ? taken(taking, machine, by)
                : witnessed(running.intent(), running.baseline(), settled(machine, by));
        return switch (testimony) {
            case Testimony.Knows(var moved, var returned, var held, var _, var words) -> {
                toldOfItsEnd = true;
                yield new Progress.Ended(
                        moved, returned, ended.fault(), held || ended.held(), ended.words() + ", " + words);
            }
            case Testimony.StillMoving(var soFar) ->
                running instanceof Taking ? new Progress.Quiet() : new Progress.Moving(soFar, ended.held());
            case Testimony.NeverHeard _, Testimony.Silent _, Testimony.Contradicts _ ->
                throw new IOException("it says \"" + ended.words() + "\", but: " + testimony);
        };
    }

    /// A deposit is over when as many pieces were credited as were counted.
    private Testimony taken(Taking taking, SspSession machine, Deadline by) throws IOException {
        var counters = SspCounters.between(taking.baseline().counters(), machine.counters(by));
        if (counters.isPresent() && counters.get().taken() > taking.pieces()) {
            return new Testimony.StillMoving(taking.cash());
        }
        if (counters.isPresent() && counters.get().taken() < taking.pieces()) {
            return new Testimony.Contradicts("it counted " + counters.get().taken() + " pieces");
        }
        return new Testimony.Knows(
                taking.cash(), Cash.none(taking.cash().currency()), false, Evidence.ANSWER, "credited");
    }

    private Testimony witnessed(Intent intent, Sight baseline, SspSeen now) throws IOException {
        return new SspWitness(intent, baseline, now, SspTraces.between(baseline, now, known())).testimony();
    }

    private List<Denomination> known() throws IOException {
        return greeted().setup().channels().stream().flatMap(Optional::stream).toList();
    }

    /// Looks until two looks are the same and nothing is about to change.
    private SspSeen settled(SspSession machine, Deadline by) throws IOException {
        var seen = SspSeen.by(machine, by);
        while (seen.moving().isEmpty()) {
            if (!rested(by)) {
                throw broken(new IOException("it does not come to rest"));
            }
            var again = SspSeen.by(machine, by);
            if (!again.isBusy() && again.equals(seen)) {
                return seen;
            }
            seen = again;
        }
        return seen;
    }

    private void forgetWhatWasTold(Deadline by) throws IOException {
        if (toldOfItsEnd) {
            var machine = greeted();
            machine.poll(by);
            machine.acknowledge(by);
            toldOfItsEnd = false;
            job = null;
        }
    }

    /// Whatever older intents left behind is acknowledged, so that it cannot be taken for this one's.
    private void drain(SspSession machine, Deadline by) throws IOException {
        for (int round = 0; round < MOST_DRAINS; round++) {
            var events = machine.poll(by);
            if (events.stream().noneMatch(SspSeen::isEnding)) {
                return;
            }
            machine.acknowledge(by);
        }
        throw broken(new IOException("it goes on telling of older payouts"));
    }

    /// What was waiting before is certainly gone, as long as this connection lasts.
    private static Sight drained(Sight baseline) {
        return new Sight(
                baseline.state(), baseline.holdings(), baseline.counters(), Optional.empty(), baseline.alarms());
    }

    private boolean rested(Deadline by) throws IOException {
        if (by.isOver()) {
            return false;
        }
        LockSupport.parkNanos(
                Math.min(settings.limits().poll().toNanos(), TimeUnit.MILLISECONDS.toNanos(by.millisLeft())));
        if (Thread.currentThread().isInterrupted()) {
            throw broken(new IOException("given up"));
        }
        return true;
    }

    private IOException broken(IOException why) {
        hangUp();
        return why;
    }

    private SspSession greeted() throws IOException {
        var machine = session;
        if (machine == null) {
            throw new IOException("not greeted");
        }
        return machine;
    }

    private void hangUp() {
        var machine = session;
        session = null;
        if (machine != null) {
            machine.close();
        }
    }
}
