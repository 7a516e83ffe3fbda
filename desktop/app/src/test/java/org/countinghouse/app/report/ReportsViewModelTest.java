package org.countinghouse.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsViewModelTest {
    private final SampleStation station = SampleStation.bakery();

    @BeforeEach
    void trade() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        sell("12.30", Tender.CASH);
        sell("7.40", Tender.CARD);
    }

    @Test
    void aManagerReadsWhatIsExpected() {
        var model = model("maly");
        assertThat(model.hiddenProperty().get()).isFalse();
        assertThat(amounts(model)).contains("112.30", "19.70", "7.40");
    }

    @Test
    void aCashierReadsNothingThatTellsTheCashBeforeTheCount() {
        var model = model("dara");
        assertThat(model.hiddenProperty().get()).isTrue();
        assertThat(amounts(model)).contains("7.40").doesNotContain("112.30", "12.30", "19.70");
    }

    @Test
    void onceTheCountIsSealedTheCashierReadsItToo() {
        station.order(new Command.CountTill(station.shop.till(), List.of(Cash.of(station.money("112.30")))));
        var model = model("dara");
        assertThat(model.hiddenProperty().get()).isFalse();
        assertThat(amounts(model)).contains("112.30");
    }

    @Test
    void theLastZIsShownAsItWasFrozen() {
        assertThat(model("maly").lastZProperty().get()).isEmpty();
        station.order(new Command.CountTill(station.shop.till(), List.of(Cash.of(station.money("112.00")))));
        station.order(new Command.CloseShift(station.shop.till(), List.of(), "", true));
        var model = model("maly");
        assertThat(model.lastZProperty().get()).isPresent();
        assertThat(model.x()).isEmpty();
        assertThat(model.z())
                .filteredOn(ReportRow::sign)
                .extracting(row -> row.amount().orElseThrow())
                .containsExactly(station.money("-0.30"));
        model.printZ();
        assertThat(station.printed).hasSize(1);
    }

    private void sell(String amount, Tender tender) {
        station.order(new Command.Sell(
                station.shop.till(),
                station.money(amount),
                List.of(),
                List.of(Tendered.of(tender, station.money(amount))),
                Optional.empty(),
                ""));
    }

    private ReportsViewModel model(String employee) {
        return new ReportsViewModel(
                station.session(employee), new Reports(station.desk, station.shop, station), SampleStation.atOnce());
    }

    private static List<String> amounts(ReportsViewModel model) {
        return model.x().stream()
                .flatMap(row -> row.amount().stream())
                .map(Amounts::text)
                .toList();
    }
}
