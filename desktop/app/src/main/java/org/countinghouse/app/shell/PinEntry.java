package org.countinghouse.app.shell;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The digits of a PIN as they are typed. It keeps them no longer than it must. Only for the screen thread.
public final class PinEntry {
    /// Four digits suffice where the station's key is part of the hash; six are better.
    public static final int FEWEST_DIGITS = 4;

    public static final int MOST_DIGITS = 12;

    private final ReadOnlyIntegerWrapper digits = new ReadOnlyIntegerWrapper(0);
    private final char[] pin = new char[MOST_DIGITS];

    /// How many are typed.
    public ReadOnlyIntegerProperty digitsProperty() {
        return digits.getReadOnlyProperty();
    }

    /// Takes a digit or [AmountEntry#BACKSPACE]; anything else is no key of a PIN pad.
    public void press(char key) {
        if (key == AmountEntry.BACKSPACE && digits.get() > 0) {
            digits.set(digits.get() - 1);
            pin[digits.get()] = '\0';
        } else if (key >= '0' && key <= '9' && digits.get() < MOST_DIGITS) {
            pin[digits.get()] = key;
            digits.set(digits.get() + 1);
        }
    }

    /// The digits typed, which are forgotten here.
    ///
    /// @return for whoever checks them, and overwrites them then
    public char[] take() {
        var typed = Arrays.copyOf(pin, digits.get());
        forget();
        return typed;
    }

    public void forget() {
        Arrays.fill(pin, '\0');
        digits.set(0);
    }
}
