package org.countinghouse.ledger.simulation;

/// Something that must hold whatever happens did not.
public final class BrokenLaw extends AssertionError {
    private static final long serialVersionUID = 1L;

    BrokenLaw(String message) {
        super(message);
    }

    BrokenLaw(String message, Throwable cause) {
        super(message, cause);
    }

    static void unless(boolean holds, String law) {
        if (!holds) {
            throw new BrokenLaw(law);
        }
    }

    /// @param about what breaks it; put into words only when it does
    static void unless(boolean holds, String law, Object about) {
        if (!holds) {
            throw new BrokenLaw(law + ": " + about);
        }
    }
}
