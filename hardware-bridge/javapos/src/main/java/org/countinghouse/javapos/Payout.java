package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import jpos.JposConst;
import jpos.JposException;

/// A payout that one device was told to make.
///
/// @param asked the pieces, or with `byAmount` pieces whose worth is the amount
record Payout(CashPart part, CashCounts asked, boolean byAmount, ControlThread.Started<Boolean> call) {
    /// Whether it ended, and well.
    ///
    /// JavaPOS tells no partial amounts. What ends badly may have paid some of it, so it counts as not known.
    ///
    /// @throws IOException when it ended badly
    boolean isOver() throws IOException {
        if (part.isAsync()) {
            return part.isAsyncOver() && endedWell();
        }
        if (!part.isAsyncOver() && !call.endsWithin(Duration.ZERO)) {
            return false;
        }
        try {
            return call.await(Duration.ZERO);
        } catch (JposException e) {
            throw new IOException(part.name() + " ended a payout with: " + NoUse.words(e), e);
        }
    }

    private boolean endedWell() throws IOException {
        return part.ask(control -> {
            int result = control.getAsyncResultCode();
            if (result != JposConst.JPOS_SUCCESS) {
                throw new JposException(
                        result, control.getAsyncResultCodeExtended(), "a payout ended badly, and how much came out"
                                + " is not said");
            }
            return true;
        });
    }
}
