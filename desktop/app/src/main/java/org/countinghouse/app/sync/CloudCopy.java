package org.countinghouse.app.sync;

import java.time.Instant;

/// How the copy in the cloud does, as the strip shows it.
@FunctionalInterface
public interface CloudCopy {
    /// What is known now. Answers at once and from any thread.
    State state();

    sealed interface State {
        /// This station was never enrolled.
        record Off() implements State {}

        record Starting() implements State {}

        /// @param waiting entries not acknowledged yet
        record Online(long waiting) implements State {}

        record Offline(Instant since, long waiting) implements State {}

        /// Nothing is sent until somebody does something about it.
        record Stopped(Why why) implements State {}
    }

    enum Why {
        /// The cloud holds other entries of this station.
        FORK,
        /// The cloud does not accept this station.
        REFUSED,
        OTHER
    }
}
