package org.countinghouse.app.shell;

/// Whether what is done at this counter counts, and the way into training.
public sealed interface Training {
    /// Nobody can practise here.
    record NotOffered() implements Training {}

    /// Everything counts.
    ///
    /// @param begin starts a training for whoever is signed in; only on the screen thread
    record Offered(Runnable begin) implements Training {}

    /// Nothing counts. [Shell#endTraining()] leads back.
    record Going() implements Training {}
}
