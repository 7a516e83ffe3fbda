package org.countinghouse.app.till;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What is typed and touched becomes the lines of a basket.
final class Ringing {
    /// What the books call an amount typed beside items.
    static final String OPEN_ITEM = Catalogue.OPEN_ITEM;

    private static final long MOST_QUANTITY = 9_999;

    private final AmountEntry entry;
    private final Basket basket;
    private final ReadOnlyLongWrapper quantity = new ReadOnlyLongWrapper(1);

    Ringing(AmountEntry entry, Basket basket) {
        this.entry = entry;
        this.basket = basket;
    }

    /// How many of the next item.
    ReadOnlyLongProperty quantityProperty() {
        return quantity.getReadOnlyProperty();
    }

    boolean hasQuantity() {
        return quantity.get() > 1;
    }

    void forgetQuantity() {
        quantity.set(1);
    }

    void use(Currency other) {
        entry.use(other);
        basket.use(other);
        forgetQuantity();
    }

    void clear() {
        entry.clear();
        forgetQuantity();
    }

    /// @return whether it is a key of its own: `*` for a quantity, `+` for one more amount
    boolean press(char key) {
        switch (key) {
            case '*' -> takeQuantity();
            case '+' -> addOpenItem();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeQuantity() {
        if (entry.text().matches("[1-9][0-9]{0,3}")) {
            quantity.set(Math.min(Long.parseLong(entry.text()), MOST_QUANTITY));
            entry.clear();
        }
    }

    /// Whether what is typed is one item more, and not the whole sale.
    boolean isAnotherItem() {
        return entry.amount().filter(Money::isPositive).isPresent() && (!basket.isEmpty() || hasQuantity());
    }

    void addOpenItem() {
        entry.amount().filter(Money::isPositive).ifPresent(amount -> {
            basket.add(OPEN_ITEM, quantity.get(), amount);
            clear();
        });
    }

    void add(String item, Money price) {
        addOpenItem();
        basket.add(item, quantity.get(), price);
        forgetQuantity();
    }
}
