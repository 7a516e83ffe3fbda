package org.countinghouse.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillBook;

/// What an entry changed in the books: the new value of each thing it touched.
public record Change(
        List<Balance> balances,
        List<Stock> stock,
        List<Figure> figures,
        Optional<Shift> shift,
        Optional<TillBook> till,
        Optional<Person> person,
        Optional<ShopSetUp> shop,
        Optional<Kept> kept) {
    /// Whether it moved balances, pieces and figures and nothing else, as a sale does.
    public boolean movesOnlySums() {
        return shift.isEmpty() && till.isEmpty() && person.isEmpty() && shop.isEmpty() && kept.isEmpty();
    }

    /// Something small the books keep by name until it is replaced or gone.
    public sealed interface Kept {
        record Rate(ExchangeRate rate) implements Kept {}

        /// @param newest what was set last of it
        record Item(ItemSet newest) implements Kept {}

        record Allowed(Policy policy) implements Kept {}

        /// @param transfer empty once the bag arrived
        record Bag(String number, Optional<Transfer> transfer) implements Kept {}

        /// @param open empty once the intent is settled
        record Intent(UUID id, Optional<OpenIntent> open) implements Kept {}
    }

    /// What an account holds of one currency.
    public record Balance(Account account, Money amount) {}

    /// How many pieces of a denomination lie in a place.
    ///
    /// @param denomination one piece's face value
    public record Stock(Account place, Money denomination, long pieces) {}

    /// What a line of a report comes to.
    ///
    /// @param scope whose line it is: `shift/1-17`, or `till/1` for the grand totals
    public record Figure(String scope, Tally sum) {}
}
