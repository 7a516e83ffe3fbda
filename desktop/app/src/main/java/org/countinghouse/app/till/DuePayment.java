package org.countinghouse.app.till;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.countinghouse.app.shell.OpenPayment;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// The payment at the till as a cash machine sees it.
public final class DuePayment implements OpenPayment {
    private final TillViewModel till;
    private final ObservableValue<Optional<Due>> due;

    public DuePayment(TillViewModel till) {
        this.till = till;
        this.due = till.paymentProperty()
                .flatMap(now -> now.<ObservableValue<Optional<Due>>>map(
                                each -> each.dueProperty().map(_ -> due(each)))
                        .orElseGet(() -> new SimpleObjectProperty<>(Optional.empty())));
    }

    private static Optional<Due> due(Payment payment) {
        Money left = payment.due().left(payment.own());
        Money deposited = payment.tendered().stream()
                .filter(each -> each.tender() == Tender.MACHINE_DEPOSIT)
                .map(Tendered::amount)
                .reduce(left.currency().zero(), Money::plus);
        return Optional.of(left).filter(Money::isPositive).map(open -> new Due(payment.id(), open, deposited));
    }

    @Override
    public ObservableValue<Optional<Due>> dueProperty() {
        return due;
    }

    @Override
    public boolean deposited(UUID payment, Money amount) {
        return till.takeDeposit(payment, amount);
    }
}
