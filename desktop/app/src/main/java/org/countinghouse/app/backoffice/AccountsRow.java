package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.accounts.Booking;
import org.countinghouse.reports.accounts.Journal;

/// A line of the journal on the screen.
record AccountsRow(Booking booking, Booking.Line line) {
    static Stream<AccountsRow> of(Journal journal) {
        return journal.bookings().stream()
                .flatMap(booking -> booking.lines().stream().map(line -> new AccountsRow(booking, line)));
    }

    String date() {
        return booking.date().toString();
    }

    String shift() {
        return booking.shift().map(ShiftId::toString).orElse("");
    }

    List<Money> debit() {
        return line.isDebit() ? List.of(line.amount()) : List.of();
    }

    List<Money> credit() {
        return line.isDebit() ? List.of() : List.of(line.amount().negated());
    }
}
