package org.countinghouse.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.search.Wanted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinderTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final Finder finder = Finder.of(station.desk, station.shop, Optional.empty());

    @BeforeEach
    void aDay() {
        open("dara");
        sell("dara", "iced-coffee", "1.50");
        count("51.50");
        order("dara", new Command.CloseShift(station.shop.till(), List.of(), "", false));
        open("dara");
        sell("dara", "croissant", "1.25");
        sell("maly", "iced-coffee", "1.50");
        sell("dara", "iced-tea", "0.75");
    }

    private void open(String employee) {
        order(
                employee,
                new Command.OpenShift(
                        station.shop.till(),
                        List.of(
                                Cash.of(station.money("50.00")),
                                Cash.of(station.shop.currencies().getLast().zero())),
                        Optional.empty()));
    }

    private void count(String cash) {
        order(
                "dara",
                new Command.CountTill(
                        station.shop.till(),
                        List.of(
                                Cash.of(station.money(cash)),
                                Cash.of(station.shop.currencies().getLast().zero()))));
    }

    private void sell(String employee, String item, String price) {
        var total = station.money(price);
        order(
                employee,
                new Command.Sell(
                        station.shop.till(),
                        total,
                        List.of(new SaleLine(item, 1, total)),
                        List.of(new Tendered(Tender.CASH, Cash.of(total))),
                        Optional.empty(),
                        ""));
    }

    private void order(String employee, Command command) {
        station.desk.perform(new Order(UUID.randomUUID(), employee, Optional.empty(), command));
    }

    private Standing standing(String employee) {
        var person = station.person(employee);
        return new Standing(
                person,
                station.desk.ask(books -> books.openShift(station.shop.till())),
                OfficePage.of(person),
                false,
                true,
                Language.ENGLISH,
                Theme.LIGHT);
    }

    private List<String> items(String employee, String typed) {
        return finder.find(Scope.of(standing(employee)), Wanted.terms(typed)).receipts().stream()
                .map(Entry::fact)
                .map(fact -> ((SaleMade) fact).lines().getFirst().item())
                .toList();
    }

    @Test
    void aCashierFindsTheirOwnReceiptsOfTheOpenShift() {
        assertThat(items("dara", "2026")).containsExactly("iced-tea", "croissant");
        assertThat(items("dara", "កាហ្វេ")).isEmpty();
    }

    @Test
    void aManagerFindsEverybodysByItemAmountAndPerson() {
        assertThat(items("maly", "កាហ្វេ")).containsExactly("iced-coffee", "iced-coffee");
        assertThat(items("maly", "coffee ម៉ាលី")).containsExactly("iced-coffee");
        assertThat(items("maly", "0.75")).containsExactly("iced-tea");
        assertThat(items("maly", "១.២៥")).containsExactly("croissant");
    }

    @Test
    void aKhmerWordTypedInAnotherOrderIsFound() {
        // The foot of ha after its vowel.
        assertThat(items("maly", "\u1780\u17B6\u17A0\u17C1\u17D2\u179C")).hasSize(2);
    }

    @Test
    void whoCountsBlindFindsNobodyElsesReceiptsOfAShiftThatIsStillToBeCounted() {
        grant("dara", Verb.READ_LEDGER);
        assertThat(items("dara", "2026")).containsExactly("iced-tea", "croissant", "iced-coffee");
        count("53.50");
        assertThat(items("dara", "2026")).hasSize(4);
    }

    @Test
    void shiftsAndPeopleAreFoundByWhoHasTheirPages() {
        var manager = finder.find(Scope.of(standing("maly")), Wanted.terms("តារា"));
        assertThat(manager.people())
                .singleElement()
                .satisfies(person -> assertThat(person.employee()).isEqualTo("dara"));
        assertThat(manager.shifts()).hasSize(2);
        var cashier = finder.find(Scope.of(standing("dara")), Wanted.terms("តារា"));
        assertThat(cashier.people()).isEmpty();
        assertThat(cashier.shifts()).isEmpty();
    }

    @Test
    void whatARoleMayNotDoIsAbsent() {
        assertThat(offered("dara"))
                .contains("safe-drop", "no-sale", "count", "lock", "x-report", "own-pin")
                .doesNotContain("office-people", "office-audit", "limits", "printer", "open-shift");
        assertThat(offered("maly"))
                .contains("office-people", "office-audit", "rates")
                .doesNotContain("printer");
        assertThat(offered("bopha")).contains("limits", "printer");
    }

    @Test
    void withoutAShiftItBeginsWithOpeningOne() {
        count("53.50");
        order("dara", new Command.CloseShift(station.shop.till(), List.of(), "", false));
        assertThat(offered("dara")).startsWith("open-shift").doesNotContain("safe-drop", "no-sale", "count", "leave");
    }

    private List<String> offered(String employee) {
        return Offers.of(standing(employee), Offers.everyLanguage()).stream()
                .map(Offer::id)
                .toList();
    }

    @Test
    void theNearestNameComesFirst() {
        var names = new ArrayList<>(Offers.of(standing("bopha"), Offers.everyLanguage()));
        names.removeIf(offer -> !offer.matches(List.of("re")));
        names.sort(java.util.Comparator.comparingInt(offer -> offer.distance(List.of("re"))));
        assertThat(names.getFirst().title()).startsWith("Re");
    }

    private void grant(String employee, Verb verb) {
        order("bopha", new Command.ChangePermission(employee, verb, true));
    }
}
