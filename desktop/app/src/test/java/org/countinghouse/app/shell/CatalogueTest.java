package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

/// The shop file's items with the ledger's newest over them, on a real ledger's rules.
class CatalogueTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final Session session = station.session("maly");

    private ItemSet tea(String price, boolean onSale) {
        return new ItemSet(
                "iced-tea",
                List.of(new ItemSet.Name("en", "Iced tea"), new ItemSet.Name("km", "តែទឹកកក")),
                List.of(station.money(price)),
                onSale);
    }

    private void set(ItemSet item) {
        station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), new Command.SetItem(item)));
    }

    private Optional<Money> price(Catalogue catalogue) {
        return catalogue.find("iced-tea").flatMap(each -> each.item().price(station.shop.mainCurrency()));
    }

    /// What is claimed of an overlay, so that a wrong one can be put to it.
    private void theNewestOf(UnaryOperator<List<ItemSet>> order) {
        var set = List.of(tea("0.80", true), tea("0.90", true), tea("0.85", true));
        assertThat(price(Catalogue.of(station.shop.items()).with(order.apply(set))))
                .contains(station.money("0.85"));
    }

    @Test
    void theNewestPriceHolds() {
        theNewestOf(UnaryOperator.identity());
    }

    @Test
    void anOverlayThatTakesTheOldestPriceFailsThatTest() {
        assertThatThrownBy(() -> theNewestOf(List::reversed)).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatTheFileSaysHoldsUntilTheLedgerSaysOtherwise() {
        Catalogue.follow(session, station.desk, SampleStation.atOnce());
        assertThat(price(session.catalogue())).contains(station.money("0.75"));
        assertThat(session.catalogue().onSale()).isEqualTo(station.shop.items());
    }

    @Test
    void whatIsSetShowsAtOnceAndAfterARestart() {
        Catalogue.follow(session, station.desk, SampleStation.atOnce());
        set(tea("0.80", true));
        assertThat(price(session.catalogue())).contains(station.money("0.80"));
        set(tea("0.85", true));
        assertThat(price(session.catalogue())).contains(station.money("0.85"));
        var later = station.session("dara");
        Catalogue.follow(later, station.desk, SampleStation.atOnce());
        assertThat(later.catalogue()).isEqualTo(session.catalogue());
        assertThat(station.desk.ask(Books::items)).hasSize(1);
    }

    @Test
    void anItemKeepsItsPlaceAndANewOneComesLast() {
        Catalogue.follow(session, station.desk, SampleStation.atOnce());
        set(tea("0.80", true));
        set(new ItemSet(
                "fried-egg", List.of(new ItemSet.Name("en", "Fried egg")), List.of(station.money("0.50")), true));
        var words = session.catalogue().onSale().stream().map(Shop.Item::item).toList();
        assertThat(words.subList(0, words.size() - 1))
                .containsExactlyElementsOf(
                        station.shop.items().stream().map(Shop.Item::item).toList());
        assertThat(words).last().isEqualTo("fried-egg");
    }

    @Test
    void whatIsWithdrawnIsNotOfferedAndKeepsItsNameInOldEntries() {
        Catalogue.follow(session, station.desk, SampleStation.atOnce());
        set(tea("0.75", false));
        assertThat(session.catalogue().onSale()).extracting(Shop.Item::item).doesNotContain("iced-tea");
        assertThat(session.catalogue().find("iced-tea").orElseThrow().item().name(Language.KHMER))
                .isEqualTo("តែទឹកកក");
        set(tea("0.75", true));
        assertThat(session.catalogue().onSale()).extracting(Shop.Item::item).contains("iced-tea");
    }

    @Test
    void aLanguageWithoutANameShowsTheEnglishOneAndThenTheWord() {
        var english = new ItemSet("egg", List.of(new ItemSet.Name("en", "Egg")), List.of(), false);
        var none = new ItemSet("salt", List.of(), List.of(), false);
        var catalogue = new Catalogue(List.of()).with(List.of(english, none));
        assertThat(catalogue.find("egg").orElseThrow().item().name(Language.KHMER))
                .isEqualTo("Egg");
        assertThat(catalogue.find("salt").orElseThrow().item().name(Language.KHMER))
                .isEqualTo("salt");
    }
}
