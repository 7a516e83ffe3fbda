package org.countinghouse.app.shell;

import java.time.Instant;

/// Knows the PINs. Checking takes its time on purpose: never call it on the screen thread.
public interface Pins {
    /// A wrong PIN is written down before this answers.
    ///
    /// @param pin the digits typed; the caller overwrites them afterwards
    Verdict check(String employee, char[] pin);

    /// Gives an employee a PIN, or another one. Whether somebody else has the same is neither asked nor told.
    ///
    /// @param pin the caller overwrites it afterwards
    void set(String employee, char[] pin);

    sealed interface Verdict {
        record Right() implements Verdict {}

        /// @param triesLeft before the employee is locked out for a time
        record Wrong(int triesLeft) implements Verdict {}

        /// The PIN was not looked at, or was wrong once too often.
        record LockedOut(Instant until) implements Verdict {}

        /// Too often wrong: no wait helps, somebody who may unlock must do so.
        record Stopped() implements Verdict {}

        /// Nobody of that name works here.
        record Unknown() implements Verdict {}
    }
}
