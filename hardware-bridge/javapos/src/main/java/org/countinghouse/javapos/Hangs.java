package org.countinghouse.javapos;

import java.io.IOException;
import java.io.Serial;

/// A vendor's service did not come back in time, and nobody knows what it did.
final class Hangs extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean begun;

    /// @param begun whether the service was called at all
    Hangs(String message, boolean begun) {
        super(message);
        this.begun = begun;
    }

    boolean begun() {
        return begun;
    }
}
