package org.countinghouse.app.shell;

import java.util.UUID;
import org.countinghouse.ledger.money.Money;

/// Lets a connected cash machine pay what was written as owed to a customer. Only for the screen thread.
public interface PaysByMachine {
    PaysByMachine NOT_CONNECTED = new PaysByMachine() {
        @Override
        public boolean isConnected() {
            return false;
        }

        @Override
        public void payBack(UUID entry, Money amount) {}
    };

    boolean isConnected();

    /// Pays once for each entry, however often it is asked, and shows how it goes.
    ///
    /// @param entry the refund it answers
    void payBack(UUID entry, Money amount);
}
