package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.CHF;
import static org.countinghouse.ledger.Day.KHR;
import static org.countinghouse.ledger.Day.USD;
import static org.countinghouse.ledger.Day.day;

import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleMade;
import org.junit.jupiter.api.Test;

/// Two currencies in one till, and what cash cannot pay to the last unit.
class ExchangeTest {
    private static Day phnomPenh() {
        var shop = day(USD, """
            as sok
            rate USD KHR take 4100 give 4000 worth 4050
            as dara
            float USD 100.00 KHR 400000
            """);
        return shop;
    }

    @Test
    void changeBelowADollarIsGivenInRielAndTheRoundingIsShown() {
        var shop = phnomPenh().then("pay 10.37 USD 20.00 change USD 9.00 KHR 2500");
        assertThat(shop.expected(USD)).isEqualTo(USD.of(111_00));
        assertThat(shop.expected(KHR)).isEqualTo(KHR.of(397_500));
        // 0.63 USD are 2,520 riel at 4,000: twenty riel stayed with the shop.
        assertThat(shop.books.balance(Account.ROUNDING, KHR)).isEqualTo(KHR.of(-20));
        // Worth 2,551.5 at 4,050, given 2,520: the shop's rate earned 32.
        assertThat(shop.books.balance(Account.SPREAD, KHR)).isEqualTo(KHR.of(-32));
        assertThat(shop.books.balance(Account.SALES, USD)).isEqualTo(USD.of(-10_37));
        assertThat(shop.books.balance(Account.EXCHANGE, USD)).isEqualTo(USD.of(-63));
    }

    @Test
    void aPriceInDollarsIsPaidInRielRoundedOnce() {
        var shop = phnomPenh().then("pay 10.37 KHR 50000");
        // 10.37 are 42,517 riel: 42,500 to pay, 7,500 back.
        assertThat(shop.expected(KHR)).isEqualTo(KHR.of(442_500));
        assertThat(shop.expected(USD)).isEqualTo(USD.of(100_00));
        assertThat(shop.books.balance(Account.ROUNDING, KHR)).isEqualTo(KHR.of(17));
    }

    @Test
    void dollarsFirstAndTheRestInRiel() {
        var shop = phnomPenh().then("pay 10.37 USD 10.00 KHR 1500");
        assertThat(shop.expected(USD)).isEqualTo(USD.of(110_00));
        assertThat(shop.expected(KHR)).isEqualTo(KHR.of(401_500));
        assertThat(shop.books.balance(Account.ROUNDING, KHR)).isEqualTo(KHR.of(17));
    }

    @Test
    void rielChangeMayBeTakenInDollars() {
        var shop = phnomPenh().then("pay 2.00 KHR 50000 change USD 10.00 KHR 800");
        // 2.00 are 8,200; 41,800 are owed; ten dollars are 41,000 of them.
        assertThat(shop.expected(USD)).isEqualTo(USD.of(90_00));
        assertThat(shop.expected(KHR)).isEqualTo(KHR.of(449_200));
        assertThat(shop.books.balance(Account.ROUNDING, KHR).isZero()).isTrue();
    }

    @Test
    void changeThatIsNotWhatTheRateGivesIsRefused() {
        phnomPenh()
                .then("pay 10.37 USD 20.00 change USD 9.00 KHR 2600")
                .endsWith("refused change-does-not-meet-pieces");
        phnomPenh().then("pay 10.37 USD 20.00 change USD 9.00").endsWith("refused change-does-not-meet-pieces");
    }

    @Test
    void withoutARateAnotherCurrencyIsRefused() {
        day(USD, "float USD 100.00 KHR 400000").then("pay 10.00 KHR 41000").endsWith("refused no-rate");
    }

    @Test
    void tooLittleRielIsTooLittle() {
        phnomPenh().then("pay 10.37 KHR 42400").endsWith("refused not-enough-tendered");
    }

    @Test
    void aThirdCurrencyInOneSaleIsRefused() {
        phnomPenh().then("pay 10.37 KHR 20000 CHF 10.00").endsWith("refused mixed-currencies");
    }

    @Test
    void aNewRateMovesNothingThatWas() {
        var shop = phnomPenh().then("pay 10.37 KHR 50000");
        var before = shop.books.snapshot().balances();
        shop.then("""
            as sok
            rate USD KHR take 4500 give 4400 worth 4450
            """);
        assertThat(shop.books.snapshot().balances()).isEqualTo(before);
        var frozen =
                shop.facts(SaleMade.class).getLast().settlement().exchanges().getFirst();
        assertThat(frozen.rate().take()).isEqualTo(KHR.of(4_100));
        assertThat(frozen.rate().source()).isEqualTo("bank");
    }

    @Test
    void rielShortNeverNetsWithDollarsOver() {
        phnomPenh().then("""
            count  USD 100.07 KHR 399700
            close
            """).endsWith("USD over 0.07", "KHR short 300");
    }

    @Test
    void theWorkedExampleOfFiveRappen() {
        var shop = day(CHF, """
            float   200.00
            sale     12.32 paid 12.30
            sale     12.33 paid 20.00
            sale      7.48 paid 7.50
            sale      9.99 card
            count   232.15
            close
            """);
        shop.endsWith("CHF expected 232.15", "CHF exact 0.00");
        assertThat(shop.books.balance(Account.ROUNDING, CHF)).isEqualTo(CHF.of(-2));
        assertThat(shop.books.balance(Account.SALES, CHF)).isEqualTo(CHF.of(-32_13 - 9_99));
    }

    @Test
    void aCardIsNeverRounded() {
        var shop = day(CHF, """
            float 100.00
            sale   12.33 card
            """);
        assertThat(shop.books.balance(Account.ROUNDING, CHF).isZero()).isTrue();
    }

    @Test
    void aRefundInCashIsRoundedAndAnswersTheWholeSale() {
        var shop = day(CHF, """
            float       100.00
            sale         12.32 card
            refund-last  12.32
            """);
        assertThat(shop.expected(CHF)).isEqualTo(CHF.of(87_70));
        assertThat(shop.books.balance(Account.REFUNDS, CHF)).isEqualTo(CHF.of(12_32));
        shop.then("refund-last 0.01").endsWith("refused already-refunded");
    }

    @Test
    void everyExchangeBalancesInBothCurrencies() {
        for (long cents = 1; cents < 2_000; cents += 7) {
            Money total = USD.of(cents);
            var shop = phnomPenh().then("pay " + total.decimal() + " KHR 100000");
            assertThat(shop.said()).contains("sale-made");
        }
    }
}
