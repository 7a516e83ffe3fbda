package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.Test;

class ShiftsViewModelTest {
    private final SampleStation station = SampleStation.bakery();

    private ShiftsViewModel model(String employee) {
        return new ShiftsViewModel(
                station.session(employee), new ShopShifts(station.desk, station.shop), SampleStation.atOnce());
    }

    private String manager() {
        return station.desk.ask(books -> books.people().stream()
                .filter(person -> person.may(Verb.READ_EXPECTED) && person.may(Verb.APPROVE_OVER_SHORT))
                .findFirst()
                .orElseThrow()
                .employee());
    }

    private void shift(String open, String counted) {
        open(open);
        station.order(new Command.CountTill(station.shop.till(), List.of(Cash.of(station.money(counted)))));
        station.order(new Command.CloseShift(station.shop.till(), List.of(), "", false));
    }

    private void open(String cash) {
        station.order(
                new Command.OpenShift(station.shop.till(), List.of(Cash.of(station.money(cash))), Optional.empty()));
    }

    private void sell(String total) {
        var money = station.money(total);
        station.order(new Command.Sell(
                station.shop.till(),
                money,
                List.of(),
                List.of(new Tendered(Tender.CASH, Cash.of(money))),
                Optional.empty(),
                ""));
    }

    @Test
    void aClosedShiftTellsWhatItsEntriesTell() {
        shift("100.00", "98.00");
        var model = model(manager());
        var row = model.sheet().shown().getFirst();
        assertThat(row.story().shift()).hasToString("1-1");
        assertThat(row.expected()).containsExactly(station.money("100.00"));
        assertThat(row.counted()).containsExactly(station.money("98.00"));
        assertThat(row.overShort()).containsExactly(station.money("-2.00"));
        assertThat(row.state()).isEqualTo("Closed");
        assertThat(column(model, "overShort", row)).isEqualTo("short \u22122.00 GBP");
    }

    private static String column(ShiftsViewModel model, String id, ShiftRow row) {
        return model.sheet().columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text()
                .apply(row);
    }

    @Test
    void anOpenShiftShowsNothingExpectedToWhoMayNotReadIt() {
        open("77.00");
        var row = model("dara").sheet().shown().getFirst();
        assertThat(row.expected()).isEmpty();
        assertThat(row.counted()).isEmpty();
        assertThat(row.toString()).doesNotContain("77");
        assertThat(row.said()).isNotEmpty();
    }

    @Test
    void anOpenShiftShowsWhatIsExpectedToAManager() {
        open("77.00");
        var row = model(manager()).sheet().shown().getFirst();
        assertThat(row.expected()).containsExactly(station.money("77.00"));
        assertThat(row.overShort()).isEmpty();
        assertThat(row.closedAt()).isEmpty();
    }

    @Test
    void theMedianOfACashiersClosesIsShown() {
        shift("100.00", "98.00");
        shift("98.00", "98.00");
        shift("98.00", "97.00");
        var model = model(manager());
        var dara = model.cashiersProperty().get().getFirst();
        assertThat(dara.closes()).containsExactly(-200L, 0L, -100L);
        assertThat(dara.median()).contains(-100L);
        assertThat(CashierRow.closesBand(model.cashiersProperty().get())).contains(new Medians.Band(-150, -100, -50));
        assertThat(model.overShortSheet().size()).isEqualTo(1);
    }

    @Test
    void noSalesAreToldPerHundredSales() {
        open("100.00");
        for (int sale = 0; sale < 8; sale++) {
            sell("3.00");
        }
        station.order(new Command.OpenDrawer(station.shop.till(), "change"));
        var dara = model(manager()).cashiersProperty().get().getFirst();
        assertThat(dara.sales()).isEqualTo(8);
        assertThat(dara.tenths()).contains(125L);
        assertThat(ShiftsViewModel.tenths(125)).isEqualTo("12.5");
    }

    @Test
    void aChosenShiftShowsItsEntriesAndNoOthers() {
        shift("100.00", "100.00");
        open("100.00");
        sell("3.00");
        var model = model(manager());
        model.choose(Optional.of(model.sheet().shown().getFirst()));
        assertThat(model.entries().shown())
                .isNotEmpty()
                .allMatch(row -> row.shift().equals("1-1"));
        model.choose(Optional.of(model.sheet().shown().getLast()));
        assertThat(model.entries().shown())
                .hasSize(2)
                .allMatch(row -> row.shift().equals("1-2"));
    }

    @Test
    void aShiftCountedAgainSaysSo() {
        shift("100.00", "100.00");
        station.desk.perform(new Order(
                UUID.randomUUID(),
                manager(),
                Optional.empty(),
                new Command.Recount(station.shop.till(), List.of(Cash.of(station.money("99.00"))), "found", "")));
        assertThat(model(manager()).sheet().shown().getFirst().state()).isEqualTo("Closed, counted again");
    }
}
