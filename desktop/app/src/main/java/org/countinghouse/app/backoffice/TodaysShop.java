package org.countinghouse.app.backoffice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.TillId;

/// How the shop stands now: where its cash is, who answers for it, and what somebody should look at.
public final class TodaysShop {
    /// No counter makes more entries in a day.
    private static final int MOST = 5_000;

    private final Desk desk;
    private final Shop shop;

    public TodaysShop(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
    }

    /// Where cash is.
    ///
    /// @param shift the shift that has the till, where it is one and somebody has it
    /// @param answers the name of whoever answers for it
    record Place(Account account, List<Money> cash, Optional<Shift> shift, String answers) {}

    /// The cash of this station's till from one moment to the next.
    record Level(Instant from, Money cash) {}

    /// @param levels of this station's till today, in the shop's main currency
    record Standing(List<Place> places, List<Transfer> bags, List<OpenIntent> open, List<Level> levels) {}

    Standing standing() {
        var levels = levels();
        return desk.ask(books -> new Standing(places(books), books.bags(), books.intents(), levels));
    }

    private List<Place> places(Books books) {
        var accounts = new ArrayList<Account>();
        books.shop()
                .map(ShopSetUp::tills)
                .orElse(List.of(shop.till()))
                .forEach(till -> accounts.add(Account.till(till)));
        books.balances().stream()
                .map(Balance::account)
                .filter(Account::isPlace)
                .distinct()
                .filter(account -> !accounts.contains(account))
                .forEach(accounts::add);
        return accounts.stream().map(account -> place(books, account)).toList();
    }

    private Place place(Books books, Account account) {
        var shift = account.till().flatMap(books::openShift);
        String answers = shift.map(each -> each.life().answerable())
                .map(employee -> books.person(employee).map(Person::name).orElse(employee))
                .orElse("");
        var cash = shop.currencies().stream()
                .map(currency -> books.balance(account, currency))
                .toList();
        return new Place(account, cash, shift, answers);
    }

    /// Backwards from what is there now: whatever came before today is in it.
    private List<Level> levels() {
        TillId till = shop.till();
        Currency currency = shop.mainCurrency();
        var today = desk.today();
        long last = desk.ask(Books::lastSequence);
        Money now = desk.ask(books -> books.balance(Account.till(till), currency));
        var levels = new ArrayList<Level>();
        for (Entry entry : desk.entries(Math.max(0, last - MOST), MOST).reversed()) {
            Money moved = moved(entry, till, currency);
            if (entry.businessDate().equals(today) && !moved.isZero()) {
                levels.addFirst(new Level(entry.recordedAt(), now));
                now = now.minus(moved);
            }
        }
        return levels;
    }

    private static Money moved(Entry entry, TillId till, Currency currency) {
        return entry.fact().postings().stream()
                .filter(posting -> posting.account().equals(Account.till(till))
                        && posting.amount().currency().equals(currency))
                .map(posting -> posting.amount())
                .reduce(currency.zero(), Money::plus);
    }

    Optional<Money> dropLimit() {
        return shop.limits().safeDrop(shop.mainCurrency());
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }
}
