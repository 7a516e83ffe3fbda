package org.countinghouse.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer.Scene;

/// The metal of a simulated Glory machine at work: one transaction at a time, one piece after another,
/// and the events told on the way. Results and status codes as in the IF Specification.
final class GloryVault {
    static final int IDLE = 1;
    private static final int BEGINNING = 2;
    private static final int WAITING_FOR_CASH = 3;
    private static final int COUNTING = 4;
    private static final int DISPENSING = 5;
    private static final int LEFT_AT_EXIT = 7;
    private static final int RETURNING = 11;
    private static final int COLLECTING = 12;
    private static final int ERROR = 13;
    private static final int WAITING_FOR_FILL = 16;
    private static final int COUNTING_FILL = 17;

    static final int DONE = 0;
    static final int CANCELLED = 1;
    static final int NOT_THESE = 6;
    static final int CANCEL_SHORT = 9;
    static final int SHORT = 10;
    static final int EXCLUSIVE = 11;
    static final int INCONSISTENT = 12;
    static final int DEVICE = 100;

    private final Metal metal;
    private final Troubles troubles;
    private final Duration pieceEvery;
    private final Surroundings around;
    private int status = IDLE;
    private int era;
    private boolean cancelled;
    private boolean bezelTaken;
    private boolean filling;
    private Optional<Pieces> deposit = Optional.empty();

    /// What a vault does to the rest of the machine.
    interface Surroundings {
        /// Tells an event to everybody who listens.
        void tell(String event);

        void powerFails(boolean memoryKept);
    }

    /// The power failed, and whoever asked will hear nothing of it.
    static final class PowerFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// @param result the code
    /// @param in what came in, of a deposit
    /// @param out what came out
    record Outcome(int result, Pieces in, Pieces out) {}

    GloryVault(Metal metal, Troubles troubles, Duration pieceEvery, Surroundings around) {
        this.metal = metal;
        this.troubles = troubles;
        this.pieceEvery = pieceEvery;
        this.around = around;
    }

    synchronized int status() {
        return status;
    }

    /// Pays these pieces out.
    Outcome pay(Pieces wanted) {
        int now = begin();
        if (now < 0) {
            return refused();
        }
        if (!metal.in(Place.RECYCLER).lacking(wanted).isNone()) {
            return ended(now, new Outcome(NOT_THESE, Pieces.NONE, Pieces.NONE));
        }
        return ended(now, paid(wanted, now));
    }

    /// Pays an amount out by pieces it chooses: the largest that fit.
    Outcome pay(long amount) {
        int now = begin();
        if (now < 0) {
            return refused();
        }
        var chosen = chosen(amount);
        return ended(now, chosen.isEmpty() ? new Outcome(SHORT, Pieces.NONE, Pieces.NONE) : paid(chosen.get(), now));
    }

    /// Moves pieces to the cassette.
    Outcome collect(Pieces wanted) {
        int now = begin();
        if (now < 0) {
            return refused();
        }
        var moved = Pieces.NONE;
        for (Denomination piece : oneByOne(wanted)) {
            rest(now);
            if (!metal.toCashbox(piece)) {
                return ended(now, new Outcome(metal.isJammed() ? DEVICE : SHORT, Pieces.NONE, moved));
            }
            moved = moved.plus(Pieces.of(piece, 1));
            say(COLLECTING, worth(moved));
        }
        return ended(now, new Outcome(DONE, Pieces.NONE, moved));
    }

    /// Opens the mouth.
    ///
    /// @param fill whether the shop fills it, rather than a customer paying
    synchronized int open(boolean fill) {
        if (status != IDLE) {
            return status == ERROR ? DEVICE : EXCLUSIVE;
        }
        filling = fill;
        deposit = Optional.of(Pieces.NONE);
        say(fill ? WAITING_FOR_FILL : WAITING_FOR_CASH, 0);
        return DONE;
    }

    /// Shuts the mouth and keeps what came.
    synchronized Outcome keep(boolean fill) {
        if (deposit.isEmpty() || filling != fill) {
            return new Outcome(EXCLUSIVE, Pieces.NONE, Pieces.NONE);
        }
        var in = deposit.get();
        deposit = Optional.empty();
        settle();
        return new Outcome(DONE, in, Pieces.NONE);
    }

    /// Shuts the mouth and gives back what came, as far as it can.
    Outcome giveBack(boolean fill) {
        Pieces in;
        int now;
        synchronized (this) {
            if (deposit.isEmpty() || filling != fill) {
                return new Outcome(EXCLUSIVE, Pieces.NONE, Pieces.NONE);
            }
            in = deposit.get();
            deposit = Optional.empty();
            now = era;
        }
        say(RETURNING, worth(in));
        var out = Pieces.NONE;
        for (Denomination piece : oneByOne(in)) {
            rest(now);
            if (metal.pay(piece) == Metal.Paying.OUT) {
                out = out.plus(Pieces.of(piece, 1));
            }
        }
        return ended(now, new Outcome(out.equals(in) ? DONE : metal.isJammed() ? DEVICE : CANCEL_SHORT, in, out));
    }

    synchronized boolean insert(Denomination piece) {
        if (deposit.isEmpty() || !metal.take(piece)) {
            return false;
        }
        var sum = deposit.get().plus(Pieces.of(piece, 1));
        deposit = Optional.of(sum);
        tellCounted(piece, sum);
        say(filling ? COUNTING_FILL : COUNTING, worth(sum));
        say(filling ? WAITING_FOR_FILL : WAITING_FOR_CASH, worth(sum));
        return true;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    synchronized void bezel(boolean taken) {
        bezelTaken = taken;
        var _ = taken ? metal.bezelTaken() : metal.bezelRetracted();
        notifyAll();
    }

    /// Brings the machine back from an error, and ends a deposit that is open; what came in stays.
    synchronized void reset() {
        metal.clear();
        deposit = Optional.empty();
        settle();
    }

    synchronized void jam() {
        metal.jam();
        settle();
    }

    synchronized void clear() {
        metal.clear();
        settle();
    }

    /// The power fails and comes back: whatever was going on is over.
    synchronized void powerFails() {
        era++;
        deposit = Optional.empty();
        status = metal.isJammed() ? ERROR : IDLE;
        notifyAll();
    }

    /// Somebody else makes it pay its smallest piece.
    void paySmallest() {
        metal.in(Place.RECYCLER).counts().keySet().stream().findFirst().ifPresent(piece -> {
            var _ = metal.pay(piece);
            say(DISPENSING, piece.minorUnits());
            settle();
        });
    }

    private Outcome paid(Pieces wanted, int now) {
        if (troubles.strikes(Scene.REJECT_NEXT_PIECE)) {
            metal.rejectNext();
        }
        boolean holds = troubles.strikes(Scene.HOLD_NEXT_IN_BEZEL);
        boolean fails = troubles.strikes(Scene.POWER_CYCLE_DURING_NEXT);
        boolean forgets = troubles.strikes(Scene.MEMORY_LOST_DURING_NEXT);
        var pieces = oneByOne(wanted);
        var out = Pieces.NONE;
        for (int i = 0; i < pieces.size(); i++) {
            rest(now);
            if (isCancelled()) {
                return new Outcome(CANCELLED, Pieces.NONE, out);
            }
            boolean last = i == pieces.size() - 1;
            int result = holds && last ? present(pieces.get(i), out, now) : payOne(pieces.get(i));
            if (result != DONE) {
                return new Outcome(result, Pieces.NONE, out);
            }
            out = out.plus(Pieces.of(pieces.get(i), 1));
            say(DISPENSING, worth(out));
            if (fails || forgets) {
                around.powerFails(!forgets);
                throw new PowerFailed();
            }
        }
        return new Outcome(DONE, Pieces.NONE, out);
    }

    private int payOne(Denomination piece) {
        var paying = metal.pay(piece);
        if (paying == Metal.Paying.REJECTED) {
            paying = metal.pay(piece);
        }
        return switch (paying) {
            case OUT -> DONE;
            case JAMMED -> DEVICE;
            case EMPTY, REJECTED -> SHORT;
        };
    }

    private int present(Denomination piece, Pieces out, int now) {
        return switch (metal.present(piece)) {
            case JAMMED -> DEVICE;
            case EMPTY, REJECTED -> SHORT;
            case OUT -> {
                say(LEFT_AT_EXIT, worth(out) + piece.minorUnits());
                yield waitForHand(now) ? DONE : INCONSISTENT;
            }
        };
    }

    private synchronized boolean waitForHand(int now) {
        try {
            while (!metal.in(Place.BEZEL).isNone() && era == now) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PowerFailed();
        }
        if (era != now) {
            throw new PowerFailed();
        }
        return bezelTaken;
    }

    /// @return the era in which it began; negative when it is at something else
    private synchronized int begin() {
        if (status != IDLE) {
            return -1;
        }
        cancelled = false;
        say(BEGINNING, 0);
        return era;
    }

    private synchronized Outcome refused() {
        return new Outcome(status == ERROR ? DEVICE : EXCLUSIVE, Pieces.NONE, Pieces.NONE);
    }

    private synchronized Outcome ended(int now, Outcome outcome) {
        if (era == now) {
            settle();
        }
        return outcome;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /// The time a piece needs.
    private synchronized void rest(int now) {
        long until = System.nanoTime() + pieceEvery.toNanos();
        try {
            for (long left = pieceEvery.toNanos(); left > 0 && era == now; left = until - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new PowerFailed();
        }
        if (era != now) {
            throw new PowerFailed();
        }
    }

    private synchronized void settle() {
        int open = filling ? WAITING_FOR_FILL : WAITING_FOR_CASH;
        say(
                metal.isJammed() ? ERROR : deposit.isPresent() ? open : IDLE,
                deposit.map(GloryVault::worth).orElse(0L));
    }

    private synchronized void say(int code, long amount) {
        status = code;
        around.tell("<StatusChangeEvent><Status>" + code + "</Status><Amount>" + amount + "</Amount><Error>"
                + (code == ERROR ? 1281 : 0) + "</Error><RecoveryURL/><User/><SeqNo/></StatusChangeEvent>");
    }

    private void tellCounted(Denomination piece, Pieces sum) {
        int device = GloryAnswer.deviceOf(piece);
        String name = filling ? "eventReplenishCountChange" : "eventDepositCountChange";
        var lines = new StringBuilder();
        sum.counts().forEach((each, count) -> {
            if (GloryAnswer.deviceOf(each) == device) {
                lines.append(GloryAnswer.line("", each, count, 0));
            }
        });
        around.tell("<GlyCashierEvent devid=\"" + device + "\" user=\"\"><" + name + ">" + lines + "</" + name
                + "></GlyCashierEvent>");
    }

    private Optional<Pieces> chosen(long amount) {
        var chosen = Pieces.NONE;
        long left = amount;
        for (Denomination each : oneByOne(metal.in(Place.RECYCLER))) {
            if (each.minorUnits() <= left) {
                left -= each.minorUnits();
                chosen = chosen.plus(Pieces.of(each, 1));
            }
        }
        return left == 0 ? Optional.of(chosen) : Optional.empty();
    }

    /// The pieces in the order they move: the largest first.
    private static List<Denomination> oneByOne(Pieces pieces) {
        var all = new ArrayList<Denomination>();
        pieces.counts().forEach((each, count) -> all.addAll(Collections.nCopies(count, each)));
        Collections.reverse(all);
        return all;
    }

    private static long worth(Pieces pieces) {
        long worth = 0;
        for (var each : pieces.counts().entrySet()) {
            worth += each.getKey().minorUnits() * each.getValue();
        }
        return worth;
    }
}
