package org.countinghouse.app.shell;

import java.time.LocalDate;
import org.countinghouse.ledger.shift.ShiftId;

/// Where a person can go at this station. Moving between tasks is always going to one of these.
public sealed interface Destination {
    /// Whether it is done over a page that stays behind it as it was.
    default boolean isOverPage() {
        return this instanceof Move || this instanceof OwnPin || this instanceof Machine;
    }

    record SignIn() implements Destination {}

    record OpenShift() implements Destination {}

    record Till() implements Destination {}

    /// A task done over the till, such as a paid-out; the till stays behind it as it was.
    record Move(Kind kind) implements Destination {
        public enum Kind {
            PAID_IN,
            PAID_OUT,
            SAFE_DROP,
            FLOAT_LOAN,
            NO_SALE,
            REFUND
        }
    }

    /// The connected cash machine, over the page that stays behind it.
    record Machine() implements Destination {}

    /// Whoever is signed in gives themselves another PIN, over the page that stays behind it.
    record OwnPin() implements Destination {}

    /// Counting the till and closing its shift.
    record Count() implements Destination {}

    /// Counting the tray of a parked shift and closing it.
    record CountParked(ShiftId shift) implements Destination {}

    /// Counting the till once more after its last close.
    record Recount() implements Destination {}

    /// Leaving the shift without closing it.
    record LeaveShift() implements Destination {}

    /// The shift nobody trades in now: suspended, or on its way to the next person.
    record Waiting() implements Destination {}

    record Reports() implements Destination {}

    /// A page of the back office.
    record Office(OfficePage page) implements Destination {}

    /// A page of the back office where something is chosen already.
    record OfficeAt(Chosen chosen) implements Destination {}

    /// What is chosen on which page.
    sealed interface Chosen {
        OfficePage page();

        record OfEntry(long sequence) implements Chosen {
            @Override
            public OfficePage page() {
                return OfficePage.AUDIT;
            }
        }

        /// @param date the business date it was opened on
        record OfShift(ShiftId shift, LocalDate date) implements Chosen {
            @Override
            public OfficePage page() {
                return OfficePage.SHIFTS;
            }
        }

        record OfPerson(String employee) implements Chosen {
            @Override
            public OfficePage page() {
                return OfficePage.PEOPLE;
            }
        }
    }

    record Entries() implements Destination {}

    /// Today's entries, one of them chosen.
    record EntryOfToday(long sequence) implements Destination {}

    /// The simulated devices somebody practises with; there are some in training only.
    record Simulators() implements Destination {}
}
