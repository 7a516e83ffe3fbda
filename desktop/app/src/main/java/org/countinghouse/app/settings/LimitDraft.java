package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Typed;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What one role may do alone, while it is being set.
final class LimitDraft {
    enum Kind {
        FREE,
        UP_TO,
        NEVER
    }

    /// How much is allowed in one currency, as it is typed.
    ///
    /// @param currency empty for times
    record Field(Optional<Currency> currency, StringProperty text) {
        String code() {
            return currency.map(Currency::code).orElse("");
        }

        Optional<Long> howMuch() {
            return currency.map(each -> Typed.amount(text.get(), each).map(Money::minorUnits))
                    .orElseGet(() -> Typed.times(text.get()));
        }

        private void show(long howMuch) {
            text.set(currency.map(each -> each.of(howMuch).decimal()).orElseGet(() -> Long.toString(howMuch)));
        }
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.FREE);
    private final List<Field> fields = new ArrayList<>();
    private final Alone before;
    private final ObjectBinding<Optional<Alone>> result;

    LimitDraft(Matter matter, Alone before, List<Currency> currencies) {
        this.before = before;
        if (matter == Matter.NO_SALE) {
            fields.add(new Field(Optional.empty(), new SimpleStringProperty("")));
        } else {
            currencies.forEach(each -> fields.add(new Field(Optional.of(each), new SimpleStringProperty(""))));
        }
        show();
        result = Bindings.createObjectBinding(this::read, kind);
        fields.forEach(field -> field.text().subscribe(() -> result.invalidate()));
    }

    private void show() {
        switch (before) {
            case Alone.Free() -> kind.set(Kind.FREE);
            case Alone.Never() -> kind.set(Kind.NEVER);
            case Alone.UpTo upTo -> {
                kind.set(Kind.UP_TO);
                fields.forEach(field -> field.show(upTo.most(field.code())));
            }
        }
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    /// Empty while a number is missing or none.
    ObjectBinding<Optional<Alone>> resultProperty() {
        return result;
    }

    private Optional<Alone> read() {
        return switch (kind.get()) {
            case FREE -> Optional.of(new Alone.Free());
            case NEVER -> Optional.of(new Alone.Never());
            case UP_TO -> upTo();
        };
    }

    private Optional<Alone> upTo() {
        var most = new HashMap<String, Long>();
        // A limit in a currency this station does not show stays as it is.
        if (before instanceof Alone.UpTo old) {
            most.putAll(old.most());
        }
        for (Field field : fields) {
            Optional<Long> howMuch = field.howMuch();
            if (howMuch.isEmpty()) {
                return Optional.empty();
            }
            most.put(field.code(), howMuch.get());
        }
        most.values().removeIf(howMuch -> howMuch == 0);
        return Optional.of(most.isEmpty() ? new Alone.Never() : new Alone.UpTo(most));
    }
}
