package org.countinghouse.device;

import java.util.Optional;

/// What became of a slip.
public sealed interface Printing {
    /// It is on paper: the printer said so.
    record Printed() implements Printing {}

    /// The paper ended before or during the slip; what was not printed has been thrown away.
    record PaperOut() implements Printing {}

    /// The cover is open; nothing more comes out.
    record CoverOpen() implements Printing {}

    /// The printer could not be reached; nothing was printed.
    record NoAnswer(String reason) implements Printing {}

    /// The printer, or its driver, did not take the slip; nothing was printed.
    record Refused(String reason) implements Printing {}

    /// Sent, but nobody confirmed that it is on paper. Look at the printer before printing a duplicate.
    record Unknown(String reason) implements Printing {}

    /// The same answer as a device fault; empty for [Printed].
    default Optional<DeviceFault> fault() {
        return switch (this) {
            case Printed() -> Optional.empty();
            case PaperOut() -> Optional.of(DeviceFault.OUT_OF_PAPER);
            case CoverOpen() -> Optional.of(DeviceFault.COVER_OPEN);
            case NoAnswer _, Unknown _ -> Optional.of(DeviceFault.NO_ANSWER);
            case Refused _ -> Optional.of(DeviceFault.REFUSED);
        };
    }
}
