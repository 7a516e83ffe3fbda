package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import jpos.JposConst;
import jpos.JposException;

/// A payout that one device was told to make.
///
/// @param asked the pieces, or with `byAmount` pieces whose worth is the amount
record Payout(CashPart part, CashCounts asked, boolean byAmount, ControlThread.Started<Boolean> call) {
    /// How far it is.
    sealed interface Stand {
        record OnItsWay() implements Stand {}

        record Paid() implements Stand {}

        /// It ended badly. JavaPOS tells no partial amounts, so some of it may have come out.
        record Unclear(String words) implements Stand {}
    }

    /// @throws IOException when the device is gone
    Stand stand() throws IOException {
        try {
            if (part.isAsync()) {
                return part.isAsyncOver() ? asyncEnd() : new Stand.OnItsWay();
            }
            if (!part.isAsyncOver() && !call.endsWithin(Duration.ZERO)) {
                return new Stand.OnItsWay();
            }
            call.await(Duration.ZERO);
            return new Stand.Paid();
        } catch (JposException e) {
            if (NoUse.isGone(e)) {
                throw new IOException(part.name() + " ended a payout with: " + NoUse.words(e), e);
            }
            return new Stand.Unclear(part.name() + " ended a payout badly, " + NoUse.words(e));
        }
    }

    /// Whether the device says that it is at work, or has not come back from the call.
    boolean isBusy() throws IOException {
        return part.isAsync()
                ? part.ask(control -> control.getState() == JposConst.JPOS_S_BUSY)
                : !call.endsWithin(Duration.ZERO);
    }

    private Stand asyncEnd() throws IOException, JposException {
        Optional<JposException> fault = part.ask(control -> {
            int result = control.getAsyncResultCode();
            return result == JposConst.JPOS_SUCCESS
                    ? Optional.empty()
                    : Optional.of(new JposException(
                            result, control.getAsyncResultCodeExtended(), "how much came out is not said"));
        });
        if (fault.isPresent()) {
            throw fault.get();
        }
        return new Stand.Paid();
    }
}
