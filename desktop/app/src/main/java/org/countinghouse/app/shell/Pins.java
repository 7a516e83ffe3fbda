package org.countinghouse.app.shell;

import java.time.Instant;

/// Knows the PINs. Checking takes its time on purpose: never call it on the screen thread.
public interface Pins {
    /// @param pin the digits typed; the caller overwrites them afterwards
    Verdict check(String employee, char[] pin);

    sealed interface Verdict {
        record Right() implements Verdict {}

        /// @param triesLeft before the employee is locked out
        record Wrong(int triesLeft) implements Verdict {}

        record LockedOut(Instant until) implements Verdict {}
    }
}
