package org.countinghouse.device.money;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;

/// One step of an intent, as it is written down.
///
/// @param baseline what was seen just before sending; with [IntentState#ARMED]
/// @param reference the machine's own number for the transaction, once it is known
/// @param moved paid out, collected, or taken and kept: the running total, never a difference
/// @param returned of a deposit: given back
/// @param held whether a note lies in the bezel; it counts as moved
/// @param by what a settled step rests on
/// @param words for people who look into it later, in English
public record Step(
        UUID intent,
        IntentState state,
        Optional<Sight> baseline,
        Optional<String> reference,
        Cash moved,
        Cash returned,
        boolean held,
        Optional<Evidence> by,
        String words) {

    static Step of(Intent intent, IntentState state, String words) {
        var none = Cash.none(intent.ask().currency());
        return new Step(
                intent.id(), state, Optional.empty(), Optional.empty(), none, none, false, Optional.empty(), words);
    }

    Step seen(Sight sight) {
        return new Step(intent, state, Optional.of(sight), reference, moved, returned, held, by, words);
    }

    Step called(String number) {
        return new Step(intent, state, baseline, Optional.of(number), moved, returned, held, by, words);
    }

    Step moved(Cash moved, Cash returned, boolean held) {
        return new Step(intent, state, baseline, reference, moved, returned, held, by, words);
    }

    Step proved(Evidence evidence) {
        return new Step(intent, state, baseline, reference, moved, returned, held, Optional.of(evidence), words);
    }
}
