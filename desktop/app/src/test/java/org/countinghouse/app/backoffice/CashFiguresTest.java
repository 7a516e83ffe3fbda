package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.backoffice.CashFigures.Kind;
import org.countinghouse.app.backoffice.CashFigures.Supply;
import org.countinghouse.app.backoffice.HourlyFlow.Hour;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

/// Cash by the hour, and notes and coins beside what tomorrow needs, on a real ledger. The day begins at 09:14 on a
/// Saturday.
class CashFiguresTest {
    private static final LocalDate SATURDAY = LocalDate.parse("2026-11-21");

    private final SampleStation station = SampleStation.bakery();
    private final TillId till = station.shop.till();
    private final Currency gbp = station.shop.mainCurrency();

    private Money money(String amount) {
        return station.money(amount);
    }

    private Answer give(Command command) {
        var answer = station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), command));
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return answer;
    }

    private void open(String amount) {
        give(new Command.OpenShift(till, List.of(Cash.of(money(amount))), Optional.empty()));
    }

    private void sell(String total, String paid) {
        give(new Command.Sell(
                till, money(total), List.of(), List.of(Tendered.of(Tender.CASH, money(paid))), Optional.empty(), ""));
    }

    private void pass(Duration time) {
        station.desk.waitSeconds(time.toSeconds());
    }

    private CashFigures figures() {
        return new CashFigures(station.desk, station.shop);
    }

    private CashFigures.Flow flow(LocalDate from, LocalDate to) {
        return figures().flow(new Period(from, to), gbp);
    }

    private static List<String> told(List<Hour> hours) {
        return hours.stream()
                .map(hour -> hour.hour() + " +" + hour.in().decimal() + " -"
                        + hour.out().decimal())
                .toList();
    }

    @Test
    void aSaleComesInLessItsChangeAndCashPaidOutGoesOut() {
        open("100.00");
        sell("3.50", "20.00");
        pass(Duration.ofHours(2));
        sell("4.00", "4.00");
        give(new Command.PayOut(till, Cash.of(money("12.00")), "milk", ""));
        assertThat(told(flow(SATURDAY, SATURDAY).hours()))
                .containsExactly("9 +3.50 -0.00", "10 +0.00 -0.00", "11 +4.00 -12.00");
    }

    @Test
    void aFloatADropAndACountFlowNowhere() {
        open("100.00");
        give(new Command.DropToSafe(till, Cash.of(money("40.00")), "17"));
        give(new Command.LoanFloat(till, Cash.of(money("10.00")), ""));
        give(new Command.CountTill(till, List.of(Cash.of(money("69.00")))));
        give(new Command.CloseShift(till, List.of(), "", false));
        give(new Command.CountPlace(Account.SAFE, List.of(Cash.of(money("500.00"))), false, false));
        assertThat(flow(SATURDAY, SATURDAY).hours()).isEmpty();
    }

    @Test
    void cardMovesNoCashAndTheBankTakesIt() {
        open("100.00");
        give(new Command.Sell(
                till,
                money("7.00"),
                List.of(),
                List.of(Tendered.of(Tender.CARD, money("7.00"))),
                Optional.empty(),
                ""));
        give(new Command.DropToSafe(till, Cash.of(money("40.00")), "17"));
        give(new Command.DepositAtBank(Cash.of(money("30.00")), "4711"));
        assertThat(told(flow(SATURDAY, SATURDAY).hours())).containsExactly("9 +0.00 -30.00");
    }

    @Test
    void theHoursAddUpToWhatThePlacesHoldMoreOrLess() {
        give(new Command.CountPlace(Account.SAFE, List.of(Cash.of(money("300.00"))), true, false));
        open("100.00");
        sell("3.50", "20.00");
        give(new Command.PayIn(till, Cash.of(money("2.00")), "change-found", ""));
        pass(Duration.ofHours(1));
        sell("11.11", "11.11");
        give(new Command.PayOut(till, Cash.of(money("0.61")), "milk", ""));
        Money net = flow(SATURDAY, SATURDAY).hours().stream().map(Hour::net).reduce(gbp.zero(), Money::plus);
        assertThat(net).isEqualTo(money("16.00"));
        Money held = station.desk.ask(
                books -> books.balance(Account.SAFE, gbp).plus(books.balance(Account.till(till), gbp)));
        assertThat(held).isEqualTo(money("300.00").plus(net));
    }

    @Test
    void theNightBelongsToTheBusinessDateOfItsShift() {
        open("100.00");
        pass(Duration.ofHours(16));
        sell("5.00", "5.00");
        assertThat(told(flow(SATURDAY, SATURDAY).hours())).containsExactly("25 +5.00 -0.00");
        assertThat(flow(SATURDAY.plusDays(1), SATURDAY.plusDays(1)).hours()).isEmpty();
    }

    @Test
    void theClockIsTheShops() {
        open("100.00");
        sell("5.00", "5.00");
        var entries = station.desk.entries(0, 1_000);
        var flow = new HourlyFlow(gbp, ZoneId.of("Asia/Phnom_Penh"));
        entries.forEach(flow::add);
        assertThat(told(flow.hours())).containsExactly("16 +5.00 -0.00");
    }

    @Test
    void severalDaysAddUpHourByHour() {
        day(SATURDAY, 0);
        day(SATURDAY.plusDays(1), 0);
        assertThat(told(flow(SATURDAY, SATURDAY.plusDays(1)).hours())).containsExactly("10 +19.00 -0.00");
    }

    @Test
    void whatIsWrittenDownForAnEarlierDateHasNoHour() {
        day(SATURDAY, 0);
        give(new Command.TakeZ(till));
        pass(Duration.ofDays(4));
        give(new Command.RecordLate(
                till, SATURDAY, LateRecorded.What.PAID_OUT, money("3.00"), Tender.CASH, "milk", ""));
        assertThat(flow(SATURDAY, SATURDAY).late()).isEmpty();
        var flow = flow(SATURDAY, SATURDAY.plusDays(4));
        assertThat(told(flow.hours())).containsExactly("10 +9.50 -0.00");
        assertThat(flow.late().orElseThrow().out()).isEqualTo(money("3.00"));
    }

    @Test
    void currenciesAreNeverMixed() {
        var shop = SampleStation.of(SampleShop.PHNOM_PENH);
        var riel = shop.shop.currencies().get(1);
        shop.order(new Command.OpenShift(
                shop.shop.till(), List.of(Cash.of(shop.money("50.00")), Cash.of(riel.of(200_000))), Optional.empty()));
        shop.order(new Command.PayIn(shop.shop.till(), Cash.of(riel.of(8_000)), "change-found", ""));
        var figures = new CashFigures(shop.desk, shop.shop);
        var period = new Period(shop.desk.today(), shop.desk.today());
        assertThat(figures.flow(period, shop.shop.mainCurrency()).hours()).isEmpty();
        assertThat(figures.flow(period, riel).hours())
                .singleElement()
                .satisfies(hour -> assertThat(hour.in()).isEqualTo(riel.of(8_000)));
    }

    /// Trades on a date at ten: one sale of 9.50, and so many more whose change is a 20p coin each.
    private void day(LocalDate date, int coins) {
        Instant ten = date.atStartOfDay(station.shop.zone()).plusHours(10).toInstant();
        pass(Duration.between(station.desk.now(), ten));
        open("100.00");
        sale("9.50", Map.of(50L, 1L));
        for (int i = 0; i < coins; i++) {
            sale("9.80", Map.of(20L, 1L));
        }
        Money held = station.desk.ask(books -> books.balance(Account.till(till), gbp));
        give(new Command.CountTill(till, List.of(Cash.of(held))));
        give(new Command.CloseShift(till, List.of(), "", false));
    }

    private void sale(String total, Map<Long, Long> change) {
        give(new Command.Sell(
                till,
                money(total),
                List.of(),
                List.of(new Tendered(Tender.CASH, Cash.of(Pieces.of(gbp, Map.of(1000L, 1L))))),
                Optional.of(Pieces.of(gbp, change)),
                ""));
    }

    private Supply supply() {
        return figures().supplies().getFirst();
    }

    private long need(long face) {
        return supply().kinds().stream()
                .filter(kind -> kind.worth().minorUnits() == face)
                .mapToLong(Kind::need)
                .sum();
    }

    /// Sundays from the 22nd of November on, then the Saturday before the next.
    private void sundays(int... coins) {
        for (int week = 0; week < coins.length; week++) {
            day(LocalDate.parse("2026-11-22").plusWeeks(week), coins[week]);
        }
        Instant eve = LocalDate.parse("2026-11-22")
                .plusWeeks(coins.length)
                .minusDays(1)
                .atStartOfDay(station.shop.zone())
                .plusHours(12)
                .toInstant();
        pass(Duration.between(station.desk.now(), eve));
    }

    @Test
    void theNeedIsTheMedianOfTheSameWeekday() {
        sundays(2, 3, 4, 5, 6, 40);
        assertThat(supply().tomorrow()).isEqualTo(LocalDate.parse("2027-01-03"));
        assertThat(supply().days()).isEqualTo(6);
        // Between four and five: half a coin is a whole one. The feast day with forty moves it little.
        assertThat(need(20)).isEqualTo(5);
        assertThat(need(50)).isEqualTo(1);
        assertThat(need(100)).isZero();
    }

    @Test
    void onlySixWeeksCount() {
        sundays(40, 40, 40, 1, 1, 1, 1, 1, 1);
        assertThat(supply().days()).isEqualTo(6);
        assertThat(need(20)).isEqualTo(1);
    }

    @Test
    void anotherWeekdayDoesNotCountAndNothingIsKnownWithoutADay() {
        day(LocalDate.parse("2026-11-23"), 9);
        day(LocalDate.parse("2026-11-24"), 9);
        pass(Duration.ofDays(5));
        assertThat(supply().tomorrow()).isEqualTo(LocalDate.parse("2026-11-30"));
        assertThat(need(20)).isEqualTo(9);
        pass(Duration.ofDays(2));
        assertThat(supply().days()).isZero();
        assertThat(supply().isKnown()).isFalse();
    }

    @Test
    void changeNobodyToldInPiecesIsCounted() {
        Instant sunday = LocalDate.parse("2026-11-22")
                .atStartOfDay(station.shop.zone())
                .plusHours(10)
                .toInstant();
        pass(Duration.between(station.desk.now(), sunday));
        open("100.00");
        sell("9.50", "10.00");
        pass(Duration.ofDays(6));
        assertThat(supply().days()).isEqualTo(1);
        assertThat(supply().untold()).isEqualTo(1);
        assertThat(supply().isKnown()).isFalse();
    }

    @Test
    void onHandIsWhatIsKnownOneByOneAndTheRestIsNamed() {
        sundays(2, 2);
        give(new Command.CountPlace(
                Account.SAFE, List.of(Cash.of(Pieces.of(gbp, Map.of(20L, 30L, 50L, 4L)))), true, false));
        var supply = supply();
        assertThat(supply.unknown()).containsExactly(Account.till(till));
        assertThat(supply.kinds()).contains(new Kind(gbp.of(20), 30, 2), new Kind(gbp.of(50), 4, 1));
        assertThat(new Kind(gbp.of(20), 1, 5).missing()).isEqualTo(4);
        assertThat(new Kind(gbp.of(20), 9, 5).missing()).isZero();
    }

    private CashFiguresViewModel model(String employee) {
        return new CashFiguresViewModel(station.session(employee), figures(), SampleStation.atOnce());
    }

    @Test
    void whoCountsBlindSeesNoFiguresThoughTheyMayReadBalances() {
        open("100.00");
        sell("5.00", "5.00");
        give(new Command.ChangePermission("dara", Verb.READ_BALANCES, true));
        var blind = model("dara");
        assertThat(blind.maySee()).isFalse();
        blind.look();
        blind.refresh();
        assertThat(blind.flowProperty().get()).isEmpty();
        assertThat(blind.hours().shown()).isEmpty();
        assertThat(blind.suppliesProperty().get()).isEmpty();
        assertThat(model("maly").hours().shown()).hasSize(1);
    }

    @Test
    void aNewEntryShowsAndTheNightHasAPlus() {
        open("100.00");
        var model = model("maly");
        assertThat(model.hours().shown()).isEmpty();
        sell("5.00", "5.00");
        model.refresh();
        assertThat(model.hours().shown()).hasSize(1);
        assertThat(model.time(model.hours().shown().getFirst())).isEqualTo("09:00");
        assertThat(model.time(new Hour(25, gbp.zero(), gbp.zero()))).isEqualTo("+01:00");
    }

    @Test
    void datesThatAreNoneAreTold() {
        var model = model("maly");
        model.choice().fromProperty().set("yesterday");
        model.look();
        assertThat(model.noticeProperty().get().orElseThrow().key()).isEqualTo("backoffice.flow.noPeriod");
    }

    @Test
    void theSentenceSaysWhatIsCompared() {
        sundays(2, 3);
        var told = model("maly").supplySentence();
        assertThat(told)
                .contains("2026-12-06")
                .contains("2 of these days had sales")
                .contains("Till 1");
    }
}
