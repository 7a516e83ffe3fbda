package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.backoffice.TodayViewModel.Card;
import org.countinghouse.app.backoffice.TodaysShop.Level;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.junit.jupiter.api.Test;

class TodayViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private final Session session = station.session("maly");

    @Test
    void everyPlaceHasACardWithItsCashAndWhoAnswersForIt() {
        trade();
        var model = model();
        assertThat(model.cardsProperty().get())
                .extracting(Card::title)
                .containsExactlyInAnyOrder("Till 1", "Till 2", "Safe");
        var till = model.cardsProperty().get().getFirst();
        assertThat(till.cash()).containsExactly(station.money("88.00"));
        assertThat(till.who())
                .contains(station.person("dara").name())
                .contains("open since")
                .doesNotContain("{");
        assertThat(model.cardsProperty().get().get(1).who()).isEqualTo("No open shift");
    }

    @Test
    void theLineOfTheDayEndsWithWhatIsInTheTill() {
        trade();
        assertThat(model().levelsProperty().get())
                .extracting(Level::cash)
                .extracting(Money::decimal)
                .containsExactly("100.00", "88.00");
        assertThat(model().sheet().shown()).hasSize(2);
    }

    @Test
    void anEntryShowsAtOnce() {
        trade();
        var model = model();
        station.order(new Command.PayOut(station.shop.till(), Cash.of(station.money("8.00")), "milk", ""));
        assertThat(model.cardsProperty().get().getFirst().cash()).containsExactly(station.money("80.00"));
    }

    @Test
    void aBagUnderWayAndALongShiftAskForALook() {
        trade();
        station.order(new Command.SendBag(
                "17", Account.till(station.shop.till()), Account.SAFE, List.of(Cash.of(station.money("20.00"))), ""));
        station.desk.waitSeconds(17 * 3600);
        assertThat(model().alarmsProperty().get())
                .extracting(Notice::key)
                .containsExactly("backoffice.today.longShift", "backoffice.today.bag");
    }

    private TodayViewModel model() {
        return new TodayViewModel(
                session, new TodaysShop(station.desk, station.shop), SampleStation.atOnce(), station.desk::now);
    }

    private void trade() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        station.order(new Command.PayOut(station.shop.till(), Cash.of(station.money("12.00")), "milk", ""));
    }
}
