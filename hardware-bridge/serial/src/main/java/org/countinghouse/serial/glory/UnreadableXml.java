package org.countinghouse.serial.glory;

import java.io.IOException;

/// What came is not XML of this machine, or says what cannot be. Nobody knows what was meant.
final class UnreadableXml extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableXml(String reason) {
        super(reason);
    }

    UnreadableXml(String reason, Throwable cause) {
        super(reason, cause);
    }
}
