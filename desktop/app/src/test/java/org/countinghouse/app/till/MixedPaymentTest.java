package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.till.TillViewModel.Step;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.Test;

/// A cashier in Phnom Penh is paid in dollars and riel, and gives back both. Every sum is read from the sale that was
/// written.
class MixedPaymentTest {
    private final TillFixture at = TillFixture.inPhnomPenh(true);

    @Test
    void aTwentyDollarNoteBringsBackDollarsAndRiel() {
        at.ring("10.37");
        at.type("20");
        at.till.enter();
        assertThat(sale().change().amount()).isEqualTo(money("9.00"));
        assertThat(elsewhere()).containsExactly(at.riel("2500"));
        assertThat(sale().settlement().rounding()).containsExactly(at.riel("20"));
        assertThat(at.last().back().getFirst().pieces()).isEqualTo(at.usd(500, 1, 100, 4));
        assertThat(at.last().back().getLast().pieces()).isEqualTo(at.khr(2000, 1, 500, 1));
    }

    @Test
    void rielAreTakenAtTheRateOfTheShopAndRielComeBack() {
        at.ring("10.37");
        at.till.press('/');
        at.type("50000");
        at.till.enter();
        assertThat(sale().tenders().getFirst().amount()).isEqualTo(at.riel("50000"));
        assertThat(sale().change().amount().isZero()).isTrue();
        assertThat(elsewhere()).containsExactly(at.riel("7500"));
        assertThat(sale().settlement().rounding()).containsExactly(at.riel("-17"));
        assertThat(sale().settlement().exchanges().getFirst().exact()).isEqualTo(at.riel("42517"));
    }

    @Test
    void rielAndDollarsPayOneSaleTogether() {
        at.ring("10.37");
        at.till.press('/');
        at.type("20000");
        at.till.enter();
        assertThat(at.due().left(at.riel())).isEqualTo(at.riel("22500"));
        assertThat(at.due().left(at.dollar())).isEqualTo(money("5.49"));
        at.till.press('/');
        assertThat(at.till.entry().currency()).isEqualTo(at.dollar());
        at.till.enter();
        assertThat(at.sales()).hasSize(1);
        assertThat(sale().net(Tender.CASH)).isEqualTo(money("5.49"));
        assertThat(elsewhere()).isEmpty();
    }

    @Test
    void dollarsRielACardAndAVoucherPayOneSale() {
        at.ring("20.00");
        pay(Tender.VOUCHER, "3");
        pay(Tender.CARD, "5.50");
        pay(Tender.CASH, "6");
        at.till.press('/');
        at.till.enter();
        assertThat(sale().tenders())
                .extracting(each -> each.amount().toString())
                .containsExactly("3.00 USD", "5.50 USD", "6.00 USD", "22600 KHR");
        assertThat(sale().settlement().rounding()).containsExactly(at.riel("50"));
    }

    @Test
    void allChangeIsGivenInRielWhenTheCashierWishesSo() {
        at.ring("10.37");
        at.till.press('-');
        at.till.handOver(money("20.00"));
        assertThat(sale().change().amount().isZero()).isTrue();
        assertThat(elsewhere()).containsExactly(at.riel("38500"));
    }

    @Test
    void dollarsAreGivenBackForRielAtTheRateTheShopTakes() {
        at.ring("10.37");
        at.till.paying().payIn(at.riel());
        at.till.paying().giveBackIn(at.dollar());
        at.till.handOver(at.riel("50000"));
        assertThat(sale().change().amount()).isEqualTo(money("1.00"));
        assertThat(elsewhere()).containsExactly(at.riel("3400"));
    }

    @Test
    void theChangeShownBeforeIsTheChangeWritten() {
        for (String typed : List.of("11", "15", "20", "37.50", "100")) {
            at.ring("10.37");
            at.type(typed);
            var shown = at.till.paying().previewProperty().get().orElseThrow();
            assertThat(at.sales()).noneMatch(sale -> sale.equals(shown.sale()));
            at.till.enter();
            assertThat(at.last().back()).isEqualTo(shown.parts());
            assertThat(at.last().rounding()).isEqualTo(shown.rounding());
            at.till.newSale();
        }
    }

    @Test
    void noChangeIsShownWhileItIsNotEnough() {
        at.ring("10.37");
        at.type("5");
        assertThat(at.till.paying().previewProperty().get()).isEmpty();
        at.till.enter();
        assertThat(at.till.paying().previewProperty().get()).isEmpty();
    }

    @Test
    void theCurrencyThatIsChosenHasItsExactSumAndItsNotes() {
        at.ring("10.37");
        at.till.paying().payIn(at.riel());
        assertThat(at.till.paying().exact()).hasValue(at.riel("42500"));
        assertThat(at.till.paying().nextSums()).contains(at.riel("45000"), at.riel("50000"));
        at.till.exact();
        assertThat(sale().tenders().getFirst().amount()).isEqualTo(at.riel("42500"));
    }

    @Test
    void whatWasGivenCanBeTakenBack() {
        at.ring("10.37");
        at.till.press('/');
        at.type("20000");
        at.till.enter();
        at.till.takeBack(at.due().tendered().getFirst());
        assertThat(at.due().left(at.riel())).isEqualTo(at.riel("42500"));
        assertThat(at.due().left()).isEqualTo(money("10.37"));
    }

    @Test
    void rielNobodyNeedsAreGivenBackAtOnce() {
        at.ring("10.37");
        at.till.press('/');
        at.type("20000");
        at.till.enter();
        at.till.press('/');
        at.till.handOver(money("20.00"));
        assertThat(at.sales()).isEmpty();
        assertThat(at.due().tendered()).hasSize(1);
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("refused.tender-not-needed");
    }

    @Test
    void aCardGivesNoChangeInAnyCurrency() {
        at.ring("10.37");
        at.till.press('-');
        pay(Tender.CARD, "20");
        assertThat(at.sales()).isEmpty();
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("refused.change-only-from-cash");
    }

    @Test
    void aCardPaysInTheCurrencyOfTheSale() {
        at.ring("10.37");
        at.till.press('/');
        at.till.press('*');
        assertThat(at.till.tenderProperty().get()).isEqualTo(Tender.CARD);
        assertThat(at.till.entry().currency()).isEqualTo(at.dollar());
        assertThat(at.till.paying().nextSums()).isEmpty();
        at.till.enter();
        assertThat(sale().net(Tender.CARD)).isEqualTo(money("10.37"));
    }

    @Test
    void theNextSaleBeginsInItsOwnCurrency() {
        at.ring("10.37");
        at.till.press('/');
        at.till.exact();
        at.type("3.5");
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("3.50"));
        at.till.enter();
        at.till.press('/');
        at.till.back();
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.RINGING);
        assertThat(at.till.dueProperty().getValue()).isEqualTo(money("3.50"));
    }

    @Test
    void notesThatAreKnownGoIntoTheStockOfBothCurrencies() {
        at.ring("10.37");
        at.till.handOver(money("20.00"));
        assertThat(stock(money("1.00"))).isEqualTo(at.usd(2000, 2, 1000, 2, 500, 3, 100, 16));
        assertThat(stock(at.riel("1"))).isEqualTo(at.khr(10000, 5, 5000, 4, 2000, 9, 1000, 10, 500, 5, 100, 20));
    }

    @Test
    void rateAndPiecesOfATypedSumAreWrittenAsAmountsOnly() {
        at.ring("10.37");
        at.type("20");
        at.till.enter();
        assertThat(sale().pieces()).isEmpty();
        assertThat(sale().settlement().change().getFirst().pieces()).isEmpty();
    }

    @Test
    void withoutARateThereIsOneCurrencyAndItIsKnownWhoMaySetIt() {
        var without = TillFixture.withoutRate();
        without.open(without.usd(1000, 5));
        without.ring("10.37");
        assertThat(without.till.paying().offered()).containsExactly(without.dollar());
        assertThat(without.due().terms().rateSetters()).containsExactlyInAnyOrder("ម៉ាលី", "បុប្ផា");
        without.till.press('/');
        assertThat(without.till.entry().currency()).isEqualTo(without.dollar());
        assertThat(new PayingWords(without.session).rates(without.due()))
                .singleElement()
                .asString()
                .contains("KHR", "ម៉ាលី");
        without.type("20");
        without.till.enter();
        assertThat(without.sales().getFirst().change().amount()).isEqualTo(money("9.63"));
    }

    @Test
    void aRateSetMeanwhileIsToldAndTheSaleGoesOnAtIt() {
        at.ring("10.37");
        at.till.press('/');
        at.setRate("4200", "4100");
        at.type("42500");
        at.till.enter();
        assertThat(at.sales()).isEmpty();
        assertThat(at.till.noticeProperty().get()).map(Notice::key).hasValue("till.rate.changed");
        assertThat(at.due().left(at.riel())).isEqualTo(at.riel("1100"));
        at.till.enter();
        assertThat(at.sales()).hasSize(1);
        assertThat(sale().settlement().exchanges().getFirst().rate().take()).isEqualTo(at.riel("4200"));
    }

    @Test
    void pressingTwiceMakesOneSaleOfTwoCurrencies() {
        var slow = TillFixture.inPhnomPenh(false);
        slow.ring("10.37");
        slow.goOn();
        slow.till.press('/');
        slow.type("20000");
        slow.till.enter();
        slow.till.press('/');
        slow.till.exact();
        slow.till.exact();
        slow.till.enter();
        slow.till.press('/');
        slow.till.handOver(money("20.00"));
        slow.goOn();
        assertThat(slow.sales()).hasSize(1);
    }

    @Test
    void aRielSaleIsRoundedInItsOwnCash() {
        at.till.use(at.riel());
        at.ring("42037");
        assertThat(at.till.paying().exact()).hasValue(at.riel("42000"));
        at.till.exact();
        assertThat(sale().settlement().rounding()).containsExactly(at.riel("-37"));
        assertThat(new PayingWords(at.session).about(at.last().back(), at.last().rounding(), Optional.empty()))
                .containsExactly("Rounded to what cash can pay: 37 KHR in favour of the customer.");
    }

    @Test
    void aRielSaleSaysWhereDollarsAreTaken() {
        at.till.use(at.riel());
        at.ring("42000");
        assertThat(at.till.paying().offered()).containsExactly(at.riel());
        assertThat(new PayingWords(at.session).rates(at.due()))
                .containsExactly("A sale in KHR is paid in KHR. Ring it up in USD to take USD as well.");
    }

    @Test
    void theSlipIsPrintedInTheLanguageOfTheCustomer() {
        at.ring("2");
        at.till.exact();
        assertThat(at.till.slipLanguageProperty().get()).isEqualTo(Language.ENGLISH);
        at.till.slipLanguageProperty().set(Language.KHMER);
        at.till.printLast();
        at.till.press('*');
        assertThat(at.station.printedIn).containsExactly(Language.KHMER, Language.KHMER);
        at.till.press('3');
        at.till.enter();
        at.till.exact();
        at.till.printLast();
        assertThat(at.station.printedIn.getLast()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void everyLanguageComesUnderTheSlashInTurn() {
        at.ring("2");
        at.till.exact();
        for (int more = 0; more < Language.values().length; more++) {
            at.till.press('/');
        }
        assertThat(at.till.slipLanguageProperty().get()).isEqualTo(Language.ENGLISH);
        assertThat(at.till.stepProperty().get()).isEqualTo(Step.PAID);
    }

    private void pay(Tender tender, String amount) {
        at.till.tenderProperty().set(tender);
        at.type(amount);
        at.till.enter();
    }

    private SaleMade sale() {
        return at.sales().getLast();
    }

    private List<Money> elsewhere() {
        return sale().settlement().change().stream().map(Cash::amount).toList();
    }

    private Pieces stock(Money of) {
        return at.trade.terms(at.dollar()).stock(of.currency());
    }

    private Money money(String amount) {
        return at.station.money(amount);
    }
}
