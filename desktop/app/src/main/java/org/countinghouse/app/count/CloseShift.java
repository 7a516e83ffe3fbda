package org.countinghouse.app.count;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.Declared;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftParked;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;

/// Counting this station's till, or a parked shift's tray, and closing its shift.
public final class CloseShift {
    /// More entries than a shift has after a count was begun.
    private static final int FAR = 100_000;

    private static final List<Tender> ON_SLIPS = List.of(Tender.CARD, Tender.MOBILE_MONEY, Tender.VOUCHER);

    private final Desk desk;
    private final Shop shop;
    private final Papers papers;

    public CloseShift(Desk desk, Shop shop, Papers papers) {
        this.desk = desk;
        this.shop = shop;
        this.papers = papers;
    }

    /// What a person counting may know: nothing of it follows from what is expected.
    ///
    /// @param counts how often it was counted since cash last moved
    /// @param most how often it may be, without a second person
    /// @param after the last entry of the books
    /// @param reasons the shop's reasons for an over or short; none are asked where there are none
    /// @param slips what was paid by other tenders, without how much
    /// @param parked the shifts that wait to be counted
    /// @param sealed what the sealed count says, once there is one
    record Situation(
            ShiftId shift,
            long counts,
            long most,
            long after,
            List<Policy.Reason> reasons,
            List<Slips> slips,
            List<ShiftId> parked,
            Optional<Comparison> sealed) {}

    /// Slips of a tender to be added up.
    record Slips(Tender tender, Currency currency) {}

    /// A sealed count beside what the books expect.
    ///
    /// @param offBefore whether an earlier count of this shift was over or short
    record Comparison(List<Counted> cash, List<Declared> slips, boolean offBefore) {
        static final Comparison NONE = new Comparison(List.of(), List.of(), false);

        boolean isOff() {
            return offBefore
                    || cash.stream().anyMatch(count -> !count.overShort().isZero())
                    || slips.stream().anyMatch(slip -> !slip.overShort().isZero());
        }
    }

    /// @param parked the parked shift to count; empty for the one that has the till
    Optional<Situation> situation(Optional<ShiftId> parked) {
        return desk.ask(books -> shift(books, parked).map(shift -> situation(books, shift)));
    }

    private Optional<Shift> shift(Books books, Optional<ShiftId> parked) {
        return parked.map(books::find)
                .orElseGet(() -> books.openShift(shop.till()))
                .filter(Predicate.not(Shift::isClosed));
    }

    private Situation situation(Books books, Shift shift) {
        return new Situation(
                shift.id(),
                shift.life().counts(),
                books.policy().counts(),
                books.lastSequence(),
                reasons(books),
                slips(books, shift),
                waiting(books),
                shift.state() == Shift.State.COUNTED ? Optional.of(compared(books, shift)) : Optional.empty());
    }

    static List<Policy.Reason> reasons(Books books) {
        return books.policy().reasons().stream()
                .filter(reason -> reason.matter() == Matter.OVER_SHORT)
                .toList();
    }

    private List<ShiftId> waiting(Books books) {
        return books.unreported(shop.till()).stream()
                .filter(shift -> shift.life().parked() && !shift.isClosed())
                .map(Shift::id)
                .toList();
    }

    private List<Slips> slips(Books books, Shift shift) {
        return books.figures(shift.id()).tallies().stream()
                .filter(tally -> tally.line() == Line.TENDERED || tally.line() == Line.REFUNDED)
                .flatMap(tally -> ON_SLIPS.stream()
                        .filter(tender -> tender.word().equals(tally.tender()))
                        .flatMap(tender -> shop.currencies().stream()
                                .filter(currency -> currency.code().equals(tally.currency()))
                                .map(currency -> new Slips(tender, currency))))
                .distinct()
                .toList();
    }

    private static Comparison compared(Books books, Shift shift) {
        var cash = shift.counted().stream()
                .map(counted -> new Counted(books.expected(shift.id(), counted.currency()), counted))
                .toList();
        var slips = shift.life().declared().orElse(List.of()).stream()
                .map(slip -> new Declared(slip.tender(), taken(books, shift, slip), slip.amount()))
                .toList();
        return new Comparison(cash, slips, !shift.life().widest().isEmpty());
    }

    private static Money taken(Books books, Shift shift, Tendered slip) {
        var figures = books.figures(shift.id());
        var currency = slip.amount().currency();
        return figures.amount(Line.TENDERED, slip.tender(), currency)
                .minus(figures.amount(Line.REFUNDED, slip.tender(), currency));
    }

    /// Whether cash moved in a shift since an entry. That its tray was filled is no such move: the cash is the same.
    boolean movedSince(ShiftId shift, long after) {
        var places = List.of(Account.till(shop.till()), Account.tray(shift));
        return desk.entries(after, FAR).stream()
                .filter(entry -> entry.shift().filter(shift::equals).isPresent())
                .filter(entry -> !(entry.fact() instanceof ShiftParked))
                .flatMap(entry -> entry.fact().postings().stream())
                .anyMatch(posting -> places.contains(posting.account()));
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }

    Notice print(Entry entry, Language language) {
        return papers.slip(entry, language).notice();
    }
}
