package org.countinghouse.app;

import java.util.Optional;
import org.countinghouse.app.shell.Elsewhere;
import org.countinghouse.app.shell.Notice;

/// What was said on the command line of this start, for the settings to tell who said what.
///
/// @param elsewhere the folders named there
/// @param news to tell at the sign-in of this start
/// @param restart closes the window and opens the station again
record Said(
        Optional<String> language,
        Optional<String> cloud,
        Elsewhere elsewhere,
        Optional<Notice> news,
        Runnable restart) {
    /// Nothing; what asks for a restart is done at the next start.
    static Said nothing() {
        return new Said(Optional.empty(), Optional.empty(), Elsewhere.nowhere(), Optional.empty(), Window::hide);
    }
}
