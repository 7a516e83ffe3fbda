package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.ledger.Day.GBP;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.till.SaleMade;
import org.junit.jupiter.api.Test;

/// What holds for every day, not for one: random days on the true rules.
class LawsTest {
    private static final String[] WAYS = {
        "sale %s",
        "sale %s card",
        "sale %s paid 500.00",
        "refund %s",
        "paid-in %s found",
        "paid-out %s milk",
        "safe-drop %s",
        "float-loan %s",
        "no-sale look",
        "count %s",
        "close",
        "close-with-z",
        "z",
        "float %s"
    };

    @Property(tries = 300)
    void everyPostingIsAnsweredByAnother(@ForAll long seed) {
        var shop = randomDay(seed);
        shop.entries.forEach(entry -> assertThat(sum(entry.fact())).isZero());
    }

    @Property(tries = 300)
    void theFormulaAndThePostingsAgreeAfterEveryEntry(@ForAll long seed) {
        // Books#expected throws when they do not.
        var shop = randomDay(seed);
        shop.books.openShift(Day.TILL).ifPresent(shift -> shop.books.expected(shift.id(), GBP));
    }

    @Property(tries = 300)
    void theBooksAreTheFoldOfTheEntries(@ForAll long seed) {
        var shop = randomDay(seed);
        var rebuilt = new Books();
        shop.entries.forEach(rebuilt::apply);
        assertThat(rebuilt.snapshot()).isEqualTo(shop.books.snapshot());
        assertThat(Books.of(rebuilt.snapshot()).snapshot()).isEqualTo(rebuilt.snapshot());
    }

    @Property(tries = 300)
    void zNumbersCountOnFromOne(@ForAll long seed) {
        var numbers = randomDay(seed).facts(ZReported.class).stream()
                .map(ZReported::number)
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void anEntryWhosePostingsDoNotBalanceIsRefused() {
        var shop = Day.day("float 50.00");
        var lopsided = new SaleMade(Day.TILL, GBP.of(500), List.of(), List.of(), Cash.of(GBP.zero()), "");
        assertThatThrownBy(() -> shop.books.apply(new Entry(
                        shop.books.lastSequence() + 1,
                        new UUID(7, 99),
                        shop.entries.getFirst().recordedAt(),
                        shop.entries.getFirst().businessDate(),
                        Optional.empty(),
                        "dara",
                        Optional.empty(),
                        lopsided)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not balance");
    }

    @Property
    void anAmountWrittenAndReadIsTheSame(@ForAll @LongRange(min = -Money.LARGEST, max = Money.LARGEST) long minor) {
        for (var currency : List.of(Day.GBP, Day.JPY, Day.KWD)) {
            assertThat(Money.parse(currency.of(minor).decimal(), currency)).isEqualTo(currency.of(minor));
        }
    }

    @Property
    void theLargestPiecesFirstMakeTheAmount(@ForAll @LongRange(min = 0, max = 100_000_000) long minor) {
        assertThat(Pieces.largestFirst(GBP.of(minor)).total()).isEqualTo(GBP.of(minor));
    }

    @Test
    void textThatIsNoAmountIsRefused() {
        for (String text : List.of("", "1,50", "1e3", " 1", "+1", ".5", "5.", "٣.50", "３.50", "NaN", "0x10", "1 000")) {
            assertThatThrownBy(() -> Money.parse(text, GBP)).isInstanceOf(MoneyFormatException.class);
        }
        assertThatThrownBy(() -> Money.parse("1.005", GBP)).hasMessageContaining("2 decimals");
        assertThatThrownBy(() -> Money.parse("1.5", Day.JPY)).hasMessageContaining("0 decimals");
        assertThatThrownBy(() -> Money.parse("99999999999999999", GBP)).hasMessageContaining("more than a till");
    }

    @Test
    void sumsThatDoNotFitAreRefusedAndNeverWrap() {
        assertThatThrownBy(() -> GBP.of(Long.MAX_VALUE).plus(GBP.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> GBP.of(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> GBP.of(1).plus(Day.KHR.of(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Day randomDay(long seed) {
        var chance = new SplittableRandom(seed);
        var shop = Day.day("float 100.00");
        for (int i = 0; i < 60; i++) {
            String amount = Money.parse(chance.nextInt(1, 400) + ".00", GBP).decimal();
            shop.then(WAYS[chance.nextInt(WAYS.length)].formatted(amount));
        }
        return shop;
    }

    private static long sum(Fact fact) {
        return fact.postings().stream()
                .map(Posting::amount)
                .mapToLong(Money::minorUnits)
                .sum();
    }

    @Test
    void anAccountIsNamedWithPlainWords() {
        assertThatThrownBy(() -> new Account("paid-out/a b")).hasMessageContaining("no account");
    }
}
