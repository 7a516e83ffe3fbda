package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.day;

import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.junit.jupiter.api.Test;

class DayTest {
    @Test
    void aDayWithADropAndAShortCount() {
        day("""
            float      200.00
            sale        35.50
            paid-out    12.00  milk
            safe-drop  150.00
            count       73.00
            close
            """).endsWith("expected 73.50", "short 0.50");
    }

    @Test
    void theWorkedExampleOfADrawerShift() {
        day("""
            float      150.00
            sale       412.35
            refund      23.10
            paid-in     40.00  found
            paid-out    65.00  delivery
            count      511.75
            close
            """).endsWith("expected 514.25", "short 2.50");
    }

    @Test
    void changeGivenIsNotInTheTill() {
        day("""
            float  200.00
            sale    75.00 paid 100.00
            sale   700.00 paid 800.00
            count  980.00
            close
            """).endsWith("expected 975.00", "over 5.00");
    }

    @Test
    void aCardSaleLeavesTheTillAlone() {
        day("""
            float   50.00
            sale     9.99 card
            count   50.00
            close
            """).endsWith("expected 50.00", "exact 0.00");
    }

    @Test
    void aShiftWithoutASaleKeepsItsFloatAndItsMoves() {
        day("""
            float     50.00
            paid-in    5.00  found
            paid-out   7.50  milk
            count     47.50
            close
            """).endsWith("expected 47.50", "exact 0.00");
    }

    @Test
    void expectedMayBeNegative() {
        day("""
            float      10.00
            paid-out   12.50  milk
            count       0.00
            close
            """).endsWith("expected -2.50", "over 2.50");
    }

    @Test
    void anEmptyTillIsOpenedAndClosed() {
        day("""
            float  0.00
            count  0.00
            close
            """).endsWith("expected 0.00", "exact 0.00");
    }

    @Test
    void theNextOpeningIsProposedFromWhatWasCountedLessTheDrop() {
        var shop = day("""
            float  100.00
            sale    40.00
            count  139.00
            close   39.00
            float  100.00
            """);
        var opening = shop.facts(ShiftOpened.class).getLast().floats().getFirst();
        assertThat(opening.proposed()).isEqualTo(GBP.of(100_00));
        assertThat(opening.overShort().isZero()).isTrue();
    }

    @Test
    void anOpeningThatIsShortIsARecordOfItsOwnAndEntersOnce() {
        var shop = day("""
            float  100.00
            count  100.00
            close
            float   95.00
            sale     5.00
            count  100.00
            close
            """);
        var found = shop.facts(OverShortFound.class);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().occasion()).isEqualTo(OverShortFound.Occasion.OPENING);
        assertThat(found.getFirst().difference()).isEqualTo(GBP.of(-5_00));
        shop.endsWith("expected 100.00", "exact 0.00");
    }

    @Test
    void countingTheOpeningAsZeroIsAShortOpeningAndNoSilentLoss() {
        var shop = day("""
            float  50.00
            count  50.00
            close
            float   0.00
            """);
        assertThat(shop.facts(OverShortFound.class).getLast().difference()).isEqualTo(GBP.of(-50_00));
        assertThat(shop.expected(GBP).isZero()).isTrue();
    }

    @Test
    void aCountIsVoidOnceCashMoves() {
        day("""
            float  50.00
            count  50.00
            sale    1.00
            close
            """).endsWith("refused count-not-sealed");
    }

    @Test
    void aShiftIsClosedOnce() {
        day("""
            float  50.00
            count  50.00
            close
            close
            """).endsWith("refused no-open-shift");
    }

    @Test
    void eachCurrencyHasItsOwnExpectedAndOverShort() {
        day(Day.USD, """
            float  USD 100.00 KHR 400000
            sale   12.00
            count  USD 112.07 KHR 399700
            close
            """).endsWith("USD expected 112.00", "USD over 0.07", "KHR expected 400000", "KHR short 300");
    }

    @Test
    void aCurrencyTheTillHoldsMustBeCounted() {
        day(Day.USD, """
            float  USD 100.00 KHR 400000
            count  USD 100.00
            """).endsWith("refused not-counted");
    }

    @Test
    void yenHasNoDecimalsAndTheDinarThree() {
        day(Day.JPY, """
            float  20000
            sale   1234 paid 2000
            count  21234
            close
            """).endsWith("JPY expected 21234", "JPY exact 0");
        day(Day.KWD, """
            float  10.000
            sale    1.255 paid 2.000
            count  11.250
            close
            """).endsWith("KWD expected 11.255", "KWD short 0.005");
    }

    @Test
    void zNumbersAreGaplessAndNeverForAnUnusedPeriod() {
        var shop = day("""
            z
            """);
        shop.endsWith("refused nothing-to-report");
        shop.then("""
            float         50.00
            sale           2.00
            count         52.00
            close-with-z   2.00
            z
            """).endsWith("refused nothing-to-report");
        shop.then("""
            float  50.00
            sale    3.00
            refund  1.00
            count  52.00
            close   2.00
            z
            """);
        var reports = shop.facts(ZReported.class);
        assertThat(reports).extracting(ZReported::number).containsExactly(1L, 2L);
        assertThat(reports.getLast().grandTotals().getFirst().sales()).isEqualTo(GBP.of(5_00));
        assertThat(reports.getLast().grandTotals().getFirst().refunds()).isEqualTo(GBP.of(1_00));
    }

    @Test
    void aPeriodOfTwoShiftsHasOneZ() {
        var shop = day("""
            float  50.00
            sale    2.00
            count  52.00
            close
            float  52.00
            sale    3.00
            count  55.00
            close
            z
            """);
        assertThat(shop.facts(ZReported.class).getFirst().shifts()).hasSize(2);
    }

    @Test
    void aZIsNotTakenWhileAShiftIsOpen() {
        day("""
            float  50.00
            z
            """).endsWith("refused shift-already-open");
    }

    @Test
    void aRefundIsNeverMoreThanIsLeftOfTheSale() {
        var shop = day("""
            float        50.00
            sale         10.00
            refund-last   6.00
            refund-last   5.00
            """);
        shop.endsWith("refused refund-exceeds-sale");
        shop.then("refund-last 4.00").endsWith("refund-made");
    }

    @Test
    void whatMakesNoSenseIsRefusedAndWritesNothing() {
        var shop = day("float 50.00");
        long before = shop.books.lastSequence();
        shop.then("sale 10.00 paid 9.00").endsWith("refused not-enough-tendered");
        shop.then("sale 0.00").endsWith("refused not-positive");
        shop.then("paid-out 5.00").endsWith("refused reason-missing");
        shop.then("no-sale").endsWith("refused reason-missing");
        shop.then("safe-drop -1.00").endsWith("refused not-positive");
        shop.then("float 50.00").endsWith("refused shift-already-open");
        assertThat(shop.books.lastSequence()).isEqualTo(before);
    }

    @Test
    void aDropGoesFromTheTillToTheSafe() {
        var shop = day("""
            float      100.00
            sale        50.00
            safe-drop   40.00
            """);
        assertThat(shop.books.balance(Account.SAFE, GBP)).isEqualTo(GBP.of(-100_00 + 40_00));
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(110_00));
    }
}
