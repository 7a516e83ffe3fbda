package org.countinghouse.ledger.machine;

import java.util.UUID;
import org.countinghouse.ledger.till.TillId;

/// An intent that is not settled yet, as of its last step.
///
/// @param steps how many were written
public record OpenIntent(TillId at, long steps, MachineStep last) {
    /// The intent as this step leaves it.
    public static OpenIntent after(MachineStepped stepped) {
        return new OpenIntent(stepped.at(), stepped.number(), stepped.step());
    }

    public UUID id() {
        return last.intent();
    }

    public Stage stage() {
        return last.stage();
    }
}
