package org.countinghouse.app.shell;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// An amount while it is being typed, key by key. A key that would make it no amount of its currency is not taken.
public final class AmountEntry {
    public static final char BACKSPACE = '\b';

    private static final int MOST_WHOLE_DIGITS = 10;

    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ObservableValue<Optional<Money>> amount;
    private Currency currency;

    public AmountEntry(Currency currency) {
        this.currency = currency;
        this.amount = Bindings.createObjectBinding(this::parsed, text);
    }

    public void use(Currency other) {
        clear();
        currency = other;
    }

    public Currency currency() {
        return currency;
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String text() {
        return text.get();
    }

    public boolean isEmpty() {
        return text.get().isEmpty();
    }

    /// Empty while nothing, or nothing more than a point, is typed.
    public Optional<Money> amount() {
        return amount.getValue();
    }

    public ObservableValue<Optional<Money>> amountProperty() {
        return amount;
    }

    public void clear() {
        text.set("");
    }

    public void type(String keys) {
        keys.chars().forEach(key -> press((char) key));
    }

    /// @return whether the key was taken
    public boolean press(char key) {
        String typed = text.get();
        if (key == BACKSPACE) {
            text.set(typed.isEmpty() ? typed : typed.substring(0, typed.length() - 1));
            return true;
        }
        if (key == '.' || key == ',') {
            return point(typed);
        }
        return key >= '0' && key <= '9' && digit(typed, key);
    }

    private boolean point(String typed) {
        if (currency.digits() == 0 || typed.indexOf('.') >= 0) {
            return false;
        }
        text.set(typed.isEmpty() ? "0." : typed + ".");
        return true;
    }

    private boolean digit(String typed, char key) {
        int point = typed.indexOf('.');
        boolean full = point < 0 ? typed.length() >= MOST_WHOLE_DIGITS : typed.length() - point > currency.digits();
        if (full) {
            return false;
        }
        text.set(typed.equals("0") ? String.valueOf(key) : typed + key);
        return true;
    }

    private Optional<Money> parsed() {
        String typed = text.get();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Money.parse(typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed, currency));
    }
}
