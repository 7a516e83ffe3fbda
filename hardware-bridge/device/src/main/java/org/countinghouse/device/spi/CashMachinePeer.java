package org.countinghouse.device.spi;

import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// A simulated cash machine.
public interface CashMachinePeer extends Peer {
    /// A customer puts one piece in. Taken only while a deposit is open and the machine knows the denomination.
    ///
    /// @return whether the machine took it
    boolean insert(Denomination denomination);

    void play(Scene scene);

    /// The next payment stops after so many pieces with a jam.
    void jamAfter(int pieces);

    Pieces holds();

    /// What lies in the tray: paid or given back since the last look, which takes it out.
    Pieces takeFromTray();

    enum Scene {
        JAMMED,
        CLEARED,
        DEAD,
        ALIVE,
        /// The next payment is made and its answer never arrives.
        NEXT_ANSWER_LOST
    }
}
