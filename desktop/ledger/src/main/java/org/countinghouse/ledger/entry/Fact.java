package org.countinghouse.ledger.entry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OwedPaid;
import org.countinghouse.ledger.machine.OwedWrittenOff;
import org.countinghouse.ledger.people.LockedOut;
import org.countinghouse.ledger.people.PermissionChanged;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.PersonLeft;
import org.countinghouse.ledger.people.PinChanged;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.SignedOut;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingDone;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.ledger.people.Unlocked;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftParked;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.ShiftResumed;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.shift.TrayEmptied;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.TillId;

/// Something that happened, named in the past. What it moves follows from what it is: the postings and
/// pieces are derived, never typed in beside it.
public sealed interface Fact
        permits BankDeposited,
                ChangeReceived,
                ClockJumped,
                CopyPrinted,
                CorrectionMade,
                DrawerSeen,
                FloatLoaned,
                ItemSet,
                LateRecorded,
                LedgerAccepted,
                LedgerExported,
                LockedOut,
                MachineMoved,
                MachineStepped,
                NoSale,
                OverShortFound,
                OwedPaid,
                OwedWrittenOff,
                PaidIn,
                PaidOut,
                PermissionChanged,
                PersonAdded,
                PersonLeft,
                PinChanged,
                PlaceCounted,
                PolicySet,
                RateSet,
                RefundMade,
                SafeDropped,
                SaleMade,
                ShiftClosed,
                ShiftOpened,
                ShiftParked,
                ShiftRecounted,
                ShiftResumed,
                ShiftSuspended,
                ShopSetUp,
                SignInRefused,
                SignedIn,
                SignedOut,
                StreamOpened,
                TillCounted,
                TillHandedOver,
                TillReceived,
                TrainingBegan,
                TrainingDone,
                TrainingEnded,
                TransferReceived,
                TransferSent,
                TrayEmptied,
                Unlocked,
                XReported,
                ZReported {
    Pattern WORD_START = Pattern.compile("(?<=.)(?=\\p{Lu})");

    /// Zero-sum per currency.
    default List<Posting> postings() {
        return List.of();
    }

    default List<PieceMove> pieces() {
        return List.of();
    }

    /// What this adds to the figures of its shift.
    default List<Tally> tallies() {
        return List.of();
    }

    /// The till this happened at, where it happened at one.
    default Optional<TillId> till() {
        return Optional.empty();
    }

    /// The name on the wire: the class's name in kebab-case, such as `sale-made`.
    default String kind() {
        return kindOf(getClass());
    }

    static String kindOf(Class<? extends Fact> fact) {
        return WORD_START.matcher(fact.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
