package org.countinghouse.serial.glory;

import java.time.Duration;

/// How long the driver waits for what.
///
/// @param connect for the machine to take a connection
/// @param question for the answer to a question, which moves nothing
/// @param reset for a reset; 24 s were seen
/// @param transaction for a transaction, however long people need; a sale waits for the customer
/// @param firstSign how long a command may be without any sign before the machine is asked for its
///        status
/// @param statusEvery how often it may be asked while it says nothing by itself; its maker discourages
///        more
/// @param lateAnswer for the answer to a command, after the machine was seen idle again or the call
///        broke
/// @param settle for the inventory to be told after a transaction that went wrong
/// @param linkUp for the event link to be opened back to us
/// @param linkSilence how long an event link may say nothing, not even a heartbeat, before it is laid
///        anew
record GloryTimings(
        Duration connect,
        Duration question,
        Duration reset,
        Duration transaction,
        Duration firstSign,
        Duration statusEvery,
        Duration lateAnswer,
        Duration settle,
        Duration linkUp,
        Duration linkSilence) {
    static final GloryTimings USUAL = new GloryTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(40),
            Duration.ofMinutes(60),
            Duration.ofMillis(700),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofSeconds(2),
            Duration.ofSeconds(90));
}
