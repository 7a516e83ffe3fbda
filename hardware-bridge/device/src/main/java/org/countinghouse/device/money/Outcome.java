package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;

/// What became of an intent.
public sealed interface Outcome {
    /// Nothing moved and nothing will. What is wrong can be put right and a new intent made.
    record NotStarted(DeviceFault fault, String words) implements Outcome {}

    /// It is over, and proved.
    ///
    /// @param state one of the three settled states
    /// @param moved paid out, collected, or taken and kept
    /// @param returned of a deposit: given back
    /// @param held whether a note still lies in the bezel; it counts as moved
    /// @param fault why it ended early, if it did
    record Settled(
            Intent intent,
            IntentState state,
            Cash moved,
            Cash returned,
            boolean held,
            Evidence by,
            Optional<DeviceFault> fault,
            String words)
            implements Outcome {
        /// What was asked for and did not move; a new intent with this one as its parent may move it.
        public long remainder() {
            return Math.max(0, intent.ask().minorUnits().orElse(moved.minorUnits()) - moved.minorUnits());
        }
    }

    /// Nobody knows yet. Ask again later; pay nothing anew.
    ///
    /// @param atLeast what is known to have moved
    record Open(Intent intent, IntentState state, Cash atLeast, String words) implements Outcome {}

    /// Nobody will know without counting. A person settles it.
    record Disputed(Intent intent, Cash atLeast, String words) implements Outcome {}
}
