package org.countinghouse.device.setup;

/// Asks the person in front of the device. Called from the thread the test runs on, and may take as
/// long as a person does.
@FunctionalInterface
public interface Asking {
    Answer ask(Phrase question);

    enum Answer {
        YES,
        NO,
        /// Nobody is there, or they do not know.
        NONE
    }
}
