package org.countinghouse.app.till;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.SampleShop;

/// A till with an open shift and a drawer.
final class TillFixture {
    final SampleStation station;
    final Session session;
    final PretendDrawer drawer = new PretendDrawer();
    final Trade trade;
    final TillViewModel till;

    /// Work that waits until it is told to go on.
    final List<Runnable> waiting = new ArrayList<>();

    /// @param atOnce whether work is done at once, or only when the test lets it go on
    TillFixture(boolean atOnce) {
        this(SampleStation.bakery(), atOnce);
        open(Pieces.largestFirst(station.money("100.00")));
    }

    private TillFixture(SampleStation station, boolean atOnce) {
        this.station = station;
        session = station.session("dara");
        trade = new Trade(station.desk, station.shop, Optional.of(drawer), station);
        till = new TillViewModel(
                session, trade, atOnce ? SampleStation.atOnce() : new Background(waiting::add, Runnable::run));
    }

    /// In Phnom Penh, before anybody has set a rate.
    static TillFixture withoutRate() {
        return new TillFixture(SampleStation.of(SampleShop.PHNOM_PENH), true);
    }

    /// In Phnom Penh: 1.00 USD is taken as 4100 KHR and given as 4000 KHR. There are no US coins in the till.
    static TillFixture inPhnomPenh(boolean atOnce) {
        var at = new TillFixture(SampleStation.of(SampleShop.PHNOM_PENH), atOnce);
        at.setRate("4100", "4000");
        at.open(
                at.usd(2000, 1, 1000, 2, 500, 4, 100, 20),
                at.khr(10000, 5, 5000, 4, 2000, 10, 1000, 10, 500, 6, 100, 20));
        return at;
    }

    void setRate(String take, String give) {
        var manager = new Order(
                UUID.randomUUID(),
                "maly",
                Optional.empty(),
                new Command.SetRate(new RateSet(
                        station.money("1.00"), riel(take), riel(give), riel("4050"), "National Bank of Cambodia")));
        station.desk.perform(manager);
    }

    void open(Pieces... counted) {
        station.order(new Command.OpenShift(
                station.shop.till(), Stream.of(counted).map(Cash::of).toList(), Optional.empty()));
    }

    Currency dollar() {
        return station.shop.mainCurrency();
    }

    Currency riel() {
        return station.shop.currencies().getLast();
    }

    Money riel(String amount) {
        return Money.parse(amount, riel());
    }

    /// @param counts face values in minor units, each followed by how many
    Pieces usd(long... counts) {
        return pieces(dollar(), counts);
    }

    Pieces khr(long... counts) {
        return pieces(riel(), counts);
    }

    private static Pieces pieces(Currency currency, long... counts) {
        var all = new HashMap<Long, Long>();
        for (int at = 0; at < counts.length; at += 2) {
            all.put(counts[at], counts[at + 1]);
        }
        return Pieces.of(currency, all);
    }

    /// Rings up an amount and goes on to the payment.
    void ring(String amount) {
        type(amount);
        till.enter();
    }

    Due due() {
        return till.paymentProperty().get().orElseThrow().due();
    }

    Receipt last() {
        return till.lastProperty().get().orElseThrow();
    }

    void goOn() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    void type(String keys) {
        keys.chars().forEach(key -> till.press((char) key));
    }

    Shop.Item item(String word) {
        return station.shop.items().stream()
                .filter(item -> item.item().equals(word))
                .findFirst()
                .orElseThrow();
    }

    List<SaleMade> sales() {
        return station.desk.facts(SaleMade.class);
    }
}
