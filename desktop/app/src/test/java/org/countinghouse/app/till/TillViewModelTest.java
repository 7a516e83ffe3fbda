package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.till.TillViewModel.Step;
import org.countinghouse.device.Opening;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.junit.jupiter.api.Test;

class TillViewModelTest {
    private final TillFixture at = new TillFixture(true);

    @Test
    void anAmountIsTypedPaidAndItsChangeShown() {
        at.type("12.30");
        at.till.enter();
        at.type("20");
        at.till.enter();
        assertThat(at.sales()).hasSize(1);
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.PAID);
        assertThat(last().change()).isEqualTo(money("7.70"));
        assertThat(last().back().getFirst().pieces().total()).isEqualTo(money("7.70"));
        assertThat(at.drawer.openings).isEqualTo(1);
    }

    @Test
    void itemsMakeLinesAndTheirSumIsPaid() {
        at.till.add(at.item("white-loaf"));
        at.till.add(at.item("pot-of-tea"));
        at.till.add(at.item("white-loaf"));
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("6.50"));
        at.till.enter();
        at.till.exact();
        assertThat(at.sales().getFirst().lines())
                .containsExactly(
                        new SaleLine("white-loaf", 2, money("2.40")), new SaleLine("pot-of-tea", 1, money("1.70")));
        assertThat(last().change().isZero()).isTrue();
    }

    @Test
    void whatIsInTheBasketKeepsThePriceItWasRungUpWith() {
        at.till.add(at.item("white-loaf"));
        Catalogue.follow(at.session, at.station.desk, SampleStation.atOnce());
        var dearer =
                new ItemSet("white-loaf", List.of(new ItemSet.Name("en", "White loaf")), List.of(money("2.60")), true);
        at.station.desk.perform(new Order(UUID.randomUUID(), "maly", Optional.empty(), new Command.SetItem(dearer)));
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("2.40"));
        at.till.add(at.session.catalogue().find("white-loaf").orElseThrow().item());
        at.till.enter();
        at.till.exact();
        assertThat(at.sales().getFirst().lines())
                .containsExactly(
                        new SaleLine("white-loaf", 1, money("2.40")), new SaleLine("white-loaf", 1, money("2.60")));
    }

    @Test
    void aQuantityIsTypedBeforeAnItem() {
        at.type("12*");
        assertThat(at.till.quantityProperty().get()).isEqualTo(12);
        at.till.add(at.item("bread-roll"));
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("6.60"));
        assertThat(at.till.quantityProperty().get()).isEqualTo(1);
    }

    @Test
    void anAmountBesideItemsIsALineOfItsOwn() {
        at.till.add(at.item("white-loaf"));
        at.type("1.10");
        at.till.enter();
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.RINGING);
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("3.50"));
        at.till.enter();
        at.till.exact();
        assertThat(at.sales().getFirst().lines()).hasSize(2);
    }

    @Test
    void anItemIsTakenOffPieceByPiece() {
        at.till.add(at.item("white-loaf"));
        at.till.add(at.item("white-loaf"));
        at.till.takeOff(at.till.basket().lines().getFirst());
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("2.40"));
        at.till.takeOff(at.till.basket().lines().getFirst());
        assertThat(at.till.basket().isEmpty()).isTrue();
    }

    @Test
    void aNoteHandedOverIsKnownPieceByPieceAndSoIsTheChange() {
        at.type("12.30");
        at.till.enter();
        at.till.handOver(money("20.00"));
        var sale = at.sales().getFirst();
        assertThat(sale.tenders().getFirst().received().pieces().orElseThrow().counts())
                .containsExactlyEntriesOf(Map.of(2000L, 1L));
        assertThat(sale.change().pieces()).isPresent();
    }

    @Test
    void whatIsTypedIsNotKnownPieceByPiece() {
        at.type("12.30");
        at.till.enter();
        at.type("15");
        at.till.enter();
        assertThat(at.sales().getFirst().pieces()).isEmpty();
    }

    @Test
    void aSaleIsPaidPartlyByCardAndTheRestInCash() {
        at.type("30");
        at.till.enter();
        at.till.tenderProperty().set(Tender.CARD);
        at.type("25");
        at.till.enter();
        assertThat(at.till.paymentProperty().get().orElseThrow().left()).isEqualTo(money("5.00"));
        at.till.tenderProperty().set(Tender.CASH);
        at.till.enter();
        assertThat(at.sales().getFirst().net(Tender.CARD)).isEqualTo(money("25.00"));
        assertThat(at.sales().getFirst().net(Tender.CASH)).isEqualTo(money("5.00"));
    }

    @Test
    void aCardSaleLeavesTheDrawerShut() {
        at.type("30");
        at.till.enter();
        at.till.tenderProperty().set(Tender.CARD);
        at.till.enter();
        assertThat(at.sales()).hasSize(1);
        assertThat(at.drawer.openings).isZero();
    }

    @Test
    void noChangeIsGivenOnACard() {
        at.type("30");
        at.till.enter();
        at.till.tenderProperty().set(Tender.CARD);
        at.type("35");
        at.till.enter();
        assertThat(at.sales()).isEmpty();
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("refused.change-only-from-cash");
    }

    @Test
    void pressingTwiceMakesOneSale() {
        var slow = new TillFixture(false);
        slow.type("12.30");
        slow.till.enter();
        slow.goOn();
        slow.till.exact();
        slow.till.exact();
        slow.till.enter();
        slow.till.handOver(money("20.00"));
        slow.goOn();
        assertThat(slow.sales()).hasSize(1);
        slow.till.enter();
        slow.till.enter();
        slow.goOn();
        assertThat(slow.sales()).hasSize(1);
    }

    @Test
    void aSaleThatCouldNotBeWrittenIsTriedAgainAsTheSameSale() {
        at.type("12.30");
        at.till.enter();
        at.station.desk.record(false);
        at.till.exact();
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.PAYING);
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("shell.error.journal");
        at.station.desk.record(true);
        at.till.enter();
        at.till.enter();
        assertThat(at.sales()).hasSize(1);
    }

    @Test
    void escapeGoesBackStepByStepAndKeepsTheAmount() {
        at.type("12.30");
        at.till.enter();
        at.till.tenderProperty().set(Tender.CARD);
        at.type("10");
        at.till.enter();
        at.type("1");
        at.till.back();
        assertThat(at.till.entry().isEmpty()).isTrue();
        at.till.back();
        assertThat(at.till.paymentProperty().get().orElseThrow().tendered()).isEmpty();
        at.till.back();
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.RINGING);
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("12.30"));
    }

    @Test
    void theNextKeyBeginsTheNextSale() {
        sell("5");
        at.type("3");
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.RINGING);
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("3.00"));
        assertThat(last().total()).isEqualTo(money("5.00"));
    }

    @Test
    void aDrawerThatDoesNotOpenIsToldAndTheSaleStands() {
        at.drawer.answer = new Opening.NoAnswer("unplugged");
        sell("5");
        assertThat(at.sales()).hasSize(1);
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("device.drawer.failed");
    }

    @Test
    void theLastReceiptIsPrintedOnRequest() {
        sell("5");
        at.till.printLast();
        assertThat(at.station.printed).containsExactly(last().entry());
    }

    @Test
    void nothingIsPaidWhileNothingIsSold() {
        at.till.enter();
        at.type("0");
        at.till.enter();
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.RINGING);
    }

    private void sell(String amount) {
        at.type(amount);
        at.till.enter();
        at.till.exact();
    }

    private Receipt last() {
        return at.till.lastProperty().get().orElseThrow();
    }

    private Money money(String amount) {
        return at.station.money(amount);
    }
}
