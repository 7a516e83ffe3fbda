package org.countinghouse.app.shift;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;

/// Opening a shift on this station's till.
public final class OpenShift {
    private final Desk desk;
    private final Shop shop;

    public OpenShift(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
    }

    /// What the last counted close left in the till, in one currency.
    ///
    /// @param pieces the notes and coins of it, where they make up the amount
    record Left(Money amount, Optional<Pieces> pieces) {}

    /// @param before whether the till has been counted before
    /// @param left one for each of the shop's currencies, in their order
    /// @param next the shift that is opened
    /// @param recount whether the last close may be counted again
    /// @param parked the shifts that wait to be counted
    /// @param after the last entry of the books
    record LastClose(
            boolean before, List<Left> left, ShiftId next, boolean recount, List<ShiftId> parked, long after) {}

    LastClose lastClose() {
        return desk.ask(books -> new LastClose(
                books.till(shop.till()).shifts() > 0,
                shop.currencies().stream()
                        .map(currency -> left(books, currency))
                        .toList(),
                new ShiftId(shop.till(), books.till(shop.till()).shifts() + 1),
                books.till(shop.till())
                        .lastClose()
                        .filter(close -> close.recounts() < books.policy().counts())
                        .isPresent(),
                books.unreported(shop.till()).stream()
                        .filter(shift -> shift.life().parked() && !shift.isClosed())
                        .map(Shift::id)
                        .toList(),
                books.lastSequence()));
    }

    private Left left(Books books, Currency currency) {
        if (books.openShift(shop.till()).isPresent()) {
            // Between two shifts it is what was left; within one it would be what is expected.
            return new Left(currency.zero(), Optional.empty());
        }
        Money amount = books.balance(Account.till(shop.till()), currency);
        Pieces pieces = books.stock(Account.till(shop.till()), currency);
        boolean known = pieces.isHeld() && !pieces.isEmpty() && pieces.total().equals(amount);
        return new Left(amount, known ? Optional.of(pieces) : Optional.empty());
    }

    Answer open(Order order) {
        return desk.perform(order);
    }
}
