package org.countinghouse.ledger.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.money.Cash;

/// The time somebody answers for a till.
///
/// @param firstSequence the entry that opened it
/// @param lastSequence the entry that closed it; 0 while it is not closed
/// @param counted the last sealed count, empty when there is none or cash moved since
/// @param closing expected and counted cash at the close, empty until then
public record Shift(
        ShiftId id,
        State state,
        LocalDate businessDate,
        String openedBy,
        Instant openedAt,
        long firstSequence,
        long lastSequence,
        List<Cash> counted,
        List<Counted> closing) {
    public enum State {
        OPEN,
        COUNTED,
        CLOSED
    }

    public Shift {
        counted = List.copyOf(counted);
        closing = List.copyOf(closing);
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    public Shift counted(List<Cash> cash) {
        return new Shift(
                id, State.COUNTED, businessDate, openedBy, openedAt, firstSequence, lastSequence, cash, closing);
    }

    /// Cash moved: a count that was sealed before says nothing any more.
    public Shift moved() {
        return state == State.COUNTED
                ? new Shift(
                        id,
                        State.OPEN,
                        businessDate,
                        openedBy,
                        openedAt,
                        firstSequence,
                        lastSequence,
                        List.of(),
                        closing)
                : this;
    }

    public Shift closed(List<Counted> counts, long sequence) {
        return new Shift(id, State.CLOSED, businessDate, openedBy, openedAt, firstSequence, sequence, counted, counts);
    }
}
