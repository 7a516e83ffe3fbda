package org.countinghouse.app.count;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.count.CloseShift.Slips;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;
import org.countinghouse.ledger.till.Tendered;

/// What a person says the slips of a tender come to.
final class SlipEntry {
    private final Slips slips;
    private final StringProperty typed = new SimpleStringProperty("");

    SlipEntry(Slips slips) {
        this.slips = slips;
    }

    Slips slips() {
        return slips;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Names it among what is typed for a count: `card/GBP`.
    String place() {
        return slips.tender().word() + "/" + slips.currency().code();
    }

    /// Nothing typed is nothing said; otherwise it must be an amount.
    boolean isReadable() {
        return typed.get().isBlank() || amount().isPresent();
    }

    Optional<Tendered> declared() {
        return amount().map(amount -> Tendered.of(slips.tender(), amount));
    }

    private Optional<Money> amount() {
        try {
            return Optional.of(Money.parse(typed.get().strip(), slips.currency()))
                    .filter(amount -> !amount.isNegative());
        } catch (MoneyFormatException _) {
            return Optional.empty();
        }
    }
}
