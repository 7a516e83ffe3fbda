package org.countinghouse.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;

/// The metal of a simulated cash machine: pieces in places, a mouth, a bezel and a tray. It moves one
/// piece at a time and knows no protocol. Nothing here forgets when the power fails.
final class Metal {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Map<Place, Pieces> places = new EnumMap<>(Place.class);
    private final Set<Denomination> known;
    private final int roomFor;
    private Pieces tray = Pieces.NONE;
    private Pieces paidOut = Pieces.NONE;
    private Pieces takenIn = Pieces.NONE;
    private boolean jammed;
    private int jamsAfter = NEVER;
    private boolean rejectsNext;

    /// @param known what its mouth takes
    /// @param roomFor how many pieces of a denomination the recycler holds; what comes after goes to
    ///        the cashbox
    Metal(Pieces recycler, Set<Denomination> known, int roomFor) {
        places.put(Place.RECYCLER, recycler);
        this.known = Set.copyOf(known);
        this.roomFor = roomFor;
    }

    /// What became of the wish to pay one piece.
    enum Paying {
        OUT,
        /// It went aside instead of out.
        REJECTED,
        EMPTY,
        JAMMED
    }

    synchronized Paying pay(Denomination piece) {
        if (jammed || jamsAfter == 0) {
            jammed = true;
            jamsAfter = NEVER;
            return Paying.JAMMED;
        }
        if (in(Place.RECYCLER).count(piece) == 0) {
            return Paying.EMPTY;
        }
        var one = Pieces.of(piece, 1);
        places.put(Place.RECYCLER, in(Place.RECYCLER).minus(one));
        if (rejectsNext) {
            rejectsNext = false;
            add(Place.REJECT, one);
            return Paying.REJECTED;
        }
        if (jamsAfter != NEVER) {
            jamsAfter--;
        }
        out(one);
        return Paying.OUT;
    }

    /// Pushes one out into the bezel, where it waits for a hand.
    synchronized Paying present(Denomination piece) {
        if (jammed || in(Place.RECYCLER).count(piece) == 0) {
            return jammed ? Paying.JAMMED : Paying.EMPTY;
        }
        var one = Pieces.of(piece, 1);
        places.put(Place.RECYCLER, in(Place.RECYCLER).minus(one));
        add(Place.BEZEL, one);
        return Paying.OUT;
    }

    /// A hand takes what lies in the bezel.
    synchronized Pieces bezelTaken() {
        var pieces = in(Place.BEZEL);
        places.put(Place.BEZEL, Pieces.NONE);
        out(pieces);
        return pieces;
    }

    /// Nobody took it: it is drawn in and put aside.
    synchronized Pieces bezelRetracted() {
        var pieces = in(Place.BEZEL);
        places.put(Place.BEZEL, Pieces.NONE);
        add(Place.REJECT, pieces);
        return pieces;
    }

    /// Takes a piece the mouth was given; where it goes depends on the room.
    ///
    /// @return whether it was taken
    synchronized boolean take(Denomination piece) {
        if (jammed || !known.contains(piece)) {
            return false;
        }
        var one = Pieces.of(piece, 1);
        add(in(Place.RECYCLER).count(piece) < roomFor ? Place.RECYCLER : Place.CASHBOX, one);
        takenIn = takenIn.plus(one);
        return true;
    }

    /// Moves one piece from the recycler to the cashbox; false when there is none, or it is jammed.
    synchronized boolean toCashbox(Denomination piece) {
        if (jammed || in(Place.RECYCLER).count(piece) == 0) {
            return false;
        }
        var one = Pieces.of(piece, 1);
        places.put(Place.RECYCLER, in(Place.RECYCLER).minus(one));
        add(Place.CASHBOX, one);
        return true;
    }

    synchronized void refill(Pieces pieces) {
        add(Place.RECYCLER, pieces);
    }

    synchronized void jam() {
        jammed = true;
    }

    synchronized void jamAfter(int pieces) {
        jamsAfter = pieces;
    }

    synchronized void clear() {
        jammed = false;
        jamsAfter = NEVER;
    }

    synchronized void rejectNext() {
        rejectsNext = true;
    }

    synchronized boolean isJammed() {
        return jammed;
    }

    synchronized Pieces in(Place place) {
        return places.getOrDefault(place, Pieces.NONE);
    }

    synchronized Holdings holds() {
        return new Holdings(places);
    }

    synchronized Pieces paidOut() {
        return paidOut;
    }

    synchronized Pieces takenIn() {
        return takenIn;
    }

    synchronized Pieces takeFromTray() {
        var taken = tray;
        tray = Pieces.NONE;
        return taken;
    }

    private void out(Pieces pieces) {
        tray = tray.plus(pieces);
        paidOut = paidOut.plus(pieces);
    }

    private void add(Place place, Pieces pieces) {
        places.put(place, in(place).plus(pieces));
    }
}
