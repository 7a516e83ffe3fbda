package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// A customer paying. It has one id from its first moment: however often it is sent, it makes one sale.
final class Payment {
    private final UUID id;
    private final TillId till;
    private final Money total;
    private final List<SaleLine> lines;
    private final ObservableList<Tendered> tendered = FXCollections.observableArrayList();
    private final ObjectProperty<Terms> terms;
    private final ObjectProperty<Optional<Currency>> changeIn = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Due> due;

    /// @param terms as they were known last
    Payment(UUID id, TillId till, Money total, List<SaleLine> lines, Terms terms) {
        this.id = id;
        this.till = till;
        this.total = total;
        this.lines = List.copyOf(lines);
        this.terms = new SimpleObjectProperty<>(terms);
        this.due = Bindings.createObjectBinding(
                () -> new Due(till, total, tendered, this.terms.get()), tendered, this.terms);
    }

    UUID id() {
        return id;
    }

    Money total() {
        return total;
    }

    Currency own() {
        return total.currency();
    }

    List<SaleLine> lines() {
        return lines;
    }

    ObservableList<Tendered> tendered() {
        return tendered;
    }

    ObservableValue<Due> dueProperty() {
        return due;
    }

    Due due() {
        return due.getValue();
    }

    /// What is still to pay, to the minor unit.
    Money left() {
        return due().left();
    }

    boolean isCovered() {
        return due().isCovered();
    }

    /// The rates and pieces that hold, once they are asked for.
    void know(Terms now) {
        terms.set(now);
    }

    Terms terms() {
        return terms.get();
    }

    /// The currency change is given in as far as it goes; empty for the one too much was paid in.
    ObjectProperty<Optional<Currency>> changeInProperty() {
        return changeIn;
    }

    /// What goes back now that it is paid.
    Optional<ChangePlan> change() {
        return ChangePlanner.plan(due(), changeIn.get());
    }

    /// What would go back if the customer gave this too.
    Optional<ChangePlan> changeAfter(Tendered more) {
        return ChangePlanner.plan(due().with(more), changeIn.get());
    }

    /// The pieces of the change go into the books only when it is known with which pieces the customer paid: then the
    /// books' stock of the till stays right, and otherwise the next count puts it right anyway.
    Command.Sell command() {
        return new Command.Sell(
                till, total, lines, tendered, change().map(this::change).orElse(List.of()), "");
    }

    private List<Cash> change(ChangePlan plan) {
        boolean known = tendered.stream()
                .filter(each -> each.tender() == Tender.CASH)
                .allMatch(each -> each.received().pieces().isPresent());
        if (known && plan.isWhole()) {
            return plan.parts().isEmpty() ? List.of(Cash.of(Pieces.none(own()))) : plan.inPieces();
        }
        return plan.amounts();
    }
}
