package org.countinghouse.app.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// How the copy in the cloud does, as the strip shows it.
@FunctionalInterface
public interface CloudCopy {
    /// What is known now. Answers at once and from any thread.
    State state();

    /// What whoever looks after the copy wants to know besides; empty where nothing is copied. May wait for the disk.
    default Optional<Details> details() {
        return Optional.empty();
    }

    /// Asks for an attempt now, whatever was decided about the next one. Returns at once.
    default void sendNow() {}

    /// @param address where the cloud is
    /// @param station this station's name on the wire
    /// @param acknowledged how many entries the cloud has acknowledged
    /// @param head the short hash of the last of them
    /// @param waiting entries it has not
    /// @param oldestWaiting when the oldest of them was recorded
    /// @param lastSuccess when it last gave a good answer since the station was started
    /// @param neighbours entries of the shop's other stations that are here
    /// @param reason what holds the copy up, in English
    /// @param until when the next attempt is made by itself
    /// @param neighbourTrouble why the other stations' entries cannot be kept, in English
    record Details(
            String address,
            String station,
            long acknowledged,
            String head,
            long waiting,
            Optional<Instant> oldestWaiting,
            Optional<Instant> lastSuccess,
            long neighbours,
            Optional<String> reason,
            Optional<Instant> until,
            Optional<String> neighbourTrouble) {
        /// The cloud has taken entries of this station, so it knows it.
        boolean isEnrolled() {
            return acknowledged > 0;
        }
    }

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
