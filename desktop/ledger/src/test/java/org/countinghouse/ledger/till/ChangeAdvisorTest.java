package org.countinghouse.ledger.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.junit.jupiter.api.Test;

class ChangeAdvisorTest {
    private static final Currency POUND = currency("GBP", 2, 1, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1);
    private static final Currency DOLLAR = currency("USD", 2, 1, 10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1);
    private static final Currency RIEL =
            currency("KHR", 0, 100, 50000, 20000, 15000, 10000, 5000, 2000, 1000, 500, 200, 100, 50);
    /// Denominations no country has: none divides another.
    private static final Currency STRANGE = currency("XTS", 0, 1, 99_991, 99_989, 99_971, 99_961, 99_929, 99_923);

    @Test
    void theFewestPiecesAreNotAlwaysTheLargestFirst() {
        var stock = Map.of(50L, 1L, 20L, 3L, 10L, 0L);
        assertThat(advice(POUND, 60, stock)).isEqualTo(paid(POUND, Map.of(20L, 3L)));
        assertThat(advice(RIEL, 20_000, Map.of(15_000L, 1L, 10_000L, 2L, 5_000L, 0L, 1_000L, 5L)))
                .isEqualTo(paid(RIEL, Map.of(10_000L, 2L)));
    }

    @Test
    void onlyWhatIsHeldIsProposed() {
        assertThat(advice(POUND, 770, Map.of(200L, 9L, 50L, 9L, 20L, 9L)))
                .isEqualTo(paid(POUND, Map.of(200L, 3L, 50L, 3L, 20L, 1L)));
        assertThat(advice(POUND, 770, Map.of(500L, -3L, 200L, 3L, 50L, 3L, 20L, 1L)))
                .isEqualTo(paid(POUND, Map.of(200L, 3L, 50L, 3L, 20L, 1L)));
    }

    @Test
    void whatCannotBePaidNamesWhatComesNearest() {
        assertThat(advice(POUND, 3, Map.of(2L, 5L)))
                .isEqualTo(new ChangeAdvice.NotExact(
                        Pieces.of(POUND, Map.of(2L, 1L)), Optional.of(Pieces.of(POUND, Map.of(2L, 2L)))));
        assertThat(advice(POUND, 4_950, Map.of(5000L, 3L, 1L, 1L)))
                .isEqualTo(new ChangeAdvice.NotExact(
                        Pieces.of(POUND, Map.of(1L, 1L)), Optional.of(Pieces.of(POUND, Map.of(5000L, 1L)))));
    }

    @Test
    void aTillThatHoldsLessGivesAllAndNothingIsAbove() {
        assertThat(advice(POUND, 1_000, Map.of(500L, 1L, 20L, 2L)))
                .isEqualTo(new ChangeAdvice.NotExact(Pieces.of(POUND, Map.of(500L, 1L, 20L, 2L)), Optional.empty()));
        assertThat(advice(POUND, 1, Map.of()))
                .isEqualTo(new ChangeAdvice.NotExact(Pieces.none(POUND), Optional.empty()));
    }

    @Test
    void nothingDueTakesNothing() {
        assertThat(advice(POUND, 0, Map.of(1L, 1L))).isEqualTo(paid(POUND, Map.of()));
        assertThat(advice(POUND, 0, Map.of())).isEqualTo(paid(POUND, Map.of()));
        assertThatThrownBy(() -> advice(POUND, -1, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreWaysThanThereIsTimeForAreSaidToBeUndecided() {
        var stock = new HashMap<Long, Long>();
        STRANGE.denominations().forEach(each -> stock.put(each.minorUnits(), 5_000L));
        var advice = advice(STRANGE, 1_234_567_891, stock);
        assertThat(advice).isInstanceOf(ChangeAdvice.Undecided.class);
        assertThat(advice.atMost().total()).isLessThanOrEqualTo(STRANGE.of(1_234_567_891));
    }

    @Test
    void dollarsAreGivenInNotesAndTheRemainderInRiel() {
        var change = across(1_263, Map.of(1000L, 2L, 500L, 1L, 100L, 9L, 25L, 8L), plentyOfRiel());
        assertThat(change.first()).isEqualTo(Pieces.of(DOLLAR, Map.of(1000L, 1L, 100L, 2L)));
        assertThat(change.rest()).isEqualTo(DOLLAR.of(63));
        assertThat(change.exchanged()).isEqualTo(RIEL.of(2_583));
        assertThat(change.settled()).isEqualTo(RIEL.of(2_600));
        assertThat(change.rounding()).isEqualTo(RIEL.of(17));
        assertThat(change.second()).isEqualTo(paid(RIEL, Map.of(2000L, 1L, 500L, 1L, 100L, 1L)));
    }

    @Test
    void whenTheDollarsRunOutMoreGoesIntoRiel() {
        var change = across(1_263, Map.of(1000L, 1L), plentyOfRiel());
        assertThat(change.first()).isEqualTo(Pieces.of(DOLLAR, Map.of(1000L, 1L)));
        assertThat(change.rest()).isEqualTo(DOLLAR.of(263));
        assertThat(change.settled()).isEqualTo(RIEL.of(10_800));
        assertThat(change.rounding()).isEqualTo(RIEL.of(17));
        assertThat(change.isPaid()).isTrue();
    }

    @Test
    void aRemainderTheRielCannotMakeTakesADollarMoreOfThem() {
        // 0.15 is 615, to the nearest 600; without a hundred it takes 1.15, 4,700 riel.
        var change = across(115, Map.of(100L, 5L), Map.of(2000L, 5L, 500L, 1L, 200L, 1L));
        assertThat(change.first().isEmpty()).isTrue();
        assertThat(change.settled()).isEqualTo(RIEL.of(4_700));
        assertThat(change.second()).isEqualTo(paid(RIEL, Map.of(2000L, 2L, 500L, 1L, 200L, 1L)));
    }

    @Test
    void whatNeitherCurrencyCanMakeIsToldWithTheNearest() {
        var change = across(115, Map.of(100L, 5L), Map.of(500L, 9L));
        assertThat(change.isPaid()).isFalse();
        assertThat(change.first()).isEqualTo(Pieces.of(DOLLAR, Map.of(100L, 1L)));
        assertThat(change.second())
                .isEqualTo(new ChangeAdvice.NotExact(
                        Pieces.of(RIEL, Map.of(500L, 1L)), Optional.of(Pieces.of(RIEL, Map.of(500L, 2L)))));
    }

    @Test
    void aRateThatIsNotWholeIsExact() {
        var second = new SecondCurrency(Pieces.of(RIEL, plentyOfRiel()), DOLLAR.of(300), RIEL.of(12_301));
        var change = ChangeAdvisor.across(DOLLAR.of(50), Pieces.none(DOLLAR), DOLLAR.of(100), second);
        // 0.50 / 3.00 * 12,301 = 2,050.17: above the middle of 2,000 and 2,100.
        assertThat(change.settled()).isEqualTo(RIEL.of(2_100));
        assertThat(change.exchanged()).isEqualTo(RIEL.of(2_050));
    }

    private static Map<Long, Long> plentyOfRiel() {
        var stock = new HashMap<Long, Long>();
        RIEL.denominations().forEach(each -> stock.put(each.minorUnits(), 20L));
        return stock;
    }

    private static SharedChange across(long due, Map<Long, Long> dollars, Map<Long, Long> riel) {
        return ChangeAdvisor.across(
                DOLLAR.of(due),
                Pieces.of(DOLLAR, dollars),
                DOLLAR.of(100),
                new SecondCurrency(Pieces.of(RIEL, riel), DOLLAR.of(100), RIEL.of(4_100)));
    }

    private static ChangeAdvice advice(Currency currency, long due, Map<Long, Long> stock) {
        return ChangeAdvisor.advise(new Money(currency, due), Pieces.of(currency, stock));
    }

    private static ChangeAdvice paid(Currency currency, Map<Long, Long> pieces) {
        return new ChangeAdvice.Paid(Pieces.of(currency, pieces));
    }

    private static Currency currency(String code, int digits, long step, long... faces) {
        return new Currency(
                code,
                digits,
                Arrays.stream(faces)
                        .mapToObj(face -> new Denomination(face, Kind.NOTE))
                        .toList(),
                CashRounding.nearest(step));
    }
}
