package org.countinghouse.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.simulator.PieceByPiece.Ending;

/// The works of a simulated machine that is told amounts: its metal, its mouth, and one payout at a
/// time. It knows no protocol; whoever owns it is told when a payout is over and when the power failed.
final class Works implements AutoCloseable {
    /// What a mouth takes when the machine is filled with euros, in cents.
    private static final List<Integer> EUROS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);

    private static final long SMALLEST_NOTE = 500;
    static final int ROOM = 100;

    final Metal metal;
    final Troubles troubles = new Troubles();
    private final Set<Denomination> known;
    private final Duration pieceEvery;
    private final Owner owner;
    private boolean mouthOpen;
    private Pieces inMouth = Pieces.NONE;
    private Optional<PieceByPiece> payout = Optional.empty();

    Works(Pieces filledWith, Duration pieceEvery, Owner owner) {
        known = new TreeSet<>(filledWith.counts().keySet());
        if (known.isEmpty() || known.iterator().next().currency().equals("EUR")) {
            EUROS.forEach(cents -> known.add(new Denomination("EUR", cents)));
        }
        metal = new Metal(filledWith, known, ROOM);
        this.pieceEvery = pieceEvery;
        this.owner = owner;
    }

    /// Who is told. Called on the works' own thread.
    interface Owner {
        void over(PieceByPiece payout);

        void powerFailed(boolean memoryKept);

        void changed();
    }

    /// The one currency it works in: that of what it was filled with.
    String currency() {
        return known.iterator().next().currency();
    }

    Set<Denomination> known() {
        return known;
    }

    static boolean isNote(Denomination denomination) {
        return denomination.minorUnits() >= SMALLEST_NOTE;
    }

    synchronized void openMouth() {
        mouthOpen = true;
        inMouth = Pieces.NONE;
    }

    synchronized void shutMouth() {
        mouthOpen = false;
    }

    /// What the mouth took since it was opened.
    synchronized Pieces inMouth() {
        return inMouth;
    }

    boolean insert(Denomination denomination) {
        synchronized (this) {
            if (!mouthOpen || !metal.take(denomination)) {
                return false;
            }
            inMouth = inMouth.plus(Pieces.of(denomination, 1));
        }
        return true;
    }

    /// Begins to pay an amount; empty when no pieces add up to it.
    Optional<PieceByPiece> pay(long amount) {
        return PieceByPiece.of(amount, metal.in(Place.RECYCLER)).map(this::pay);
    }

    PieceByPiece pay(List<Denomination> plan) {
        var job = new PieceByPiece(metal, plan, pieceEvery, troubles.strikes(Scene.HOLD_NEXT_IN_BEZEL));
        synchronized (this) {
            payout = Optional.of(job);
        }
        Thread.ofVirtual().name("payout").start(() -> run(job));
        return job;
    }

    synchronized Optional<PieceByPiece> payout() {
        return payout;
    }

    void halt(Ending how) {
        payout().ifPresent(job -> job.end(how));
    }

    /// What happens to the metal and to the next payout; whatever concerns the cable is the owner's.
    void play(Scene scene) {
        switch (scene) {
            case JAMMED -> metal.jam();
            case CLEARED -> metal.clear();
            case REJECT_NEXT_PIECE -> metal.rejectNext();
            case BEZEL_TAKEN -> {
                metal.bezelTaken();
                payout().ifPresent(job -> job.bezel(true));
            }
            case BEZEL_RETRACTED -> {
                metal.bezelRetracted();
                payout().ifPresent(job -> job.bezel(false));
            }
            case POWER_CYCLE, MEMORY_LOST -> {
                halt(Ending.POWER_FAILED);
                shutMouth();
                owner.powerFailed(scene == Scene.POWER_CYCLE);
            }
            case DROP_NEXT_COMMAND,
                    DROP_NEXT_REPLY,
                    DUPLICATE_NEXT_REPLY,
                    DAMAGE_NEXT_REPLY,
                    STALL_AFTER_NEXT,
                    POWER_CYCLE_DURING_NEXT,
                    MEMORY_LOST_DURING_NEXT,
                    HOLD_NEXT_IN_BEZEL -> troubles.await(scene);
            case DEAD, ALIVE, CABLE_CUT, SECOND_HOST -> {
                // The owner's.
            }
        }
        owner.changed();
    }

    @Override
    public void close() {
        halt(Ending.HALTED);
    }

    private void run(PieceByPiece job) {
        var outage = new Outage();
        job.run(outage::strikes, owner::changed);
        owner.over(job);
        outage.scene.ifPresent(scene -> owner.powerFailed(scene == Scene.POWER_CYCLE_DURING_NEXT));
        owner.changed();
    }

    /// The loss of power that waits for a payout, if any does.
    private final class Outage {
        private Optional<Scene> scene = Optional.empty();

        boolean strikes() {
            for (var each : List.of(Scene.MEMORY_LOST_DURING_NEXT, Scene.POWER_CYCLE_DURING_NEXT)) {
                if (scene.isEmpty() && troubles.strikes(each)) {
                    scene = Optional.of(each);
                }
            }
            return scene.isPresent();
        }
    }
}
