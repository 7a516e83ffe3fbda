package org.countinghouse.device.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// A simulated receipt printer with a drawer.
public interface PrinterPeer extends Peer {
    void play(Scene scene);

    /// The roll ends once so many more lines have come out: the way paper really runs out, in the
    /// middle of a slip.
    void paperEndsAfter(int lines);

    /// Puts in a roll of another width: 80 or 58 mm. It starts with 80.
    void loadRoll(int millimetres);

    /// Opens the drawer with its key: no pulse arrives, and a lock does not hinder it.
    void turnDrawerKey();

    /// Closes the drawer, as a cashier's hand does. Nothing else closes it.
    void pushDrawerShut();

    boolean drawerOpen();

    /// What somebody sees who stands before it.
    Standing standing();

    /// How many opening pulses have arrived, whether or not the drawer moved.
    int pulses();

    /// Every slip cut so far, oldest first.
    List<Printout> printouts();

    /// How a printer and its drawer stand there.
    ///
    /// @param linesLeft how many lines are left on the roll, where that was said; else there is enough
    /// @param answers whether it does anything at all with what comes in
    /// @param pluggedIn whether power and cable are in
    /// @param drawerLocked whether a pulse moves the drawer
    record Standing(
            Roll roll,
            OptionalInt linesLeft,
            boolean coverOpen,
            boolean knifeStuck,
            boolean answers,
            boolean pluggedIn,
            boolean drawerOpen,
            boolean drawerLocked) {
        /// What is left of the paper.
        public enum Roll {
            ENOUGH,
            NEAR_END,
            OUT
        }
    }

    /// What happens to the machine.
    enum Scene {
        PAPER_IN,
        PAPER_NEAR_END,
        PAPER_OUT,
        COVER_OPEN,
        COVER_SHUT,
        /// The knife is stuck.
        KNIFE_STUCK,
        KNIFE_FREE,
        /// Accepts connections and bytes, answers nothing, does nothing.
        DEAD,
        ALIVE,
        /// Power and network are off: who was connected is cut off, and what was not printed yet is
        /// lost.
        UNPLUGGED,
        PLUGGED_IN,
        /// The pulse arrives, the drawer stays shut.
        DRAWER_LOCKED,
        DRAWER_UNLOCKED
    }

    /// One slip as it lies in the customer's hand.
    ///
    /// @param number 1 for the first since the start
    /// @param text what a reader of the bytes sees; `[picture 576 x 40]` where a line was sent as dots
    /// @param image the PNG, 1 dot = 1 pixel
    record Printout(int number, String text, Path image) {}
}
