package org.countinghouse.app.backoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;

/// A shift as its entries tell it.
///
/// @param first the sequence of the entry that opened it
/// @param last the sequence of the entry that closed it; 0 while it is not closed
/// @param answerable who answers for it now, or answered for it at the close
/// @param counts what was expected and counted, one per currency; empty before there is anything to say
/// @param recounted whether the till was counted again after the close
record ShiftStory(
        ShiftId shift,
        LocalDate date,
        long first,
        long last,
        String openedBy,
        Instant openedAt,
        Optional<Instant> closedAt,
        String answerable,
        Shift.State state,
        List<Count> counts,
        boolean recounted) {
    /// @param counted empty while no count is sealed
    record Count(Money expected, Optional<Money> counted) {
        Optional<Money> overShort() {
            return counted.map(each -> each.minus(expected));
        }
    }

    ShiftStory {
        counts = List.copyOf(counts);
    }

    boolean isClosed() {
        return state == Shift.State.CLOSED;
    }

    ShiftStory answeredBy(String employee) {
        return new ShiftStory(
                shift, date, first, last, openedBy, openedAt, closedAt, employee, state, counts, recounted);
    }

    ShiftStory closed(Instant at, long sequence, List<Count> found) {
        return new ShiftStory(
                shift,
                date,
                first,
                sequence,
                openedBy,
                openedAt,
                Optional.of(at),
                answerable,
                Shift.State.CLOSED,
                found,
                recounted);
    }

    ShiftStory countedAgain() {
        return new ShiftStory(shift, date, first, last, openedBy, openedAt, closedAt, answerable, state, counts, true);
    }

    ShiftStory standing(Shift.State now, List<Count> known) {
        return new ShiftStory(
                shift, date, first, last, openedBy, openedAt, closedAt, answerable, now, known, recounted);
    }
}
