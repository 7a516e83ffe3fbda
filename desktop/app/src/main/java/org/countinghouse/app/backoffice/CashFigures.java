package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.app.backoffice.HourlyFlow.Hour;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// What the pictures of the page Today are made of. Waits for the disk: never call it on the screen thread.
public final class CashFigures {
    private final Desk desk;
    private final Shop shop;
    private final LedgerPages pages;

    public CashFigures(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
        this.pages = new LedgerPages(desk, shop.zone());
    }

    /// @param late what was written down for an earlier date
    record Flow(Currency currency, List<Hour> hours, Optional<Hour> late) {}

    /// One kind of note or coin.
    ///
    /// @param worth of one piece
    record Kind(Money worth, long onHand, long need) {
        long missing() {
            return Math.max(0, need - onHand);
        }
    }

    /// What there is beside what tomorrow needs.
    ///
    /// @param days of the weeks before that had sales
    /// @param untold so many times the pieces of the change are not known
    /// @param unknown places whose notes and coins the books do not know one by one
    record Supply(
            Currency currency, LocalDate tomorrow, int days, long untold, List<Account> unknown, List<Kind> kinds) {
        /// Whether there is anything to compare with.
        boolean isKnown() {
            return kinds.stream().anyMatch(kind -> kind.need() > 0);
        }
    }

    LocalDate today() {
        return desk.today();
    }

    Flow flow(Period period, Currency currency) {
        var flow = new HourlyFlow(currency, shop.zone());
        pages.read(period, 0, page -> {
            page.entries().forEach(flow::add);
            return true;
        });
        return new Flow(currency, flow.hours(), flow.late());
    }

    List<Supply> supplies() {
        LocalDate tomorrow = desk.today().plusDays(1);
        var needs = shop.currencies().stream()
                .map(currency -> new ChangeNeed(currency, tomorrow))
                .toList();
        pages.read(needs.getFirst().period(), 0, page -> {
            page.entries().forEach(entry -> needs.forEach(need -> need.add(entry)));
            return true;
        });
        var supplies = new ArrayList<Supply>();
        for (int at = 0; at < needs.size(); at++) {
            supplies.add(supply(shop.currencies().get(at), tomorrow, needs.get(at)));
        }
        return supplies;
    }

    private Supply supply(Currency currency, LocalDate tomorrow, ChangeNeed need) {
        return desk.ask(books -> {
            var unknown = new ArrayList<Account>();
            var known = new ArrayList<Pieces>();
            places(books).forEach(place -> {
                Pieces lying = books.stock(place, currency);
                boolean told = lying.isEmpty() || lying.isHeld();
                if (told && lying.total().equals(books.balance(place, currency))) {
                    known.add(lying);
                } else {
                    unknown.add(place);
                }
            });
            var kinds = currency.denominations().stream()
                    .map(each -> kind(currency, each, known, need))
                    .filter(kind -> kind.onHand() > 0 || kind.need() > 0)
                    .sorted((one, other) -> other.worth().compareTo(one.worth()))
                    .toList();
            return new Supply(currency, tomorrow, need.days(), need.untold(), List.copyOf(unknown), kinds);
        });
    }

    private static Kind kind(Currency currency, Denomination denomination, List<Pieces> known, ChangeNeed need) {
        long face = denomination.minorUnits();
        long onHand = known.stream().mapToLong(pieces -> pieces.count(face)).reduce(0, Math::addExact);
        return new Kind(currency.of(face), onHand, need.pieces(currency.of(face)));
    }

    private Stream<Account> places(Books books) {
        var tills = books.shop().map(ShopSetUp::tills).orElse(List.of(shop.till())).stream()
                .map(Account::till);
        var others = books.balances().stream().map(Balance::account).filter(Account::isPlace);
        return Stream.concat(tills, others).distinct();
    }
}
