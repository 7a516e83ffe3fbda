package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.resources.Currencies;
import org.junit.jupiter.api.Test;

class CurrencyBookTest {
    private final CurrencyBook book = CurrencyBook.load();

    @Test
    void everyCurrencyOfTheHouseIsRead() {
        assertThat(Currencies.codes())
                .allSatisfy(code -> assertThat(book.find(code))
                        .hasValueSatisfying(currency -> assertThat(currency.denomination(currency.cashStep()))
                                .as("the cash step is a piece")
                                .isPresent()));
    }

    @Test
    void eachRoundsAsItsCountryDoes() {
        assertThat(settled("SEK", "12.50")).isEqualTo("13.00");
        assertThat(paidOut("SEK", "12.50")).isEqualTo("12.00");
        assertThat(settled("CHF", "12.33")).isEqualTo("12.35");
        assertThat(settled("ZAR", "12.39")).isEqualTo("12.30");
        assertThat(settled("THB", "12.49")).isEqualTo("12.25");
        assertThat(settled("KHR", "8250")).isEqualTo("8300");
        assertThat(settled("NZD", "3.05")).isEqualTo("3.00");
        assertThat(settled("AUD", "3.03")).isEqualTo("3.05");
        assertThat(settled("KWD", "1.233")).isEqualTo("1.235");
        assertThat(settled("JPY", "1")).isEqualTo("1");
        assertThat(settled("VND", "12250")).isEqualTo("12500");
    }

    @Test
    void aNoteIsTakenFromItsFirstDayAndACoinUntilItsLast() {
        Denomination note = book.apply("KHR").denomination(200_000).orElseThrow();
        assertThat(note.isActive(LocalDate.of(2024, 10, 15))).isFalse();
        assertThat(note.isActive(LocalDate.of(2024, 10, 16))).isTrue();
        Denomination coin = book.apply("SEK").denomination(50).orElseThrow();
        assertThat(coin.isActive(LocalDate.of(2010, 9, 30))).isTrue();
        assertThat(coin.isActive(LocalDate.of(2010, 10, 1))).isFalse();
    }

    @Test
    void aRareNoteIsNotProposedUnlessNothingElseMakesTheAmount() {
        Currency riel = book.apply("KHR");
        assertThat(Pieces.largestFirst(riel.of(30_000)).counts()).containsOnlyKeys(20_000L, 10_000L);
        assertThat(Pieces.largestFirst(riel.of(150)).counts()).containsOnlyKeys(100L, 50L);
    }

    private String settled(String code, String amount) {
        Currency currency = book.apply(code);
        return currency.rounding().sale(Money.parse(amount, currency)).decimal();
    }

    private String paidOut(String code, String amount) {
        Currency currency = book.apply(code);
        return currency.rounding().refund(Money.parse(amount, currency)).decimal();
    }
}
