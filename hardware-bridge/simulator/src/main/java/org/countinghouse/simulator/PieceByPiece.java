package org.countinghouse.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// A payout of a machine that chooses the pieces itself: one piece after the other, each after its time, until all
/// are out or something stops it. It keeps what it moved; who forgets it, forgets it.
final class PieceByPiece {
    private final Metal metal;
    private final List<Denomination> plan;
    private final Duration pieceEvery;
    private final boolean holdsLast;
    private Pieces out = Pieces.NONE;
    private Ending ending = Ending.NONE;
    private Optional<Denomination> held = Optional.empty();
    private boolean bezelEmptied;

    /// @param holdsLast whether the last piece stays in the bezel until a hand takes it or it is drawn in
    PieceByPiece(Metal metal, List<Denomination> plan, Duration pieceEvery, boolean holdsLast) {
        this.metal = metal;
        this.plan = List.copyOf(plan);
        this.pieceEvery = pieceEvery;
        this.holdsLast = holdsLast;
    }

    enum Ending {
        NONE,
        ALL_OUT,
        EMPTY,
        JAMMED,
        HALTED,
        POWER_FAILED,
        RETRACTED
    }

    /// Pieces of this amount, largest first, of what is in the recycler; empty when they do not add up.
    static Optional<List<Denomination>> of(long amount, Pieces recycler) {
        var kinds = List.copyOf(new TreeMap<>(recycler.counts()).descendingMap().keySet());
        var chosen = new ArrayList<Denomination>();
        return choose(amount, recycler, kinds, 0, chosen) ? Optional.of(List.copyOf(chosen)) : Optional.empty();
    }

    /// Every one of these pieces.
    static List<Denomination> of(Pieces pieces) {
        var all = new ArrayList<Denomination>();
        pieces.counts().forEach((piece, count) -> {
            for (int i = 0; i < count; i++) {
                all.add(piece);
            }
        });
        return all;
    }

    /// Runs to its end on the caller's thread.
    ///
    /// @param powerFails asked after every piece whether the power fails now
    /// @param changed called after every piece
    void run(BooleanSupplier powerFails, Runnable changed) {
        for (int i = 0; i < plan.size() && ending() == Ending.NONE; i++) {
            if (rest(pieceEvery)) {
                push(plan.get(i), holdsLast && i == plan.size() - 1);
                changed.run();
                if (ending() == Ending.NONE && powerFails.getAsBoolean()) {
                    end(Ending.POWER_FAILED);
                }
            }
        }
        awaitHand();
        end(Ending.ALL_OUT);
    }

    synchronized void end(Ending how) {
        if (ending == Ending.NONE) {
            ending = how;
        }
        notifyAll();
    }

    synchronized Ending ending() {
        return ending;
    }

    synchronized Pieces out() {
        return out;
    }

    synchronized boolean isHeld() {
        return held.isPresent();
    }

    synchronized void bezel(boolean taken) {
        if (held.isPresent()) {
            if (!taken) {
                out = out.minus(Pieces.of(held.get(), 1));
                end(Ending.RETRACTED);
            }
            held = Optional.empty();
            bezelEmptied = true;
            notifyAll();
        }
    }

    private void push(Denomination piece, boolean intoBezel) {
        var paying = intoBezel ? metal.present(piece) : metal.pay(piece);
        switch (paying) {
            case OUT -> {
                synchronized (this) {
                    out = out.plus(Pieces.of(piece, 1));
                    held = intoBezel ? Optional.of(piece) : Optional.empty();
                }
            }
            case REJECTED -> push(piece, intoBezel);
            case EMPTY -> end(Ending.EMPTY);
            case JAMMED -> end(Ending.JAMMED);
        }
    }

    private synchronized void awaitHand() {
        while (held.isPresent() && !bezelEmptied && ending == Ending.NONE) {
            if (!pause(Duration.ofHours(1))) {
                return;
            }
        }
    }

    /// Whether nothing ended it meanwhile.
    private synchronized boolean rest(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        while (ending == Ending.NONE && until - System.nanoTime() > 0) {
            if (!pause(Duration.ofNanos(until - System.nanoTime()))) {
                return false;
            }
        }
        return ending == Ending.NONE;
    }

    private boolean pause(Duration length) {
        try {
            wait(Math.max(1, length.toMillis()));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            end(Ending.HALTED);
            return false;
        }
    }

    private static boolean choose(
            long amount, Pieces recycler, List<Denomination> kinds, int from, List<Denomination> chosen) {
        if (amount == 0 || from == kinds.size()) {
            return amount == 0;
        }
        var kind = kinds.get(from);
        int most = (int) Math.min(recycler.count(kind), amount / kind.minorUnits());
        for (int count = most; count >= 0; count--) {
            int before = chosen.size();
            for (int i = 0; i < count; i++) {
                chosen.add(kind);
            }
            if (choose(amount - count * kind.minorUnits(), recycler, kinds, from + 1, chosen)) {
                return true;
            }
            chosen.subList(before, chosen.size()).clear();
        }
        return false;
    }
}
