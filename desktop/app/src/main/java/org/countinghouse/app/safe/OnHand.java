package org.countinghouse.app.safe;

import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;

/// So many pieces of one kind lie in one place.
///
/// @param worth of one piece
record OnHand(Account place, Denomination denomination, Money worth, long pieces) {
    Money sum() {
        return worth.times(pieces);
    }
}
