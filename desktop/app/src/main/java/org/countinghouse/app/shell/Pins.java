package org.countinghouse.app.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.people.Person;

/// Knows the PINs. Checking takes its time on purpose: never call it on the screen thread.
public interface Pins {
    /// A wrong PIN is written down before this answers.
    ///
    /// @param pin the digits typed; the caller overwrites them afterwards
    Verdict check(String employee, char[] pin);

    /// Gives an employee a PIN, or another one. Whether somebody else has the same is neither asked nor told.
    ///
    /// @param pin the caller overwrites it afterwards
    void set(String employee, char[] pin);

    /// Whether an employee has a PIN at all.
    boolean has(String employee);

    sealed interface Verdict {
        /// What to tell the person; empty when the PIN is right.
        default Optional<Notice> refusal(Person person, ZoneId zone) {
            return switch (this) {
                case Right() -> Optional.empty();
                case Wrong(var triesLeft) ->
                    Optional.of(new Notice(Tone.WARNING, "signin.wrong", Map.of("count", triesLeft)));
                case LockedOut(var until) ->
                    Optional.of(new Notice(Tone.DANGER, "signin.lockedOut", Map.of("time", Times.time(until, zone))));
                case Stopped() ->
                    Optional.of(new Notice(Tone.DANGER, "refused.pin-stopped", Map.of("employee", person.name())));
                case Unknown() ->
                    Optional.of(new Notice(
                            Tone.WARNING, "refused.unknown-employee", Map.of("employee", person.employee())));
            };
        }

        record Right() implements Verdict {}

        /// @param triesLeft before the employee is locked out for a time
        record Wrong(int triesLeft) implements Verdict {}

        /// The PIN was not looked at, or was wrong once too often.
        record LockedOut(Instant until) implements Verdict {}

        /// Too often wrong: no wait helps, somebody who may unlock must do so.
        record Stopped() implements Verdict {}

        /// Nobody of that name works here.
        record Unknown() implements Verdict {}
    }
}
