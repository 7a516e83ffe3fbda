package org.countinghouse.device.spi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;

/// A simulated cash machine at the far end of a cable: metal with pieces in it, a protocol, and what
/// can go wrong.
public interface CashMachinePeer extends Peer {
    /// A customer puts one piece in.
    ///
    /// @return whether the machine took it: its mouth is open, it knows the denomination, and there is
    ///        room
    boolean insert(Denomination denomination);

    void play(Scene scene);

    /// What can happen to this one: a machine without a bezel holds nothing in it.
    default Set<Scene> scenes() {
        return EnumSet.allOf(Scene.class);
    }

    /// The next payout stops after so many pieces with a jam.
    void jamAfter(int pieces);

    /// Somebody puts pieces into the recycler by hand, past the mouth and without telling anybody.
    void refill(Pieces pieces);

    /// What is really inside, whatever the protocol says.
    Holdings holds();

    /// Everything it has ever pushed out and that was taken: what customers really got.
    Pieces paidOut();

    /// Everything its mouth has ever taken in and not pushed out again at once.
    Pieces takenIn();

    /// What lies in the tray since the last look, which takes it out.
    Pieces takeFromTray();

    /// What can happen to it. "Next" is one time only, and about the next money command or its answer:
    /// questions and polls in between pass unharmed.
    enum Scene {
        JAMMED,
        CLEARED,
        DEAD,
        ALIVE,
        /// The command never arrives.
        DROP_NEXT_COMMAND,
        /// It is obeyed, and its answer never arrives.
        DROP_NEXT_REPLY,
        /// Its answer comes twice.
        DUPLICATE_NEXT_REPLY,
        /// Its answer arrives damaged (a wrong check sum, broken JSON or XML).
        DAMAGE_NEXT_REPLY,
        /// It is obeyed; then nothing comes through the cable any more, until `ALIVE`.
        STALL_AFTER_NEXT,
        /// The power fails as soon as the first piece of the next payout is out; it comes back at once,
        /// with what its memory kept.
        POWER_CYCLE_DURING_NEXT,
        /// The same, and its counters, records and waiting events are gone.
        MEMORY_LOST_DURING_NEXT,
        /// The power fails now and comes back.
        POWER_CYCLE,
        MEMORY_LOST,
        /// One piece of the next payout goes to the reject place instead of the customer, and another
        /// is paid for it if there is one.
        REJECT_NEXT_PIECE,
        /// The last piece of the next payout stays in the bezel, until `BEZEL_TAKEN` or
        /// `BEZEL_RETRACTED`.
        HOLD_NEXT_IN_BEZEL,
        BEZEL_TAKEN,
        BEZEL_RETRACTED,
        /// Whoever is connected is cut off.
        CABLE_CUT,
        /// Another host makes it pay its smallest piece, once.
        SECOND_HOST;

        /// What happens at a bezel.
        public static final Set<Scene> AT_THE_BEZEL =
                Collections.unmodifiableSet(EnumSet.of(HOLD_NEXT_IN_BEZEL, BEZEL_TAKEN, BEZEL_RETRACTED));
    }
}
