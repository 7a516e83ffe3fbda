package org.countinghouse.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.catalogue.CatalogueViewModel.Panel;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

/// A manager changes what the shop sells, on the real rules.
class CatalogueViewModelTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final Session session = station.session("maly");
    private final Currency usd = station.shop.mainCurrency();
    private final Currency khr = station.shop.currencies().get(1);
    private final CatalogueViewModel model = open(SampleStation.atOnce());

    private CatalogueViewModel open(Background background) {
        Catalogue.follow(session, station.desk, SampleStation.atOnce());
        return new CatalogueViewModel(session, new ShopCatalogue(station.desk, station.shop), background);
    }

    private void edit(String word) {
        model.choose(row(word));
    }

    private ItemRow row(String word) {
        return model.sheet().shown().stream()
                .filter(row -> row.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private void price(String word, String price) {
        edit(word);
        model.draft().prices().get(usd).set(price);
        model.take();
    }

    private void somebodySets(String word, String price) {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                "bopha",
                Optional.empty(),
                new Command.SetItem(new ItemSet(
                        word, List.of(new ItemSet.Name("en", "Iced tea")), List.of(Money.parse(price, usd)), true))));
    }

    private List<ItemSet> written() {
        return station.desk.facts(ItemSet.class);
    }

    @Test
    void changesAreToldInSentencesBeforeAnythingIsWritten() {
        price("butter-cake", "1.20");
        edit("iced-tea");
        model.draft().names().get(Language.ENGLISH).set("Iced lemon tea");
        model.draft().prices().get(khr).set("");
        model.take();
        edit("num-kong");
        model.draft().onSaleProperty().set(false);
        model.take();
        model.review();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.REVIEW);
        assertThat(model.sentences())
                .containsExactly(
                        "Butter cake: price 1.00 → 1.20 USD.",
                        "Iced tea: the name in English becomes “Iced lemon tea”.",
                        "Iced tea: not sold for 3,000 KHR any more.",
                        "Num kong is withdrawn: the till offers it no more.");
        assertThat(model.warnings()).isEmpty();
        assertThat(written()).isEmpty();
    }

    @Test
    void eachItemIsWrittenByAnOrderOfItsOwn() {
        price("butter-cake", "1.20");
        price("croissant", "1.30");
        model.review();
        model.write();
        assertThat(written()).extracting(ItemSet::item).containsExactly("butter-cake", "croissant");
        assertThat(written().getFirst().prices()).containsExactly(Money.parse("1.20", usd), Money.parse("4000", khr));
        assertThat(written().getFirst().names())
                .contains(new ItemSet.Name("en", "Butter cake"), new ItemSet.Name("km", "នំខេកប៊ឺ"));
        assertThat(model.wantedProperty().get()).isEmpty();
        assertThat(model.panelProperty().get()).isEqualTo(Panel.NOTHING);
        assertThat(row("croissant").changed()).isFalse();
        assertThat(row("croissant").listed().item().price(usd)).contains(Money.parse("1.30", usd));
    }

    @Test
    void pressedTwiceItIsWrittenOnce() {
        var waiting = new java.util.ArrayList<Runnable>();
        var slow = open(new Background(waiting::add, Runnable::run));
        slow.choose(row("croissant"));
        slow.draft().prices().get(usd).set("1.30");
        slow.take();
        slow.review();
        slow.write();
        slow.write();
        assertThat(slow.pendingProperty().get()).isTrue();
        waiting.forEach(Runnable::run);
        assertThat(written()).hasSize(1);
    }

    @Test
    void theLastChangeIsUndoneFirst() {
        price("butter-cake", "1.20");
        price("croissant", "1.30");
        price("croissant", "1.40");
        model.undo();
        assertThat(model.sentences())
                .containsExactly("Butter cake: price 1.00 → 1.20 USD.", "Croissant: price 1.25 → 1.30 USD.");
        model.undo();
        model.undo();
        assertThat(model.canUndo()).isFalse();
        assertThat(model.wantedProperty().get()).isEmpty();
    }

    @Test
    void aChangeBackIsNone() {
        price("butter-cake", "1.20");
        price("butter-cake", "1.00");
        assertThat(model.wantedProperty().get()).isEmpty();
        assertThat(row("butter-cake").changed()).isFalse();
    }

    @Test
    void aNewItemGetsAWordOfItsName() {
        model.add();
        model.draft().names().get(Language.ENGLISH).set("Fried egg (2)");
        model.draft().prices().get(usd).set("0.60");
        model.take();
        assertThat(model.sentences()).containsExactly("New: Fried egg (2) (fried-egg-2), 0.60 USD.");
        model.review();
        model.write();
        assertThat(written().getFirst().item()).isEqualTo("fried-egg-2");
        assertThat(session.catalogue().onSale()).last().extracting("item").isEqualTo("fried-egg-2");
    }

    @Test
    void aWordThatIsTakenOrIsTheTillsOwnIsRefused() {
        model.add();
        model.draft().names().get(Language.KHMER).set("តែ");
        model.draft().prices().get(usd).set("0.60");
        model.take();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.word"));
        model.draft().wordProperty().set("open-item");
        model.take();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.word"));
        model.draft().wordProperty().set("iced-tea");
        model.take();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.taken"));
        assertThat(model.panelProperty().get()).isEqualTo(Panel.FORM);
    }

    @Test
    void aPriceIsAnAmountOfItsCurrency() {
        for (String wrong : List.of("1.234", "x", "0", "-1")) {
            price("butter-cake", wrong);
            assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.price"));
            model.back();
        }
        price("butter-cake", "១.៥០");
        assertThat(model.sentences()).containsExactly("Butter cake: price 1.00 → 1.50 USD.");
    }

    @Test
    void whatIsSoldNeedsANameAndAPriceAndWhatIsWithdrawnDoesNot() {
        edit("butter-cake");
        model.draft().prices().values().forEach(price -> price.set(""));
        model.take();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.noPrice"));
        model.draft().names().values().forEach(name -> name.set(""));
        model.take();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.problem.noName"));
        model.draft().onSaleProperty().set(false);
        model.take();
        assertThat(model.wantedProperty().get()).hasSize(1);
    }

    @Test
    void aPriceTenTimesAsHighAsksForASecondLook() {
        price("butter-cake", "10.00");
        assertThat(model.warnings()).singleElement().asString().contains("1.00 USD becomes 10.00 USD");
        price("butter-cake", "2.00");
        assertThat(model.warnings()).isEmpty();
        price("butter-cake", "0.49");
        assertThat(model.warnings()).hasSize(1);
    }

    @Test
    void whatIsTypedIsNotLostWhenAnotherItemIsTurnedTo() {
        edit("butter-cake");
        model.draft().prices().get(usd).set("1.20");
        edit("croissant");
        assertThat(model.sentences()).containsExactly("Butter cake: price 1.00 → 1.20 USD.");
        model.draft().prices().get(usd).set("nonsense");
        edit("iced-tea");
        assertThat(model.draft().wordProperty().get()).isEqualTo("croissant");
        model.back();
        assertThat(model.sentences()).hasSize(1);
    }

    @Test
    void whatSomebodyElseSetMeanwhileIsToldAndNotWrittenOver() {
        price("iced-tea", "0.90");
        somebodySets("iced-tea", "0.80");
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "catalogue.meanwhile"));
        assertThat(model.meanwhileProperty().get()).containsExactly("Iced tea is now 0.80 USD, on sale.");
        assertThat(model.sentences()).contains("Iced tea: price 0.80 → 0.90 USD.");
    }

    @Test
    void anOrderMadeFromWhatIsNoLongerTrueIsNotWritten() {
        var task = new ShopCatalogue(station.desk, station.shop);
        var seen = session.catalogue().find("iced-tea");
        somebodySets("iced-tea", "0.80");
        var change = new ItemChange(
                seen, new ItemSet("iced-tea", List.of(new ItemSet.Name("en", "Tea")), List.of(usd.of(90)), true));
        var order = session.order(session.newId(), new Command.SetItem(change.wanted()));
        var outcome = task.write(List.of(new ShopCatalogue.Ordered(change, order)));
        assertThat(outcome.stopped().map(ShopCatalogue.Stop::reason))
                .contains(new ShopCatalogue.Reason.ChangedMeanwhile());
        assertThat(written()).hasSize(1);
    }

    @Test
    void whenOneCannotBeWrittenTheOthersStandAndItSaysSo() {
        price("butter-cake", "1.20");
        edit("croissant");
        model.draft().names().get(Language.ENGLISH).set("4111 1111 1111 1111");
        model.take();
        model.review();
        model.write();
        assertThat(written()).extracting(ItemSet::item).containsExactly("butter-cake");
        var told = model.noticeProperty().get().orElseThrow();
        assertThat(told.key()).isEqualTo("catalogue.partly");
        assertThat(told.details()).containsEntry("written", 1).containsEntry("count", 2);
        assertThat(model.wantedProperty().get())
                .singleElement()
                .extracting(ItemChange::word)
                .isEqualTo("croissant");
        assertThat(model.panelProperty().get()).isEqualTo(Panel.REVIEW);
    }

    @Test
    void aFullDiskChangesNothingAndTryingAgainWritesOnce() {
        price("butter-cake", "1.20");
        model.review();
        station.desk.record(false);
        model.write();
        assertThat(model.noticeProperty().get().orElseThrow().tone()).isEqualTo(Tone.DANGER);
        station.desk.record(true);
        model.write();
        assertThat(written()).hasSize(1);
        assertThat(model.wantedProperty().get()).isEmpty();
    }

    @Test
    void whoMayNotSetRatesMayNotSetPrices() {
        var cashier = station.session("dara");
        var refused =
                new CatalogueViewModel(cashier, new ShopCatalogue(station.desk, station.shop), SampleStation.atOnce());
        refused.choose(refused.sheet().shown().getFirst());
        refused.draft().prices().get(usd).set("0.01");
        refused.take();
        refused.review();
        refused.write();
        assertThat(written()).isEmpty();
        assertThat(refused.noticeProperty().get().orElseThrow().key()).isEqualTo("refused.not-allowed");
    }
}
