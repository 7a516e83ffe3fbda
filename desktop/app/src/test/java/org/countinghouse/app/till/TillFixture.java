package org.countinghouse.app.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleMade;

/// A till with an open shift and a drawer.
final class TillFixture {
    final SampleStation station = SampleStation.bakery();
    final Session session = station.session("dara");
    final PretendDrawer drawer = new PretendDrawer();
    final Trade trade = new Trade(station.desk, station.shop, Optional.of(drawer), station);
    final TillViewModel till;

    /// Work that waits until it is told to go on.
    final List<Runnable> waiting = new ArrayList<>();

    /// @param atOnce whether work is done at once, or only when the test lets it go on
    TillFixture(boolean atOnce) {
        var background = atOnce ? SampleStation.atOnce() : new Background(waiting::add, Runnable::run);
        till = new TillViewModel(session, trade, background);
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(Pieces.largestFirst(station.money("100.00")))), Optional.empty()));
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
