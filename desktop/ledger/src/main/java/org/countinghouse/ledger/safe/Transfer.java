package org.countinghouse.ledger.safe;

import java.util.List;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;

/// A bag under way.
///
/// @param sentBy who sent it: somebody else receives it
public record Transfer(String bag, Account from, Account to, List<Cash> cash, String sentBy) {
    public Transfer {
        cash = List.copyOf(cash);
    }

    public boolean touches(Account place) {
        return from.equals(place) || to.equals(place);
    }
}
