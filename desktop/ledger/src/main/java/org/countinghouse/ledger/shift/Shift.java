package org.countinghouse.ledger.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
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
    /// @param widest how far off the counts of who answers were, where one was: of each currency the most.
    ///     A sealed count tells what is expected; what was found before is not made good by another
    /// @param declared what other tenders were added up to at the last count
    /// @param handover to whom it is being handed over, and what was counted
    public record Life(
            String answerable,
            boolean parked,
            long counts,
            List<Money> widest,
            Optional<List<Tendered>> declared,
            Optional<Handover> handover) {
        public Life {
            widest = List.copyOf(widest);
        }

        static Life begin(String opener) {
            return new Life(opener, false, 0, List.of(), Optional.empty(), Optional.empty());
        }

        /// The same person goes on; what was counted says nothing any more.
        private Life uncounted(boolean nowParked) {
            return new Life(answerable, nowParked, 0, widest, Optional.empty(), Optional.empty());
        }

        private Life counted(List<Money> overShort, Optional<List<Tendered>> slips) {
            return new Life(answerable, parked, counts + 1, wider(overShort), slips, handover);
        }

        private List<Money> wider(List<Money> overShort) {
            var byCurrency = new LinkedHashMap<Currency, Money>();
            Stream.concat(widest.stream(), overShort.stream())
                    .filter(difference -> !difference.isZero())
                    .forEach(difference -> byCurrency.merge(
                            difference.currency(),
                            difference,
                            (one, other) -> one.absolute().compareTo(other.absolute()) >= 0 ? one : other));
            return List.copyOf(byCurrency.values());
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

    /// @param overShort how far off the count is, of each currency
    public Shift counted(List<Cash> cash, List<Money> overShort, Optional<List<Tendered>> declared) {
        return with(State.COUNTED, cash, life.counted(overShort, declared));
    }

    /// Cash moved: a count that was sealed before says nothing any more.
    public Shift moved() {
        return state == State.COUNTED ? with(State.OPEN, List.of(), life.uncounted(life.parked)) : this;
    }

    public Shift suspended() {
        return with(State.SUSPENDED, counted, life);
    }

    public Shift resumed() {
        return with(counted.isEmpty() ? State.OPEN : State.COUNTED, counted, life);
    }

    public Shift parked() {
        return with(State.PARKED, List.of(), life.uncounted(true));
    }

    public Shift handedOver(String to, List<Cash> sent) {
        return with(
                State.HANDED_OVER,
                List.of(),
                new Life(life.answerable, false, 0, List.of(), Optional.empty(), Optional.of(new Handover(to, sent))));
    }

    public Shift received(String by) {
        return with(State.OPEN, List.of(), Life.begin(by));
    }

    public Shift closed(List<Counted> counts, long sequence) {
        return new Shift(
                id, State.CLOSED, businessDate, openedBy, openedAt, firstSequence, sequence, counted, counts, life);
    }

    private Shift with(State now, List<Cash> cash, Life next) {
        return new Shift(id, now, businessDate, openedBy, openedAt, firstSequence, lastSequence, cash, closing, next);
    }
}
