package org.countinghouse.store.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.store.TestShop;

/// The orders of a shop that never stops trading: order 7 is the same whoever gives it and however often. A day is
/// an opening, sales, a count, and a close with its Z.
final class Orders {
    static final int DAY = 25;

    private static final long FIRST_HALF = 0x0192f0c87b1a7000L;
    private static final long MARKED = 0x9000_0000_0000_0000L;
    private static final long MARK = 0xf000_0000_0000_0000L;
    private static final int FACTS_BITS = 4;
    private static final Money FLOAT = TestShop.gbp("100.00");

    private Orders() {}

    static UUID id(long order) {
        return new UUID(FIRST_HALF, MARKED | order << FACTS_BITS);
    }

    /// An id that is wrong to use: whoever tries an order again must know the first one's id.
    static UUID anotherId(long order, long salt) {
        return new UUID(FIRST_HALF + (salt << 16), id(order).getLeastSignificantBits());
    }

    /// The order an entry's id belongs to; empty for what the shop wrote by itself, and for the further facts of an
    /// order.
    static OptionalLong order(UUID id) {
        long low = id.getLeastSignificantBits();
        boolean first = (low & MARK) == MARKED && (low & (1L << FACTS_BITS) - 1) == 0;
        return first ? OptionalLong.of((low & ~MARK) >>> FACTS_BITS) : OptionalLong.empty();
    }

    /// @param books as the orders before left them
    static Command command(long order, Books books) {
        return switch ((int) (order % DAY)) {
            case 0 -> new Command.OpenShift(TestShop.TILL, List.of(Cash.of(FLOAT)), Optional.empty());
            case DAY - 2 -> new Command.CountTill(TestShop.TILL, List.of(Cash.of(held(books))));
            case DAY - 1 ->
                new Command.CloseShift(
                        TestShop.TILL, List.of(Cash.of(held(books).minus(FLOAT))), "bag-1", true);
            default -> sale(order);
        };
    }

    private static Money held(Books books) {
        return books.balance(Account.till(TestShop.TILL), TestShop.GBP);
    }

    private static Command sale(long order) {
        Money total = TestShop.GBP.of(10 * (1 + order * 7 % 49));
        return new Command.Sell(
                TestShop.TILL,
                total,
                List.of(),
                List.of(new Tendered(Tender.CASH, Cash.of(Pieces.of(TestShop.GBP, Map.of(500L, 1L))))),
                Optional.of(Pieces.largestFirst(TestShop.gbp("5.00").minus(total))),
                "order " + order);
    }
}
