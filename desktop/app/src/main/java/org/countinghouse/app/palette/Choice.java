package org.countinghouse.app.palette;

import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.resources.Language;

/// What happens when something found is chosen.
sealed interface Choice {
    record Go(Destination to) implements Choice {}

    record Lock() implements Choice {}

    record Train() implements Choice {}

    record EndTraining() implements Choice {}

    record Speak(Language language) implements Choice {}

    record Wear(Theme theme) implements Choice {}
}
