package org.countinghouse.app.shell;

import java.time.Instant;
import java.util.Map;
import org.countinghouse.ledger.shift.ShiftId;

/// A count somebody began and has not sealed: what they typed, and nothing of what is expected.
///
/// @param by the name of who typed it
/// @param begunAfter the last entry of the books when the count was begun
/// @param typed by place on the sheet, such as `GBP/2000`, what stands there: `3`, `12*50`
public record CountDraft(Of of, String by, Instant at, long begunAfter, Map<String, String> typed) {
    public CountDraft {
        typed = Map.copyOf(typed);
    }

    /// Which count it is. There is one draft of each at most.
    public record Of(Kind kind, ShiftId shift) {}

    public enum Kind {
        /// Before the shift is opened.
        OPENING,
        CLOSING,
        /// By who takes the till in the middle of the shift.
        TAKE_OVER,
        /// After the shift was closed.
        RECOUNT
    }
}
