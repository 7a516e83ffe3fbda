package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.Denomination;

/// Something about a machine that somebody should look at.
///
/// @param denomination which loader or hopper, where it is about one
/// @param words the driver's own, in English, for the tooltip and the log
public record Alarm(Kind kind, Optional<Denomination> denomination, String words) {
    public enum Kind {
        NEAR_EMPTY,
        EMPTY,
        NEAR_FULL,
        FULL,
        CASHBOX_FULL,
        CASHBOX_REMOVED,
        JAMMED,
        NOTE_HELD,
        DOOR_OPEN,
        FRAUD,
        /// The machine itself is not sure of its inventory.
        DISCREPANCY,
        FAULT
    }

    public static Alarm of(Kind kind, String words) {
        return new Alarm(kind, Optional.empty(), words);
    }

    public static Alarm of(Kind kind, Denomination denomination, String words) {
        return new Alarm(kind, Optional.of(denomination), words);
    }
}
