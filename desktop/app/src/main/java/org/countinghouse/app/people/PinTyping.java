package org.countinghouse.app.people;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.PinEntry;

/// A new PIN, typed twice; one's own after the old one. Digits are kept no longer than it takes. Only for the screen
/// thread.
final class PinTyping {
    enum Step {
        OLD("old"),
        NEW("new"),
        AGAIN("again");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        /// The text that asks for it.
        String key() {
            return "people.pin.step." + word;
        }
    }

    private final PinEntry entry = new PinEntry();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NEW);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private char[] first = new char[0];
    private boolean busy;
    private Consumer<char[]> whenOld = _ -> {};
    private Consumer<char[]> whenNew = _ -> {};

    ReadOnlyIntegerProperty digitsProperty() {
        return entry.digitsProperty();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// A new PIN.
    ///
    /// @param typed gets it, and overwrites it afterwards
    void begin(Consumer<char[]> typed) {
        forget();
        whenNew = typed;
        step.set(Step.NEW);
        notice.set(Optional.empty());
    }

    /// The old PIN first; [#oldIsRight()] goes on.
    ///
    /// @param old gets the old PIN, and overwrites it afterwards
    void begin(Consumer<char[]> old, Consumer<char[]> typed) {
        begin(typed);
        whenOld = old;
        step.set(Step.OLD);
    }

    void oldIsRight() {
        busy = false;
        notice.set(Optional.empty());
        step.set(Step.NEW);
    }

    /// What was typed last led to nothing: the same step again, or the new PIN from its beginning.
    void again(Notice why) {
        Step back = step.get() == Step.OLD ? Step.OLD : Step.NEW;
        forget();
        step.set(back);
        notice.set(Optional.of(why));
    }

    void press(char key) {
        if (!busy) {
            entry.press(key);
        }
    }

    void clear() {
        if (!busy) {
            entry.forget();
        }
    }

    /// The digits of this step are typed.
    void enter() {
        if (busy || entry.digitsProperty().get() == 0) {
            return;
        }
        char[] typed = entry.take();
        switch (step.get()) {
            case OLD -> {
                busy = true;
                whenOld.accept(typed);
            }
            case NEW -> chosen(typed);
            case AGAIN -> repeated(typed);
        }
    }

    private void chosen(char[] typed) {
        if (typed.length < PinEntry.FEWEST_DIGITS) {
            Arrays.fill(typed, '\0');
            notice.set(Optional.of(new Notice(
                    Tone.WARNING,
                    "people.pin.short",
                    Map.of("least", PinEntry.FEWEST_DIGITS, "most", PinEntry.MOST_DIGITS))));
            return;
        }
        first = typed;
        notice.set(isWeak(typed) ? Optional.of(Notice.of(Tone.WARNING, "people.pin.weak")) : Optional.empty());
        step.set(Step.AGAIN);
    }

    private void repeated(char[] typed) {
        boolean same = Arrays.equals(first, typed);
        Arrays.fill(first, '\0');
        if (same) {
            busy = true;
            whenNew.accept(typed);
        } else {
            Arrays.fill(typed, '\0');
            step.set(Step.NEW);
            notice.set(Optional.of(Notice.of(Tone.WARNING, "people.pin.differ")));
        }
    }

    void forget() {
        entry.forget();
        Arrays.fill(first, '\0');
        busy = false;
    }

    /// PINs people guess first: digits that go up or down by the same step, and a part that is only repeated.
    static boolean isWeak(char[] pin) {
        return isRow(pin) || isRepeated(pin);
    }

    private static boolean isRow(char[] pin) {
        int by = pin[1] - pin[0];
        for (int at = 1; at < pin.length; at++) {
            if (pin[at] - pin[at - 1] != by) {
                return false;
            }
        }
        return Math.abs(by) <= 1;
    }

    private static boolean isRepeated(char[] pin) {
        for (int part = 1; part <= pin.length / 2; part++) {
            if (pin.length % part == 0 && Arrays.equals(pin, part, pin.length, pin, 0, pin.length - part)) {
                return true;
            }
        }
        return false;
    }
}
