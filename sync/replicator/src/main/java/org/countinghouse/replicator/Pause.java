package org.countinghouse.replicator;

import java.time.Duration;

/// A session with the cloud ended before its work was done. Every case says how the next one begins.
final class Pause extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cause reason;

    sealed interface Cause {
        /// No answer, or none that makes sense: back off.
        record Unreachable(String message) implements Cause {}

        /// The centre named the wait.
        record Busy(Duration retryAfter) implements Cause {}

        record Forked(long sequence, String message) implements Cause {}

        record Refused(String message) implements Cause {}
    }

    Pause(Cause reason) {
        super(reason.toString());
        this.reason = reason;
    }

    static Pause unreachable(String message) {
        return new Pause(new Cause.Unreachable(message));
    }

    static Pause refused(String message) {
        return new Pause(new Cause.Refused(message));
    }

    Cause reason() {
        return reason;
    }
}
