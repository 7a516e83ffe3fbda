package org.countinghouse.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;

class RatesViewModelTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final RatesViewModel model = model("maly");

    private RatesViewModel model(String employee) {
        return new RatesViewModel(station.session(employee), new ShopRules(station.desk), SampleStation.atOnce());
    }

    private Money riel(String amount) {
        return Money.parse(amount, station.shop.currencies().get(1));
    }

    private void somebodySets(String take) {
        station.desk.perform(new Order(
                UUID.randomUUID(),
                "bopha",
                Optional.empty(),
                new Command.SetRate(
                        new RateSet(station.money("1.00"), riel(take), riel("4000"), riel("4050"), "the bank"))));
    }

    private void type(String take, String give, String reference) {
        model.draft().takeProperty().set(take);
        model.draft().giveProperty().set(give);
        model.draft().referenceProperty().set(reference);
        model.draft().sourceProperty().set("National Bank of Cambodia");
    }

    @Test
    void aRateIsToldWithAnExampleAndThenWritten() {
        type("4,100", "4000", "4050");
        model.review();
        RateSet told = model.reviewedProperty().get().orElseThrow();
        assertThat(model.words().changes(Optional.empty(), told))
                .containsExactly(
                        "5.00 USD are taken as 20,500 KHR.",
                        "5.00 USD of change are given as 20,000 KHR.",
                        "5.00 USD are worth 20,250 KHR.",
                        "Who said so: National Bank of Cambodia.");
        assertThat(station.desk.facts(RateSet.class)).isEmpty();
        model.write();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.SUCCESS, "settings.rates.done"));
        assertThat(station.desk.facts(RateSet.class)).containsExactly(told);
        var newest = model.newestProperty().get().orElseThrow();
        assertThat(newest.rate().take()).isEqualTo(riel("4100"));
        assertThat(newest.by()).isEqualTo(station.person("maly").name());
        model.review();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.INFO, "settings.rates.same"));
    }

    @Test
    void aBadNumberIsNoRate() {
        type("4100", "0", "4050");
        model.review();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "settings.rates.badNumber"));
        type("4100", "", "4050");
        model.review();
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "settings.rates.missing"));
        assertThat(model.reviewedProperty().get()).isEmpty();
    }

    @Test
    void aSlipOfTheFingerIsPointedOut() {
        somebodySets("4100");
        type("41000", "4000", "4050");
        model.review();
        var told = model.reviewedProperty().get().orElseThrow();
        assertThat(model.words().warnings(model.rateProperty().get(), told)).hasSize(1);
        type("4000", "4100", "4050");
        model.back();
        model.review();
        assertThat(model.words()
                        .warnings(
                                model.rateProperty().get(),
                                model.reviewedProperty().get().orElseThrow()))
                .singleElement()
                .asString()
                .startsWith("The shop gives more");
    }

    @Test
    void aRateSetMeanwhileIsToldAndWhatIsTypedStays() {
        type("4120", "4000", "4050");
        model.review();
        somebodySets("4100");
        assertThat(model.noticeProperty().get()).contains(Notice.of(Tone.WARNING, "settings.rates.meanwhile"));
        assertThat(model.rateProperty().get().orElseThrow().take()).isEqualTo(riel("4100"));
        assertThat(model.draft().takeProperty().get()).isEqualTo("4120");
        model.write();
        assertThat(station.desk.facts(RateSet.class)).hasSize(2);
    }

    @Test
    void aRateTheScreenHasNotSeenYetIsNotWrittenOver() {
        var task = new ShopRules(station.desk);
        somebodySets("4100");
        var wanted = new RateSet(station.money("1.00"), riel("4200"), riel("4000"), riel("4050"), "");
        var session = station.session("maly");
        var order = session.order(session.newId(), new Command.SetRate(wanted));
        assertThat(task.write(Optional.empty(), wanted, order)).isEqualTo(new ShopRules.Outcome.ChangedMeanwhile());
        assertThat(station.desk.facts(RateSet.class)).hasSize(1);
    }

    @Test
    void theRatesSoFarAreKeptTheNewestFirst() {
        somebodySets("4100");
        somebodySets("4120");
        assertThat(new ShopRules(station.desk)
                        .rates(station.shop.mainCurrency(), riel("1").currency()))
                .extracting(entry -> entry.rate().take())
                .containsExactly(riel("4120"), riel("4100"));
        assertThat(model.sheet().columns()).hasSize(7);
    }

    @Test
    void aShopOfOneCurrencyHasNoRate() {
        var bakery = SampleStation.bakery();
        var none = new RatesViewModel(bakery.session("rose"), new ShopRules(bakery.desk), SampleStation.atOnce());
        assertThat(none.isNeeded()).isFalse();
    }
}
