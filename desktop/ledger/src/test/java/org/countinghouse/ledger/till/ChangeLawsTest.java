package org.countinghouse.ledger.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.junit.jupiter.api.Test;

/// What holds for change out of any till, held against a brute force that tries everything.
class ChangeLawsTest {
    private static final int UNREACHABLE = Integer.MAX_VALUE;

    /// The 1-2-5 series, quarters, the rare riel notes, and odd ones.
    private static final List<Currency> CURRENCIES = List.of(
            currency("GBP", 500, 200, 100, 50, 20, 10, 5, 2, 1),
            currency("USD", 1000, 500, 100, 50, 25, 10, 5, 1),
            currency("KHR", 300, 200, 150, 100, 50, 20, 10, 5, 2, 1),
            currency("XTS", 60, 45, 40, 24, 21, 14, 9, 6, 4));

    @Property(tries = 3_000)
    void changeIsHeldIsDueAndIsTheFewestPieces(@ForAll long seed) {
        holds(seed, ChangeAdvisor::advise);
    }

    @Property(tries = 100)
    void aLargeTillIsDecidedToo(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        Currency currency = CURRENCIES.get(chance.nextInt(CURRENCIES.size()));
        Pieces stock = stock(currency, chance, 20);
        long due = chance.nextLong(stock.total().minorUnits() + 10);
        judge(currency.of(due), stock, ChangeAdvisor.advise(currency.of(due), stock));
    }

    /// The negative control: the largest first, as most tills do it, must not pass for the fewest.
    @Test
    void takingTheLargestFirstIsNoticed() {
        assertThatThrownBy(() -> IntStream.range(0, 3_000).forEach(seed -> holds(seed, ChangeLawsTest::largestFirst)))
                .isInstanceOf(AssertionError.class);
    }

    /// The other negative control: change in the fewest pieces there are, held or not.
    @Test
    void givingMoreThanIsHeldIsNoticed() {
        assertThatThrownBy(() -> IntStream.range(0, 3_000)
                        .forEach(seed -> holds(seed, (due, _) -> new ChangeAdvice.Paid(Pieces.largestFirst(due)))))
                .isInstanceOf(AssertionError.class);
    }

    @Property(tries = 1_000)
    void changeAcrossTwoCurrenciesAddsUpToWhatIsDue(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        Currency dollar = CURRENCIES.get(1);
        Currency riel = CURRENCIES.get(2);
        Pieces dollars = stock(dollar, chance, 4);
        Money worth = riel.of(chance.nextLong(100, 700));
        var second = new SecondCurrency(stock(riel, chance, 6), dollar.of(100), worth);
        Money due = dollar.of(chance.nextLong(4_000));
        var change = ChangeAdvisor.across(due, dollars, dollar.of(100), second);

        assertThat(change.first().total().plus(change.rest())).isEqualTo(due);
        assertThat(change.first().minus(dollars).counts().values()).allMatch(count -> count <= 0);
        assertThat(change.first().counts().keySet()).allMatch(face -> face >= 100);
        assertThat(change.settled()).isEqualTo(riel.rounding().refundAt(change.rest(), dollar.of(100), worth));
        assertThat(change.exchanged().plus(change.rounding())).isEqualTo(change.settled());
        assertThat(change.rounding().absolute()).isLessThanOrEqualTo(riel.of(riel.cashStep()));
        judge(change.settled(), second.stock(), change.second());
    }

    private static void holds(long seed, BiFunction<Money, Pieces, ChangeAdvice> advisor) {
        var chance = new SplittableRandom(seed);
        Currency currency = CURRENCIES.get(chance.nextInt(CURRENCIES.size()));
        Pieces stock = stock(currency, chance, 1 + chance.nextInt(6));
        Money due = currency.of(chance.nextLong(stock.total().minorUnits() + 20));
        judge(due, stock, advisor.apply(due, stock));
    }

    private static void judge(Money due, Pieces stock, ChangeAdvice advice) {
        int[] fewest = fewest(stock, (int) stock.total().minorUnits());
        switch (advice) {
            case ChangeAdvice.Paid(var pieces) -> fewestFor(due, pieces, stock, fewest);
            case ChangeAdvice.NotExact(var below, var above) -> {
                assertThat(reachable(fewest, due.minorUnits())).isFalse();
                fewestFor(nearest(due, fewest, -1).orElseThrow(), below, stock, fewest);
                assertThat(above.map(Pieces::total)).isEqualTo(nearest(due, fewest, 1));
                above.ifPresent(pieces -> fewestFor(pieces.total(), pieces, stock, fewest));
            }
            case ChangeAdvice.Undecided(var pieces) -> throw new AssertionError("undecided: " + pieces);
        }
    }

    private static void fewestFor(Money amount, Pieces pieces, Pieces stock, int[] fewest) {
        assertThat(pieces.total()).isEqualTo(amount);
        assertThat(pieces.isHeld()).isTrue();
        assertThat(stock.minus(pieces).counts().values()).allMatch(count -> count >= 0);
        assertThat(count(pieces)).isEqualTo(fewest[(int) amount.minorUnits()]);
    }

    private static Optional<Money> nearest(Money due, int[] fewest, int step) {
        for (long sum = due.minorUnits(); sum >= 0 && sum < fewest.length + due.minorUnits(); sum += step) {
            if (reachable(fewest, sum)) {
                return Optional.of(due.currency().of(sum));
            }
        }
        return Optional.empty();
    }

    private static boolean reachable(int[] fewest, long sum) {
        return sum < fewest.length && fewest[(int) sum] != UNREACHABLE;
    }

    /// The fewest pieces for every sum up to the most, one piece after another.
    private static int[] fewest(Pieces stock, int most) {
        int[] fewest = new int[most + 1];
        Arrays.fill(fewest, UNREACHABLE);
        fewest[0] = 0;
        stock.counts().forEach((face, count) -> {
            for (long piece = 0; piece < count; piece++) {
                for (int sum = most; sum >= face; sum--) {
                    int before = fewest[(int) (sum - face)];
                    if (before != UNREACHABLE) {
                        fewest[sum] = Math.min(fewest[sum], before + 1);
                    }
                }
            }
        });
        return fewest;
    }

    private static ChangeAdvice largestFirst(Money due, Pieces stock) {
        var counts = new TreeMap<Long, Long>();
        long rest = due.minorUnits();
        for (var each : stock.counts().entrySet()) {
            long taken = Math.min(each.getValue(), rest / each.getKey());
            counts.put(each.getKey(), taken);
            rest -= taken * each.getKey();
        }
        var pieces = Pieces.of(due.currency(), counts);
        return rest == 0 ? new ChangeAdvice.Paid(pieces) : new ChangeAdvice.NotExact(pieces, Optional.empty());
    }

    private static long count(Pieces pieces) {
        return pieces.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Pieces stock(Currency currency, SplittableRandom chance, int most) {
        var counts = new TreeMap<Long, Long>();
        currency.denominations().forEach(each -> {
            if (chance.nextInt(3) > 0) {
                counts.put(each.minorUnits(), chance.nextLong(most + 1L));
            }
        });
        return Pieces.of(currency, counts);
    }

    private static Currency currency(String code, long... faces) {
        return new Currency(
                code,
                2,
                Arrays.stream(faces)
                        .mapToObj(face -> new Denomination(face, Kind.NOTE))
                        .toList(),
                CashRounding.nearest(code.equals("KHR") ? 5 : 1));
    }
}
