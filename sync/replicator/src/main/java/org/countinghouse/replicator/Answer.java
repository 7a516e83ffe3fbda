package org.countinghouse.replicator;

import java.time.Duration;

/// What the cloud says to a question that has one kind of good answer.
sealed interface Answer<T> {
    record Given<T>(T value) implements Answer<T> {}

    record Unauthorised<T>(String message) implements Answer<T> {}

    record Busy<T>(Duration retryAfter) implements Answer<T> {}
}
