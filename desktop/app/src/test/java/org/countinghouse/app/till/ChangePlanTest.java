package org.countinghouse.app.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.till.ChangePlan.Part;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.junit.jupiter.api.Test;

class ChangePlanTest {
    private final TillFixture at = TillFixture.inPhnomPenh(true);
    private final Terms terms = at.trade.terms(at.dollar());

    @Test
    void changeIsGivenInTheFewestPieces() {
        assertThat(inPounds("7.70", Map.of(500L, 2L, 200L, 5L, 50L, 5L, 20L, 5L)))
                .isEqualTo(Map.of(500L, 1L, 200L, 1L, 50L, 1L, 20L, 1L));
    }

    @Test
    void piecesTheTillDoesNotHoldAreNotProposed() {
        assertThat(inPounds("7.70", Map.of(200L, 9L, 50L, 9L, 20L, 9L))).isEqualTo(Map.of(200L, 3L, 50L, 3L, 20L, 1L));
    }

    @Test
    void whatTheLargestFirstCannotMakeIsFoundAllTheSame() {
        assertThat(inPounds("0.60", Map.of(50L, 1L, 20L, 3L))).isEqualTo(Map.of(20L, 3L));
    }

    @Test
    void withoutAnyKnownPiecesTheFewestThereAreAreProposedAndNothingIsClaimed() {
        assertThat(inPounds("0.60", Map.of())).isEqualTo(Map.of(50L, 1L, 10L, 1L));
        var plan = plan("10.37", cash(money("20.00")), Map.of(), Optional.empty());
        assertThat(plan.isLacking()).isFalse();
    }

    @Test
    void aTillWithoutThePiecesSaysWhatItCanMake() {
        var alone = new Terms(List.of(), terms.stock(), List.of());
        var part = ChangePlanner.plan(due("10.37", alone).with(cash(money("20.00"))), Optional.empty())
                .orElseThrow()
                .parts()
                .getFirst();
        assertThat(part.lacking()).isTrue();
        assertThat(part.nearest()).containsExactly(money("9.00"), money("10.00"));
        assertThat(words(List.of(part)))
                .containsExactly("The till cannot make 9.63 USD from what is known to be in it. It can make 9.00 USD or"
                        + " 10.00 USD.");
    }

    @Test
    void whenRielCannotBeMadeFewerDollarsAreGiven() {
        var plan = plan(
                "10.37",
                cash(money("20.00")),
                Map.of(at.dollar(), at.usd(2000, 1, 500, 1, 100, 4), at.riel(), at.khr(5000, 2, 1000, 1, 500, 1)),
                Optional.empty());
        assertThat(plan.isLacking()).isFalse();
        assertThat(amounts(plan)).containsExactly(money("8.00"), at.riel("6500"));
    }

    @Test
    void whatCanBeGivenInsteadIsSaid() {
        at.ring("10.37");
        at.till
                .paymentProperty()
                .get()
                .orElseThrow()
                .know(new Terms(
                        terms.rates(),
                        Map.of(at.dollar(), at.usd(500, 1, 100, 4), at.riel(), at.khr(2000, 1, 500, 1)),
                        List.of()));
        at.till.press('-');
        at.type("20");
        var shown = at.till.paying().previewProperty().get().orElseThrow();
        assertThat(amounts(shown)).containsExactly(at.riel("38500"));
        assertThat(shown.isLacking()).isTrue();
        assertThat(amounts(at.till.paying().instead().orElseThrow())).containsExactly(money("9.00"), at.riel("2500"));
        assertThat(new PayingWords(at.session)
                        .about(shown.parts(), List.of(), at.till.paying().instead()))
                .contains("9.00 USD + 2,500 KHR can be given instead.");
    }

    /// Whoever types that a customer gave a fortune would read the till from the change.
    @Test
    void nobodyLearnsFromTheChangeWhatTheTillHolds() {
        var held = Map.of(at.dollar(), at.usd(2000, 1, 1000, 2, 500, 4, 100, 20), at.riel(), at.khr(500, 1));
        Money all = money("80.00");
        for (String given : List.of("90.50", "95", "100", "150", "9999")) {
            for (var first : List.of(Optional.<Currency>empty(), Optional.of(at.dollar()), Optional.of(at.riel()))) {
                var plan = plan("1.37", cash(money(given)), held, first);
                assertThat(amounts(plan)).doesNotContain(all);
                assertThat(plan.parts()).flatExtracting(Part::nearest).doesNotContain(all);
                assertThat(plan.parts()).extracting(Part::pieces).doesNotContain(held.get(at.dollar()));
            }
        }
    }

    @Test
    void whatIsToldIsWhatTheLedgerWouldWrite() {
        for (long cents = 7; cents < 9_000; cents += 61) {
            for (var first : List.of(Optional.<Currency>empty(), Optional.of(at.dollar()), Optional.of(at.riel()))) {
                var total = at.dollar().of(cents);
                var plan = ChangePlanner.plan(
                                new Due(at.station.shop.till(), total, List.of(cash(money("100.00"))), terms), first)
                        .orElseThrow();
                var written = new ArrayList<Money>();
                written.add(plan.sale().change().amount());
                plan.sale().settlement().change().forEach(cash -> written.add(cash.amount()));
                written.removeIf(Money::isZero);
                assertThat(amounts(plan)).as("%s, %s", total, first).isEqualTo(written);
            }
        }
    }

    private Map<Long, Long> inPounds(String change, Map<Long, Long> held) {
        var bakery = new TillFixture(true);
        Currency pound = bakery.station.shop.mainCurrency();
        var known = new Terms(List.of(), Map.of(pound, Pieces.of(pound, held)), List.of());
        Money total = bakery.station.money("20.00").minus(bakery.station.money(change));
        var due = new Due(bakery.station.shop.till(), total, List.of(cash(bakery.station.money("20.00"))), known);
        return ChangePlanner.plan(due, Optional.empty())
                .orElseThrow()
                .parts()
                .getFirst()
                .pieces()
                .counts();
    }

    private ChangePlan plan(String total, Tendered given, Map<Currency, Pieces> held, Optional<Currency> first) {
        var known = new Terms(terms.rates(), held, List.of());
        return ChangePlanner.plan(due(total, known).with(given), first).orElseThrow();
    }

    private Due due(String total, Terms known) {
        return new Due(at.station.shop.till(), money(total), List.of(), known);
    }

    private List<String> words(List<Part> parts) {
        return new PayingWords(at.session).about(parts, List.of(), Optional.empty());
    }

    private static List<Money> amounts(ChangePlan plan) {
        return plan.parts().stream().map(Part::amount).toList();
    }

    private static Tendered cash(Money amount) {
        return Tendered.of(Tender.CASH, amount);
    }

    private Money money(String amount) {
        return at.station.money(amount);
    }
}
