package org.countinghouse.serial.glory;

import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;

/// What an answer of the machine proves.
sealed interface Judgement {
    /// This much moved.
    record Settled(Cash moved, Optional<DeviceFault> fault, String words) implements Judgement {}

    /// Nothing moved, and nothing will.
    record Nothing(FccResult result, String words) implements Judgement {}

    /// It proves nothing, or contradicts what is inside.
    record Unclear(String words) implements Judgement {}
}
