package org.countinghouse.ledger.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.Tendered;

/// The time somebody answers for a till.
///
/// @param firstSequence the entry that opened it
/// @param lastSequence the entry that closed it; 0 while it is not closed
/// @param counted the last sealed count, empty when there is none or cash moved since
/// @param closing expected and counted cash at the close, empty until then
/// @param life who answers for it now and what became of it between
public record Shift(
        ShiftId id,
        State state,
        LocalDate businessDate,
        String openedBy,
        Instant openedAt,
        long firstSequence,
        long lastSequence,
        List<Cash> counted,
        List<Counted> closing,
        Life life) {
    public enum State {
        OPEN,
        COUNTED,
        /// Nothing moves until it is resumed.
        SUSPENDED,
        /// Its cash is on the way to the next person.
        HANDED_OVER,
        /// Ended and not counted yet; its cash is in its tray.
        PARKED,
        CLOSED
    }

    /// @param answerable who answers for the till now
    /// @param parked whether its cash is in its tray
    /// @param counts how often the till was counted since cash last moved
    /// @param declared what other tenders were added up to at the last count
    /// @param handover to whom it is being handed over, and what was counted
    public record Life(
            String answerable,
            boolean parked,
            long counts,
            Optional<List<Tendered>> declared,
            Optional<Handover> handover) {
        static Life begin(String opener) {
            return new Life(opener, false, 0, Optional.empty(), Optional.empty());
        }
    }

    /// A till on its way from one person to the next.
    public record Handover(String to, List<Cash> sent) {
        public Handover {
            sent = List.copyOf(sent);
        }
    }

    public Shift {
        counted = List.copyOf(counted);
        closing = List.copyOf(closing);
    }

    public static Shift opened(ShiftId id, LocalDate businessDate, String by, Instant at, long sequence) {
        return new Shift(id, State.OPEN, businessDate, by, at, sequence, 0, List.of(), List.of(), Life.begin(by));
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /// Whether it has the till: a parked or closed one has given it up.
    public boolean hasTill() {
        return !isClosed() && !life.parked;
    }

    /// Whether cash may move in it.
    public boolean isTrading() {
        return hasTill() && (state == State.OPEN || state == State.COUNTED);
    }

    /// Where its cash is.
    public Account place() {
        return life.parked ? Account.tray(id) : Account.till(id.till());
    }

    public Shift counted(List<Cash> cash, Optional<List<Tendered>> declared) {
        return with(
                State.COUNTED, cash, new Life(life.answerable, life.parked, life.counts + 1, declared, life.handover));
    }

    /// Cash moved: a count that was sealed before says nothing any more.
    public Shift moved() {
        return state == State.COUNTED ? with(State.OPEN, List.of(), fresh(life.answerable, life.parked)) : this;
    }

    public Shift suspended() {
        return with(State.SUSPENDED, counted, life);
    }

    public Shift resumed() {
        return with(counted.isEmpty() ? State.OPEN : State.COUNTED, counted, life);
    }

    public Shift parked() {
        return with(State.PARKED, List.of(), fresh(life.answerable, true));
    }

    public Shift handedOver(String to, List<Cash> sent) {
        return with(
                State.HANDED_OVER,
                List.of(),
                new Life(life.answerable, false, 0, Optional.empty(), Optional.of(new Handover(to, sent))));
    }

    public Shift received(String by) {
        return with(State.OPEN, List.of(), fresh(by, false));
    }

    public Shift closed(List<Counted> counts, long sequence) {
        return new Shift(
                id, State.CLOSED, businessDate, openedBy, openedAt, firstSequence, sequence, counted, counts, life);
    }

    private static Life fresh(String answerable, boolean parked) {
        return new Life(answerable, parked, 0, Optional.empty(), Optional.empty());
    }

    private Shift with(State now, List<Cash> cash, Life next) {
        return new Shift(id, now, businessDate, openedBy, openedAt, firstSequence, lastSequence, cash, closing, next);
    }
}
