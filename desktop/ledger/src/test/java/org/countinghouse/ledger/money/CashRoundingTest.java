package org.countinghouse.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.countinghouse.ledger.money.CashRounding.Direction;
import org.countinghouse.ledger.money.CashRounding.Tie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CashRoundingTest {
    private static final Currency ANY = new Currency("XXX", 2, List.of(), 1);
    private static final CashRounding SWEDEN = new CashRounding(100, Tie.UP, Direction.NEAREST, false);

    @Test
    void swedenTakesWholeKronorAndPaysHalfAKronaTheOtherWay() {
        rounds(SWEDEN, """
            12.00 12.00
            12.01 12.00
            12.49 12.00
            12.50 13.00
            12.99 13.00
            """);
        paysOut(SWEDEN, """
            12.49 12.00
            12.50 12.00
            12.51 13.00
            """);
    }

    @Test
    void switzerlandGoesToTheNearestFiveCentimes() {
        rounds(CashRounding.nearest(5), """
            12.32 12.30
            12.33 12.35
            7.48  7.50
            """);
    }

    @Test
    void southAfricaGoesDown() {
        rounds(down(5), """
            1.04 1.00
            1.05 1.05
            1.09 1.05
            """);
        rounds(down(10), """
            1.09 1.00
            1.10 1.10
            """);
    }

    @Test
    void cambodiaGoesToTheNearestHundredRiel() {
        var riel = new Currency("KHR", 0, List.of(), 100);
        assertThat(riel.rounding().sale(riel.of(8_249))).isEqualTo(riel.of(8_200));
        assertThat(riel.rounding().sale(riel.of(8_250))).isEqualTo(riel.of(8_300));
        assertThat(riel.rounding().refund(riel.of(8_250))).isEqualTo(riel.of(8_300));
    }

    @Test
    void belgiumFinlandAndAustraliaGoToTheNearestFiveCents() {
        rounds(CashRounding.nearest(5), """
            3.00 3.00
            3.02 3.00
            3.03 3.05
            3.07 3.05
            3.08 3.10
            3.09 3.10
            """);
    }

    @Test
    void newZealandGoesEitherWayAtFiveCents() {
        rounds(CashRounding.nearest(10), "3.04 3.00\n3.05 3.10\n3.06 3.10");
        rounds(new CashRounding(10, Tie.DOWN, Direction.NEAREST, true), "3.04 3.00\n3.05 3.00\n3.06 3.10");
    }

    @Test
    void aTieGoesToTheEvenStepWhereThatIsTheRule() {
        var even = new CashRounding(10, Tie.EVEN, Direction.NEAREST, false);
        rounds(even, "3.05 3.00\n3.15 3.20\n3.16 3.20");
        paysOut(even, "3.05 3.00\n3.15 3.20");
    }

    @Test
    void upIsUpAndTurnsDownForWhatIsPaidOut() {
        var up = new CashRounding(25, Tie.DOWN, Direction.UP, false);
        rounds(up, "1.00 1.00\n1.01 1.25");
        paysOut(up, "1.00 1.00\n1.24 1.00");
    }

    @Test
    void anExchangedAmountIsRoundedOnce() {
        var dollar = new Currency("USD", 2, List.of(), 1);
        var riel = new Currency("KHR", 0, List.of(), 100);
        assertThat(riel.rounding().saleAt(dollar.of(37), dollar.of(100), riel.of(4_100)))
                .isEqualTo(riel.of(1_500));
        // 8,249.99 riel: to the whole riel first it would be 8,250, and 8,300 then.
        assertThat(riel.rounding().refundAt(dollar.of(100), dollar.of(1_000_000), riel.of(82_499_900)))
                .isEqualTo(riel.of(8_200));
        assertThatThrownBy(() -> riel.rounding().saleAt(riel.of(1), dollar.of(100), riel.of(4_100)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNegativeAmountIsNoTotal() {
        assertThatThrownBy(() -> SWEDEN.sale(ANY.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SWEDEN.refund(ANY.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAmountBeyondTheLongIsRefusedRatherThanWrapped() {
        var up = new CashRounding(100, Tie.UP, Direction.UP, true);
        assertThatThrownBy(() -> up.sale(ANY.of(Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class);
        assertThat(CashRounding.nearest(1).sale(ANY.of(Long.MAX_VALUE)).minorUnits())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aStepIsAtLeastOne() {
        assertThatThrownBy(() -> CashRounding.nearest(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSettledIsWholeStepsAndLessThanAStepAway(Direction direction) {
        for (Tie tie : Tie.values()) {
            var rounding = new CashRounding(25, tie, direction, false);
            for (long minor = 0; minor < 200; minor++) {
                long settled = rounding.sale(ANY.of(minor)).minorUnits();
                assertThat(settled % 25).isZero();
                assertThat(Math.abs(settled - minor)).isLessThan(25);
                assertThat(rounding.sale(ANY.of(settled)).minorUnits())
                        .as("what is settled stays")
                        .isEqualTo(settled);
            }
        }
    }

    @Property
    void roundingAFractionOnceIsNotRoundingItTwice(
            @ForAll @LongRange(min = 0, max = 1_000_000) long numerator,
            @ForAll @LongRange(min = 1, max = 1_000) long denominator) {
        long settled = CashRounding.nearest(100).settled(numerator, denominator);
        assertThat(Math.abs(settled * denominator - numerator) * 2).isLessThanOrEqualTo(100 * denominator);
    }

    private static CashRounding down(long step) {
        return new CashRounding(step, Tie.DOWN, Direction.DOWN, true);
    }

    private static void rounds(CashRounding rounding, String table) {
        table.strip()
                .lines()
                .map(line -> line.split(" +"))
                .forEach(line -> assertThat(
                                rounding.sale(Money.parse(line[0], ANY)).decimal())
                        .as(line[0])
                        .isEqualTo(line[1]));
    }

    private static void paysOut(CashRounding rounding, String table) {
        table.strip()
                .lines()
                .map(line -> line.split(" +"))
                .forEach(line -> assertThat(
                                rounding.refund(Money.parse(line[0], ANY)).decimal())
                        .as(line[0])
                        .isEqualTo(line[1]));
    }
}
