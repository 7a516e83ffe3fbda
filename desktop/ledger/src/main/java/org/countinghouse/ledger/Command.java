package org.countinghouse.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What somebody asks of the station. [CashRules] decides what comes of it.
public sealed interface Command {
    record SetUpShop(ShopSetUp shop) implements Command {}

    record AddPerson(PersonAdded person) implements Command {}

    /// The PIN has been checked.
    record SignIn(String employee) implements Command {}

    /// The PIN has been checked and was wrong.
    record RefuseSignIn(String employee) implements Command {}

    /// @param counted one per currency; a currency the till holds nothing of may be left out
    /// @param fromSafe what of it the safe gave; when absent, all of it for a currency the till held nothing of
    ///     and nothing for the others
    record OpenShift(TillId till, List<Cash> counted, Optional<List<Money>> fromSafe) implements Command {}

    /// @param lines may be empty; otherwise they add up to the total
    /// @param change the pieces given back, where they are known
    /// @param reference another system's number for the sale; may be empty
    record Sell(
            TillId till,
            Money total,
            List<SaleLine> lines,
            List<Tendered> tenders,
            Optional<Pieces> change,
            String reference)
            implements Command {}

    record Refund(TillId till, Cash amount, Tender tender, Optional<UUID> sale, String reason) implements Command {}

    record PayIn(TillId till, Cash amount, String reason, String note) implements Command {}

    record PayOut(TillId till, Cash amount, String reason, String note) implements Command {}

    /// Opens the drawer without a sale.
    record OpenDrawer(TillId till, String reason) implements Command {}

    record DropToSafe(TillId till, Cash amount, String bag) implements Command {}

    record LoanFloat(TillId till, Cash amount, String note) implements Command {}

    record DepositAtBank(Cash amount, String slip) implements Command {}

    /// Cash from the bank comes into the safe.
    record ReceiveChange(Cash amount, String slip) implements Command {}

    /// Seals a count of the till.
    record CountTill(TillId till, List<Cash> counted) implements Command {}

    /// @param drop what goes to the safe at the close, one per currency; the rest stays as the next float
    /// @param withZ whether the close also ends the period with a Z report, in the same transaction
    record CloseShift(TillId till, List<Cash> drop, String bag, boolean withZ) implements Command {}

    record TakeZ(TillId till) implements Command {}
}
