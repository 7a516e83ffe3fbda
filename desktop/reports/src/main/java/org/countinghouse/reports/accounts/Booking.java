package org.countinghouse.reports.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;

/// What moved at once: as much debit as credit, in each currency.
///
/// @param first the first entry of the ledger it is made of
/// @param last the last one
/// @param reference short, unique within a journal
/// @param text for people
/// @param shift where it belongs to one
public record Booking(
        long first,
        long last,
        LocalDate date,
        Optional<ShiftId> shift,
        String reference,
        String text,
        List<Line> lines) {
    /// @param amount a debit; a credit is negative
    public record Line(BookAccount account, Money amount) {
        public boolean isDebit() {
            return amount.isPositive();
        }
    }

    public Booking {
        lines = List.copyOf(lines);
    }
}
