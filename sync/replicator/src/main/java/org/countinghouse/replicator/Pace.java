package org.countinghouse.replicator;

import java.time.Duration;

/// Every wait of the replicator, by name.
///
/// @param gather how long a commit waits for the next one before both are sent
/// @param poll how often the neighbours' entries are asked for while nothing happens here
/// @param settings how often the centre is asked whether a setting of this station is another one there
/// @param answerLimit how long an answer may take, its last byte included
/// @param firstBackOff the span of the first random wait after a failure; it doubles with each further one
/// @param longestBackOff where the span stops growing
/// @param longestObeyed how long a wait asked for by the centre is obeyed at most
/// @param refusedPause how long a station waits after a refusal that only a person can settle
public record Pace(
        Duration gather,
        Duration poll,
        Duration settings,
        Duration answerLimit,
        Duration firstBackOff,
        Duration longestBackOff,
        Duration longestObeyed,
        Duration refusedPause) {
    public static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    /// What a shop uses.
    public static Pace usual() {
        return new Pace(
                Duration.ofMillis(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(300),
                Duration.ofHours(1),
                Duration.ofSeconds(300));
    }
}
