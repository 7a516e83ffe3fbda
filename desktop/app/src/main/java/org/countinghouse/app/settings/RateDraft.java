package org.countinghouse.app.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Typed;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RateSet;

/// A rate while it is being typed.
final class RateDraft {
    private final StringProperty one = new SimpleStringProperty("");
    private final StringProperty take = new SimpleStringProperty("");
    private final StringProperty give = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty source = new SimpleStringProperty("");
    private final Currency own;
    private Currency foreign;
    private List<String> begun = List.of();
    private final ObjectBinding<Optional<RateSet>> result;

    RateDraft(Currency own, Currency foreign) {
        this.own = own;
        this.foreign = foreign;
        result = Bindings.createObjectBinding(this::read, one, take, give, reference, source);
    }

    /// Begins at the rate there is; without one, at one whole unit of the shop's currency.
    void begin(Currency other, Optional<ExchangeRate> rate) {
        foreign = other;
        one.set(rate.map(each -> each.one().decimal()).orElse("1"));
        take.set(rate.map(each -> each.take().decimal()).orElse(""));
        give.set(rate.map(each -> each.give().decimal()).orElse(""));
        reference.set(rate.map(each -> each.reference().decimal()).orElse(""));
        source.set(rate.map(ExchangeRate::source).orElse(""));
        result.invalidate();
        begun = texts();
    }

    /// Whether anything was typed since it was begun.
    boolean isTouched() {
        return !texts().equals(begun);
    }

    private List<String> texts() {
        return List.of(one.get(), take.get(), give.get(), reference.get(), source.get());
    }

    StringProperty oneProperty() {
        return one;
    }

    StringProperty takeProperty() {
        return take;
    }

    StringProperty giveProperty() {
        return give;
    }

    StringProperty referenceProperty() {
        return reference;
    }

    StringProperty sourceProperty() {
        return source;
    }

    /// Empty while something is missing or no amount.
    ObjectBinding<Optional<RateSet>> resultProperty() {
        return result;
    }

    /// Whether something is typed that is no amount of its currency, or none above zero.
    boolean hasBadNumber() {
        return isBad(one, own) || List.of(take, give, reference).stream().anyMatch(each -> isBad(each, foreign));
    }

    private static boolean isBad(StringProperty text, Currency currency) {
        return !text.get().isBlank()
                && Typed.amount(text.get(), currency).filter(Money::isPositive).isEmpty();
    }

    private Optional<RateSet> read() {
        Optional<Money> unit = positive(one, own);
        Optional<Money> taken = positive(take, foreign);
        Optional<Money> given = positive(give, foreign);
        Optional<Money> worth = positive(reference, foreign);
        return unit.isEmpty() || taken.isEmpty() || given.isEmpty() || worth.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateSet(
                        unit.get(),
                        taken.get(),
                        given.get(),
                        worth.get(),
                        source.get().strip()));
    }

    private static Optional<Money> positive(StringProperty text, Currency currency) {
        return Typed.amount(text.get(), currency).filter(Money::isPositive);
    }
}
