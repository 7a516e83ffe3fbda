package org.countinghouse.replicator;

import java.time.Instant;

/// What the replicator is at. None of it stops the selling.
public sealed interface ReplicationState {
    /// No cloud was set up; entries wait until one is.
    record NotConfigured() implements ReplicationState {}

    /// Talking to the cloud.
    record Working() implements ReplicationState {}

    /// The cloud did not answer or asked for patience; the next attempt is made by itself.
    ///
    /// @param reason for the log and for support, in English
    record Waiting(Instant until, String reason) implements ReplicationState {}

    /// Everything the outbox has was acknowledged.
    record UpToDate(Instant at) implements ReplicationState {}

    /// The cloud has other entries than this station: one of the two was restored from an older copy, or two computers
    /// have one identity. Nothing is sent until a person has settled it.
    ///
    /// @param sequence the first place known to differ
    record Forked(long sequence, String reason) implements ReplicationState {}

    /// The cloud does not take this station, or not this entry; a person must look. Tried again from time to time.
    record Refused(Instant until, String reason) implements ReplicationState {}

    /// Closed with the station.
    record Stopped() implements ReplicationState {}
}
