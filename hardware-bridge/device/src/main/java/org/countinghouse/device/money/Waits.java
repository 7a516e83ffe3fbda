package org.countinghouse.device.money;

import java.time.Duration;

/// How long a cash machine is waited for (reference, 7.2). A wait that ends means "unknown", never
/// "failed".
///
/// @param greet laying the cable and greeting
/// @param look one look
/// @param ack the machine's answer to a command
/// @param progress without any sign of movement
/// @param total for a whole payout, before its pieces are counted
/// @param perPiece for each of its pieces
/// @param slice how often it is followed
/// @param betweenLooks between two looks that must agree
/// @param retry between two tries to find out about an open intent, and between two looks of an idle
///        machine; zero leaves both to the caller
public record Waits(
        Duration greet,
        Duration look,
        Duration ack,
        Duration progress,
        Duration total,
        Duration perPiece,
        Duration slice,
        Duration betweenLooks,
        Duration retry) {
    public static final Waits USUAL = new Waits(
            Duration.ofSeconds(8),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    /// The longest a payout of so many pieces may take.
    public Duration total(int pieces) {
        return total.plus(perPiece.multipliedBy(pieces));
    }
}
