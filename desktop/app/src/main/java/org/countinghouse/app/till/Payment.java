package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// A customer paying. It has one id from its first moment: however often it is sent, it makes one sale.
final class Payment {
    private final UUID id;
    private final Money total;
    private final List<SaleLine> lines;
    private final ObservableList<Tendered> tendered = FXCollections.observableArrayList();
    private final ObservableValue<Money> left;
    private Pieces stock;

    Payment(UUID id, Money total, List<SaleLine> lines) {
        this.id = id;
        this.total = total;
        this.lines = List.copyOf(lines);
        this.left = Bindings.createObjectBinding(this::left, tendered);
        this.stock = Pieces.none(total.currency());
    }

    UUID id() {
        return id;
    }

    Money total() {
        return total;
    }

    List<SaleLine> lines() {
        return lines;
    }

    ObservableList<Tendered> tendered() {
        return tendered;
    }

    ObservableValue<Money> leftProperty() {
        return left;
    }

    /// What is still to pay; negative when change is due.
    Money left() {
        return total.minus(given());
    }

    Money given() {
        return sum(tendered);
    }

    private Money cash() {
        return sum(tendered.filtered(each -> each.tender() == Tender.CASH));
    }

    private Money sum(List<Tendered> tenders) {
        return tenders.stream().map(Tendered::amount).reduce(total.currency().zero(), Money::plus);
    }

    boolean isCovered() {
        return !left().isPositive();
    }

    /// Whether change would be due that no cash was given for.
    boolean givesChangeWithoutCash(Tendered more) {
        Money change = more.amount().minus(left());
        Money fromCash = more.tender() == Tender.CASH ? cash().plus(more.amount()) : cash();
        return change.compareTo(fromCash) > 0;
    }

    /// What lies in the till, for choosing the change.
    void knowStock(Pieces held) {
        stock = held;
    }

    Pieces changePieces() {
        return Change.pieces(left().negated(), stock);
    }

    /// The pieces of the change go into the books only when it is known with which pieces the customer paid: then the
    /// books' stock of the till stays right, and otherwise the next count puts it right anyway.
    Command.Sell command(TillId till) {
        boolean known = tendered.stream()
                .filter(each -> each.tender() == Tender.CASH)
                .allMatch(each -> each.received().pieces().isPresent());
        Pieces change = changePieces();
        boolean whole = change.total().equals(left().negated());
        return new Command.Sell(
                till, total, lines, tendered, known && whole ? Optional.of(change) : Optional.empty(), "");
    }
}
