package org.countinghouse.app.sync;

import java.time.Instant;
import java.util.Set;

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
        /// @param devices names of those changed in the cloud since the start; they hold from the next
        record Online(long waiting, Set<String> devices) implements State {
            public Online {
                devices = Set.copyOf(devices);
            }

            public Online(long waiting) {
                this(waiting, Set.of());
            }
        }

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
