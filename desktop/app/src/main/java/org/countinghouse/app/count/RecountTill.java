package org.countinghouse.app.count;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.shift.ShiftId;

/// Counting this station's till once more after its last close.
public final class RecountTill {
    private final Desk desk;
    private final Shop shop;

    public RecountTill(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
    }

    /// @param shift the one that was closed last
    /// @param left how often it may still be counted
    /// @param reasons the shop's reasons for an over or short
    /// @param after the last entry of the books
    record Situation(ShiftId shift, long left, List<Policy.Reason> reasons, long after) {}

    /// Empty when there is nothing to count again.
    Optional<Situation> situation() {
        return desk.ask(books -> books.till(shop.till())
                .lastClose()
                .map(last -> new Situation(
                        last.shift(),
                        books.policy().counts() - last.recounts(),
                        CloseShift.reasons(books),
                        books.lastSequence())));
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }
}
