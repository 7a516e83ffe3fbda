package org.countinghouse.app.shell;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;

/// One kind of note or coin on a count sheet: how many pieces, as a person types it.
public final class CountRow {
    /// More pieces of one kind than any drawer or bag holds: a typing mistake.
    static final long MOST_PIECES = 1_000_000;

    private static final Pattern TYPED = Pattern.compile("\\d{1,7}(\\*\\d{1,7})?");

    private final Currency currency;
    private final Denomination denomination;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableValue<Money> sum;

    CountRow(Currency currency, Denomination denomination) {
        this.currency = currency;
        this.denomination = denomination;
        this.sum = Bindings.createObjectBinding(() -> worth().times(pieces().orElse(0)), typed);
    }

    public Denomination denomination() {
        return denomination;
    }

    /// What one piece is worth.
    public Money worth() {
        return currency.of(denomination.minorUnits());
    }

    /// `12`, or `12*50` for twelve bundles of fifty.
    public StringProperty typedProperty() {
        return typed;
    }

    public ObservableValue<Money> sumProperty() {
        return sum;
    }

    public Money sum() {
        return sum.getValue();
    }

    /// Empty when what is typed is no number of pieces; nothing typed is none.
    public OptionalLong pieces() {
        String text = typed.get().strip();
        if (text.isEmpty()) {
            return OptionalLong.of(0);
        }
        if (!TYPED.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long pieces = 1;
        for (String factor : text.split("\\*")) {
            pieces *= Long.parseLong(factor);
        }
        return pieces > MOST_PIECES ? OptionalLong.empty() : OptionalLong.of(pieces);
    }

    public boolean isReadable() {
        return pieces().isPresent();
    }

    public void set(long pieces) {
        typed.set(pieces == 0 ? "" : Long.toString(pieces));
    }

    public void more() {
        set(Math.min(pieces().orElse(0) + 1, MOST_PIECES));
    }

    public void fewer() {
        set(Math.max(pieces().orElse(0) - 1, 0));
    }
}
