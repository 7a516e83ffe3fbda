package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What somebody asks of the station. [CashRules] decides what comes of it.
public sealed interface Command {
    record SetUpShop(ShopSetUp shop) implements Command {}

    record AddPerson(PersonAdded person) implements Command {}

    /// What each role may do alone from now on.
    record SetPolicy(Policy policy) implements Command {}

    record SetRate(RateSet rate) implements Command {}

    /// What an item is called and costs from now on, and whether it is sold.
    record SetItem(ItemSet item) implements Command {}

    record RemovePerson(String employee) implements Command {}

    /// @param allowed granted; otherwise withdrawn
    record ChangePermission(String employee, Verb verb, boolean allowed) implements Command {}

    /// The new PIN has been typed, and for one's own the old one has been checked. Neither comes here.
    record ChangePin(String employee) implements Command {}

    /// The PIN has been checked.
    record SignIn(String employee) implements Command {}

    /// The PIN has been checked and was wrong.
    record RefuseSignIn(String employee) implements Command {}

    record SignOut(String employee) implements Command {}

    /// Lets somebody try again whom wrong PINs have locked out.
    record Unlock(String employee) implements Command {}

    record BeginTraining(String employee) implements Command {}

    record EndTraining(String employee) implements Command {}

    /// Somebody practised something, on books that are thrown away.
    ///
    /// @param done the kinds of the facts it would have led to
    record RecordTraining(Optional<TillId> till, List<String> done) implements Command {}

    /// @param counted one per currency; a currency the till holds nothing of may be left out
    /// @param fromSafe what of it the safe gave; when absent, all of it for a currency the till held
    ///        nothing of and nothing for the others
    record OpenShift(TillId till, List<Cash> counted, Optional<List<Money>> fromSafe) implements Command {}

    /// @param lines may be empty; otherwise they add up to the total
    /// @param tenders cash may be of one other currency that has a rate
    /// @param change what is given back, one per currency; empty leaves it to the currency too much was
    ///        paid in
    /// @param reference another system's number for the sale; may be empty
    record Sell(
            TillId till, Money total, List<SaleLine> lines, List<Tendered> tenders, List<Cash> change, String reference)
            implements Command {
        public Sell {
            lines = List.copyOf(lines);
            tenders = List.copyOf(tenders);
            change = List.copyOf(change);
        }

        /// @param change the pieces given back, where they are known
        public Sell(
                TillId till,
                Money total,
                List<SaleLine> lines,
                List<Tendered> tenders,
                Optional<Pieces> change,
                String reference) {
            this(till, total, lines, tenders, change.map(Cash::of).stream().toList(), reference);
        }
    }

    /// @param amount what is refunded, to the minor unit; pieces, where given, are what is handed out
    record Refund(
            TillId till,
            Money amount,
            Optional<Pieces> pieces,
            Tender tender,
            Optional<UUID> sale,
            String reason,
            String note)
            implements Command {
        public Refund(TillId till, Cash amount, Tender tender, Optional<UUID> sale, String reason) {
            this(till, amount.amount(), amount.pieces(), tender, sale, reason, "");
        }
    }

    record PayIn(TillId till, Cash amount, String reason, String note) implements Command {}

    record PayOut(TillId till, Cash amount, String reason, String note) implements Command {}

    /// Opens the drawer without a sale.
    record OpenDrawer(TillId till, String reason, String note) implements Command {
        public OpenDrawer(TillId till, String reason) {
            this(till, reason, "");
        }
    }

    record DropToSafe(TillId till, Cash amount, String bag) implements Command {}

    record LoanFloat(TillId till, Cash amount, String note) implements Command {}

    record DepositAtBank(Cash amount, String slip) implements Command {}

    /// Cash from the bank comes into the safe.
    record ReceiveChange(Cash amount, String slip) implements Command {}

    /// Cash leaves a place in a numbered bag.
    ///
    /// @param cash one per currency
    record SendBag(String bag, Account from, Account to, List<Cash> cash, String note) implements Command {}

    /// A bag arrived and was counted.
    ///
    /// @param counted one per currency
    /// @param returned whether it came back to where it was sent from
    record ReceiveBag(String bag, List<Cash> counted, boolean returned, String slip) implements Command {}

    record MoveMachine(TillId till, MachineMoved.Way way, Cash amount) implements Command {}

    /// The drawer's sense wire told something; the station says it, whoever is there.
    record SeeDrawer(TillId till, DrawerSeen.What what) implements Command {}

    /// A step of an intent to move cash with a connected machine; the device's journal gives it.
    record StepMachine(TillId till, MachineStep step) implements Command {}

    /// Pays from the till what the machine owes a customer and could not pay.
    record PayOwed(TillId till, Cash amount, String note) implements Command {}

    /// Nobody answers for what the machine moved: it becomes the machine's over or short.
    ///
    /// @param amount of what is owed so much, without a sign
    record WriteOffOwed(TillId till, Money amount, String reason, String note) implements Command {}

    /// A safe was counted, or a cash machine told its inventory.
    ///
    /// @param beginning whether the place is counted for the first time, so that nothing is over or
    ///        short
    record CountPlace(Account place, List<Cash> counted, boolean beginning, boolean discrepancy) implements Command {}

    /// Seals a count of the till, or of a parked shift's tray.
    ///
    /// @param parked the parked shift; empty for the one that has the till
    /// @param declared what other tenders' slips came to
    record CountTill(TillId till, Optional<ShiftId> parked, List<Cash> counted, List<Tendered> declared)
            implements Command {
        public CountTill(TillId till, List<Cash> counted) {
            this(till, Optional.empty(), counted, List.of());
        }
    }

    record SuspendShift(TillId till, String reason) implements Command {}

    record ResumeShift(TillId till) implements Command {}

    /// Ends the shift without counting; its tray is counted later.
    record ParkShift(TillId till) implements Command {}

    /// @param to who is to take the till
    /// @param counted what the one who gives it counted
    record HandOver(TillId till, String to, List<Cash> counted, String reason, String note) implements Command {}

    /// @param counted what the one who takes the till counted
    record TakeOver(TillId till, List<Cash> counted) implements Command {}

    /// @param parked the parked shift; empty for the one that has the till
    /// @param drop what goes to the safe at the close, one per currency; the rest stays as the next
    ///        float. A parked shift's tray goes to the safe whole
    /// @param withZ whether the close also ends the period with a Z report, in the same transaction
    /// @param reason why it is over or short, where that is asked
    record CloseShift(
            TillId till,
            Optional<ShiftId> parked,
            List<Cash> drop,
            String bag,
            boolean withZ,
            String reason,
            String note)
            implements Command {
        public CloseShift(TillId till, List<Cash> drop, String bag, boolean withZ) {
            this(till, Optional.empty(), drop, bag, withZ, "", "");
        }
    }

    /// Counts the till again after its last close.
    record Recount(TillId till, List<Cash> counted, String reason, String note) implements Command {}

    /// Takes back what a wrong entry moved.
    record Correct(TillId till, UUID wrong, String reason, String note) implements Command {}

    /// Writes down what belongs to a closed business date.
    record RecordLate(
            TillId till,
            LocalDate date,
            LateRecorded.What what,
            Money amount,
            Tender tender,
            String reason,
            String note)
            implements Command {}

    record TakeX(TillId till) implements Command {}

    record TakeZ(TillId till) implements Command {}

    /// Prints an earlier Z report again.
    record CopyZ(TillId till, long number) implements Command {}

    /// Writes down that entries went into a file for the accountant's books.
    record RecordExport(LedgerExported export) implements Command {}

    /// A manager takes the ledger as it is, though it is not as the station left it.
    record AcceptLedger(LedgerAccepted acceptance) implements Command {}
}
