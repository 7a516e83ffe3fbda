package org.countinghouse.device.setup;

import java.util.Optional;

/// One step of a self-test.
///
/// @param seen what was seen, also when all is well
/// @param next what to do now; may also follow a step that passed (a roll near its end)
public record Step(Outcome outcome, Phrase seen, Optional<Phrase> next) {
    public enum Outcome {
        PASSED,
        FAILED,
        /// Not tried: an earlier step failed, or somebody said no.
        SKIPPED
    }

    static Step passed(Phrase seen) {
        return new Step(Outcome.PASSED, seen, Optional.empty());
    }

    static Step passed(Phrase seen, Phrase next) {
        return new Step(Outcome.PASSED, seen, Optional.of(next));
    }

    static Step failed(Phrase seen, Phrase next) {
        return new Step(Outcome.FAILED, seen, Optional.of(next));
    }

    static Step skipped(Phrase why) {
        return new Step(Outcome.SKIPPED, why, Optional.empty());
    }
}
