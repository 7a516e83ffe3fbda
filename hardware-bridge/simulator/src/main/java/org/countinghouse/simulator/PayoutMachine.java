package org.countinghouse.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer.Scene;

/// The inside of a simulated SMART Payout or SMART Hopper: metal, memory, what is switched on, and one
/// payout at a time. It knows events but no commands. Thread-safe by its own monitor.
final class PayoutMachine {
    private static final int RESET = 0xF1;
    private static final int ERROR_DURING_PAYOUT = 0xB1;

    private final Metal metal;
    private final Troubles troubles;
    private final List<Denomination> channels;
    private final boolean hopper;
    private final PayoutMemory memory = new PayoutMemory();
    private final PayoutMouth mouth;
    private boolean on;
    private boolean payoutOn;
    private int openChannels;
    private int version = 6;
    private Optional<PayoutRun> run = Optional.empty();
    private Pieces emptied = Pieces.NONE;

    PayoutMachine(Metal metal, Troubles troubles, List<Denomination> channels, boolean hopper) {
        this.metal = metal;
        this.troubles = troubles;
        this.channels = List.copyOf(channels);
        this.hopper = hopper;
        mouth = new PayoutMouth(metal, memory, this.channels, hopper);
    }

    /// What became of a wish to move money.
    enum Answer {
        YES,
        TOO_LITTLE,
        NOT_EXACTLY,
        BUSY,
        SWITCHED_OFF
    }

    /// How a run stands after one more piece.
    enum Step {
        GOES_ON,
        /// It is over, or a hand has to take what lies in the bezel.
        RESTS,
        /// It is over because the power was gone for a moment.
        POWER_FAILED
    }

    List<Denomination> channels() {
        return channels;
    }

    boolean isHopper() {
        return hopper;
    }

    synchronized int version() {
        return version;
    }

    synchronized void speak(int newVersion) {
        version = newVersion;
    }

    synchronized void switchOn(boolean newOn) {
        on = newOn;
    }

    synchronized void switchPayout(boolean newOn) {
        payoutOn = newOn;
    }

    synchronized void open(int mask) {
        openChannels = mask;
    }

    synchronized boolean hasOpenChannels() {
        return openChannels != 0;
    }

    /// What can be paid, by its own count.
    Pieces levels() {
        return metal.in(Place.RECYCLER);
    }

    synchronized Pieces emptied() {
        return emptied;
    }

    synchronized List<Long> counters() {
        return List.of(memory.stacked, memory.stored, memory.dispensed, memory.transferred, memory.rejected);
    }

    synchronized Answer canPay() {
        if (!on || !hopper && !payoutOn) {
            return Answer.SWITCHED_OFF;
        }
        return run.isPresent() || metal.isJammed() ? Answer.BUSY : Answer.YES;
    }

    /// Chooses pieces for an amount; empty when it cannot be made.
    Optional<List<Denomination>> choose(String currency, long amount) {
        return PieceChoice.of(currency, amount, levels());
    }

    synchronized PayoutRun start(PayoutRun.Kind kind, String currency, List<Denomination> pieces) {
        var started = new PayoutRun(kind, currency, pieces, kind == PayoutRun.Kind.PAYOUT && holdsLast());
        if (kind != PayoutRun.Kind.PAYOUT) {
            emptied = Pieces.NONE;
        }
        run = Optional.of(started);
        return started;
    }

    synchronized boolean halt() {
        run.ifPresent(PayoutRun::halt);
        return run.isPresent();
    }

    /// Moves the next piece of a run.
    synchronized Step step(PayoutRun of) {
        if (run.filter(now -> now == of).isEmpty()) {
            return Step.RESTS;
        }
        if (of.isHalted()) {
            return end(0xD6, of);
        }
        if (of.isDone()) {
            return end(of);
        }
        var step = of.kind() == PayoutRun.Kind.PAYOUT ? pay(of) : stack(of);
        return step == Step.GOES_ON && of.isDone() ? end(of) : step;
    }

    /// A customer puts a piece in.
    synchronized boolean insert(Denomination piece) {
        return on && run.isEmpty() && openChannels != 0 && mouth.takes(piece, openChannels);
    }

    /// The waiting events and the states it is in.
    synchronized byte[] poll(boolean acknowledged) {
        var told = new PayoutWords(0xF0).all(memory.told(acknowledged));
        run.ifPresent(now -> {
            switch (now.kind()) {
                case PAYOUT -> told.one(0xDA).amounts(withHeld(now));
                case SMART_EMPTY -> told.one(0xB3).amounts(now.amounts());
                case EMPTY -> told.one(0xC2);
            }
        });
        var held = held();
        if (held.isPresent()) {
            told.one(0xCE);
            if (version >= 8) {
                told.four(held.get().minorUnits()).text(held.get().currency());
            }
        }
        if (metal.isJammed()) {
            told.one(0xEA);
        }
        if (!on) {
            told.one(0xE8);
        }
        return told.bytes();
    }

    synchronized boolean acknowledge() {
        return memory.acknowledge();
    }

    /// A hand takes what lies in the bezel, and the payout it belongs to is over.
    synchronized void bezelTaken() {
        held().ifPresent(piece -> {
            metal.bezelTaken();
            memory.dispensed++;
            run.ifPresent(of -> {
                of.moved();
                end(of);
            });
        });
    }

    synchronized void bezelRetracted() {
        held().ifPresent(piece -> {
            metal.bezelRetracted();
            memory.transferred++;
            run.ifPresent(of -> end(0xD9, of));
        });
    }

    /// Another host's payout, whose events went to that host.
    synchronized void payForAnother() {
        levels().counts().keySet().stream()
                .findFirst()
                .filter(piece -> metal.pay(piece) == Metal.Paying.OUT)
                .ifPresent(_ -> memory.dispensed++);
    }

    /// The power fails and comes back. What was going on stays undone, and is told (GA138, "Incomplete
    /// Payout").
    synchronized void powerCycle(boolean memoryLost) {
        var interrupted = run;
        var held = held();
        run = Optional.empty();
        on = false;
        payoutOn = false;
        openChannels = 0;
        memory.restart();
        held.ifPresent(_ -> {
            metal.bezelTaken();
            memory.dispensed++;
        });
        interrupted
                .filter(of -> of.kind() == PayoutRun.Kind.PAYOUT)
                .ifPresent(of -> memory.keep(new PayoutWords(0xDC)
                        .one(1)
                        .four(of.amounts().getOrDefault(of.currency(), 0L))
                        .four(of.asked())
                        .text(of.currency())
                        .bytes()));
        held.ifPresent(piece -> memory.keep(new PayoutWords(0xCD)
                .four(piece.minorUnits())
                .text(piece.currency())
                .bytes()));
        if (memoryLost) {
            memory.lose();
        }
        memory.mention(RESET);
    }

    private Step pay(PayoutRun of) {
        var piece = of.next();
        if (of.holdsNext()) {
            return metal.present(piece) == Metal.Paying.OUT ? Step.RESTS : end(0xD5, of);
        }
        return switch (metal.pay(piece)) {
            case OUT -> {
                of.moved();
                memory.dispensed++;
                yield failsNow() ? Step.POWER_FAILED : Step.GOES_ON;
            }
            case REJECTED -> {
                memory.transferred++;
                var error = new PayoutWords(ERROR_DURING_PAYOUT);
                memory.keep((version >= 7 ? error.amounts(of.amounts()) : error)
                        .one(0)
                        .bytes());
                yield Step.GOES_ON;
            }
            case EMPTY -> end(0xD9, of);
            case JAMMED -> end(0xD5, of);
        };
    }

    private Step stack(PayoutRun of) {
        var piece = of.next();
        if (!metal.toCashbox(piece)) {
            return end(0xD5, of);
        }
        memory.transferred++;
        emptied = emptied.plus(Pieces.of(piece, 1));
        of.moved();
        return Step.GOES_ON;
    }

    private boolean holdsLast() {
        return !hopper && troubles.strikes(Scene.HOLD_NEXT_IN_BEZEL);
    }

    private boolean failsNow() {
        boolean memoryLost = troubles.strikes(Scene.MEMORY_LOST_DURING_NEXT);
        boolean fails = troubles.strikes(Scene.POWER_CYCLE_DURING_NEXT) || memoryLost;
        if (fails) {
            powerCycle(memoryLost);
        }
        return fails;
    }

    private Step end(PayoutRun of) {
        return switch (of.kind()) {
            case PAYOUT -> end(0xD2, of);
            case SMART_EMPTY -> end(0xB4, of);
            case EMPTY -> {
                memory.keep(new PayoutWords(0xC3).bytes());
                run = Optional.empty();
                yield Step.RESTS;
            }
        };
    }

    private Step end(int event, PayoutRun of) {
        memory.keep(new PayoutWords(event).amounts(of.amounts()).bytes());
        run = Optional.empty();
        return Step.RESTS;
    }

    private Optional<Denomination> held() {
        return metal.in(Place.BEZEL).counts().keySet().stream().findFirst();
    }

    /// What lies in the bezel counts as paid until it is drawn in again.
    private Map<String, Long> withHeld(PayoutRun of) {
        var amounts = new TreeMap<>(of.amounts());
        held().ifPresent(piece -> amounts.merge(piece.currency(), piece.minorUnits(), Long::sum));
        return amounts;
    }

    /// All there is, for emptying.
    List<Denomination> everything() {
        var all = new ArrayList<Denomination>();
        levels().counts().forEach((piece, count) -> {
            for (int i = 0; i < count; i++) {
                all.add(piece);
            }
        });
        return all;
    }
}
