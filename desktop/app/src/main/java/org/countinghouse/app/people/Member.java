package org.countinghouse.app.people;

import org.countinghouse.ledger.people.LockOut;
import org.countinghouse.ledger.people.Person;

/// Somebody of the shop, as the entries and the PINs know them.
record Member(Person person, boolean hasPin) {
    /// What stands between a person and the counter, in the order of what is told first.
    enum State {
        LEFT("left"),
        STOPPED("stopped"),
        WAITS("waits"),
        NO_PIN("noPin"),
        WORKS("works");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// The text that says it in a word or two.
        String key() {
            return "people.state." + word;
        }

        /// The text that says it in a sentence.
        String sentenceKey() {
            return key() + ".long";
        }
    }

    State state() {
        if (person.left()) {
            return State.LEFT;
        }
        if (LockOut.isStopped(person.wrongPins())) {
            return State.STOPPED;
        }
        if (isLockedOut(person)) {
            return State.WAITS;
        }
        return hasPin ? State.WORKS : State.NO_PIN;
    }

    /// Whether wrong PINs shut this person out, for a time or until somebody unlocks.
    static boolean isLockedOut(Person person) {
        return LockOut.after(person.wrongPins(), 0).isShut();
    }
}
