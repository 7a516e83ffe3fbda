package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.junit.jupiter.api.Test;

class EntriesViewModelTest {
    private final SampleStation station = SampleStation.bakery();
    private final EntriesViewModel model =
            new EntriesViewModel(station.session("maly"), new TodaysEntries(station.desk), SampleStation.atOnce());

    @Test
    void whatIsWrittenAppearsOnTop() {
        trade();
        var newest = model.rows().getFirst();
        assertThat(newest.kind()).isEqualTo("Paid-out");
        assertThat(newest.detail()).isEqualTo("Milk \u00b7 two crates");
        assertThat(newest.amount()).isEqualTo("\u221212.00 GBP");
        assertThat(newest.who()).isEqualTo("dara");
    }

    @Test
    void theFilterKeepsLinesThatHaveEveryWord() {
        trade();
        model.filterProperty().set("milk paid");
        assertThat(model.rows()).hasSize(1);
        model.filterProperty().set("");
        assertThat(model.rows()).hasSameSizeAs(station.desk.entries(0, 100));
        model.filterProperty().set("nothing like it");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aClosedTableIsToldNothingMore() {
        int rows = model.rows().size();
        model.close();
        trade();
        assertThat(model.rows()).hasSize(rows);
    }

    private void trade() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        station.order(new Command.PayOut(station.shop.till(), Cash.of(station.money("12.00")), "milk", "two crates"));
    }
}
