package org.countinghouse.app.till;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;

/// What a customer is about to buy. Nothing of it is recorded yet.
final class Basket {
    private final ObservableList<SaleLine> lines = FXCollections.observableArrayList();
    private final ObservableValue<Money> total = Bindings.createObjectBinding(this::added, lines);
    private Currency currency;

    Basket(Currency currency) {
        this.currency = currency;
    }

    ObservableList<SaleLine> lines() {
        return lines;
    }

    ObservableValue<Money> totalProperty() {
        return total;
    }

    Money total() {
        return added();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /// Puts in more of an item; more of the same at the same price makes one line.
    void add(String item, long quantity, Money unitPrice) {
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.item().equals(item) && line.unitPrice().equals(unitPrice)) {
                lines.set(at, new SaleLine(item, Math.addExact(line.quantity(), quantity), unitPrice));
                return;
            }
        }
        lines.add(new SaleLine(item, quantity, unitPrice));
    }

    /// Takes one piece off a line, and the line with its last piece.
    void takeOff(SaleLine line) {
        int at = lines.indexOf(line);
        if (at < 0) {
            return;
        }
        if (line.quantity() == 1) {
            lines.remove(at);
        } else {
            lines.set(at, new SaleLine(line.item(), line.quantity() - 1, line.unitPrice()));
        }
    }

    void use(Currency other) {
        currency = other;
        lines.clear();
    }

    void clear() {
        lines.clear();
    }

    private Money added() {
        return lines.stream().map(SaleLine::total).reduce(currency.zero(), Money::plus);
    }
}
