package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.countinghouse.ledger.Quote;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.Test;

/// What is left, held against what the ledger makes of it.
class DueTest {
    private final TillFixture at = TillFixture.inPhnomPenh(true);
    private final Terms terms = at.trade.terms(at.dollar());

    @Test
    void whatIsLeftIsRoundedToWhatCashOfEachCurrencyCanPay() {
        var due = due(money("10.37"));
        assertThat(due.left(at.dollar())).isEqualTo(money("10.37"));
        assertThat(due.left(at.riel())).isEqualTo(at.riel("42500"));
    }

    @Test
    void theRielThatAreLeftAreEnoughAndAStepLessIsNot() {
        everyFewCents().forEach(total -> {
            var due = due(total);
            Money riel = due.left(at.riel());
            assertThat(settled(due.with(cash(riel)))).as("%s in riel", total).satisfies(this::givesNothingBack);
            Money less = riel.minus(at.riel("100"));
            if (less.isPositive()) {
                assertThat(due.with(cash(less)).isCovered())
                        .as("%s in riel", total)
                        .isFalse();
            }
        });
    }

    @Test
    void theDollarsThatAreLeftBesideRielAreEnough() {
        everyFewCents().forEach(total -> {
            Money part = at.riel().of(due(total).left(at.riel()).minorUnits() / 200 * 100);
            if (part.isPositive()) {
                var due = due(total).with(cash(part));
                Money dollars = due.left(at.dollar());
                assertThat(settled(due.with(cash(dollars))))
                        .as("%s: %s and %s", total, part, dollars)
                        .satisfies(this::givesNothingBack);
                assertThat(settled(due.with(Tendered.of(Tender.CARD, due.left()))))
                        .as("%s: %s and a card", total, part)
                        .satisfies(this::givesNothingBack);
            }
        });
    }

    @Test
    void theRielThatAreLeftBesideDollarsAreEnough() {
        everyFewCents().forEach(total -> {
            var due = due(total).with(cash(at.dollar().of(total.minorUnits() / 3 + 1)));
            Money riel = due.left(at.riel());
            if (riel.isPositive()) {
                assertThat(settled(due.with(cash(riel)))).as("%s", total).satisfies(this::givesNothingBack);
            }
        });
    }

    @Test
    void aWorthAndWhatIsLeftMakeTheTotal() {
        var riel = cash(at.riel("20000"));
        var due = due(money("10.37")).with(riel);
        assertThat(due.worth(riel)).isEqualTo(money("4.88"));
        assertThat(due.left()).isEqualTo(money("5.49"));
    }

    @Test
    void aWorthAtTheRateTheShopGivesWouldBeAnother() {
        var wrongSide = terms.rates().getFirst();
        var swapped = new ExchangeRate(
                wrongSide.one(), wrongSide.give(), wrongSide.take(), wrongSide.reference(), "", wrongSide.at());
        var riel = cash(at.riel("20000"));
        var wrong = new Due(
                at.station.shop.till(),
                money("10.37"),
                List.of(riel),
                new Terms(List.of(swapped), Map.of(), List.of()));
        assertThat(wrong.worth(riel)).isEqualTo(money("5.00"));
        // The ledger, which knows the right side, does not settle what the wrong side leaves.
        Money tooLittle = wrong.left();
        assertThat(due(money("10.37")).with(riel).with(cash(tooLittle)).isCovered())
                .isFalse();
    }

    @Test
    void aCardIsNotRoundedAndCashIs() {
        var due = new Due(at.station.shop.till(), at.riel("42037"), List.of(), Terms.UNKNOWN);
        assertThat(due.left()).isEqualTo(at.riel("42037"));
        assertThat(due.left(at.riel())).isEqualTo(at.riel("42000"));
        assertThat(due.with(cash(at.riel("42000"))).isCovered()).isTrue();
        assertThat(due.with(Tendered.of(Tender.CARD, at.riel("42000"))).isCovered())
                .isFalse();
    }

    @Test
    void aSaleTakesOneOtherCurrency() {
        var baht = new Currency("THB", 2, List.of(), 25);
        var rate = new ExchangeRate(money("1.00"), baht.of(3300), baht.of(3200), baht.of(3250), "", Instant.EPOCH);
        var both = new Terms(List.of(terms.rates().getFirst(), rate), Map.of(), List.of());
        var due = new Due(at.station.shop.till(), money("10.37"), List.of(), both);
        assertThat(due.takes(baht)).isTrue();
        var begun = due.with(cash(at.riel("20000")));
        assertThat(begun.takes(baht)).isFalse();
        assertThat(begun.with(cash(baht.of(20_000))).quote(List.of()))
                .isInstanceOfSatisfying(
                        Quote.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.MIXED_CURRENCIES));
    }

    private LongStream cents() {
        return LongStream.iterate(3, cents -> cents < 12_000, cents -> cents + 37);
    }

    private Stream<Money> everyFewCents() {
        return cents().mapToObj(at.dollar()::of);
    }

    private Due due(Money total) {
        return new Due(at.station.shop.till(), total, List.of(), terms);
    }

    private static Tendered cash(Money amount) {
        return Tendered.of(Tender.CASH, amount);
    }

    private static SaleMade settled(Due due) {
        return switch (due.quote(List.of())) {
            case Quote.Settles(var sale) -> sale;
            case Quote.Refused(var why, var details) -> throw new AssertionError(due + " " + why + " " + details);
        };
    }

    private void givesNothingBack(SaleMade sale) {
        assertThat(sale.change().amount().isZero()).isTrue();
        assertThat(sale.settlement().change()).isEmpty();
    }

    private Money money(String amount) {
        return at.station.money(amount);
    }
}
