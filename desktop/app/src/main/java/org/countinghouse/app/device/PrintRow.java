package org.countinghouse.app.device;

import org.countinghouse.app.shell.Notice;
import org.countinghouse.device.PrintJob;

/// One slip in the list of the printer's jobs.
///
/// @param slip what people call it
/// @param words where it stands, and why
/// @param duplicate whether it is marked as one
/// @param canTakeBack whether who is signed in may take it back now
/// @param canPrintAgain whether who is signed in may print it once more now
/// @param again whether printed again it would be marked as a duplicate
record PrintRow(
        long number,
        String slip,
        PrintJob.State state,
        Notice words,
        boolean duplicate,
        boolean canTakeBack,
        boolean canPrintAgain,
        boolean again) {
    /// Whether it can still be taken back; afterwards it can be printed again.
    boolean isOnItsWay() {
        return !state.isFinal();
    }
}
