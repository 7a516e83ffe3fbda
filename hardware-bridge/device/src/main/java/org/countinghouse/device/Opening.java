package org.countinghouse.device;

import java.util.Optional;

/// What became of the wish to open the drawer. Nothing is repeated by itself.
public sealed interface Opening {
    /// It was shut and is open now: the sense wire says so.
    record Opened() implements Opening {}

    /// It was open before. The pulse was given all the same, in case the wire is read the wrong way round.
    record AlreadyOpen() implements Opening {}

    /// The pulse was given; nothing proves that the drawer opened.
    record Unconfirmed(Why why) implements Opening {}

    /// The device could not be reached, or did not answer; if it is there it may have opened.
    record NoAnswer(String reason) implements Opening {}

    enum Why {
        /// This drawer tells nobody whether it is open. An ordinary, valid state.
        NO_SENSE_WIRE,
        /// The wire still says shut after the limit: locked, jammed, or unplugged from the printer.
        SENSE_DID_NOT_CHANGE
    }

    /// The same answer as a device fault; empty when the drawer is open or cannot tell.
    default Optional<DeviceFault> fault() {
        return switch (this) {
            case Opened(), AlreadyOpen() -> Optional.empty();
            case Unconfirmed(var why) ->
                why == Why.SENSE_DID_NOT_CHANGE ? Optional.of(DeviceFault.JAMMED) : Optional.empty();
            case NoAnswer _ -> Optional.of(DeviceFault.NO_ANSWER);
        };
    }
}
