package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.day;

import java.time.LocalDate;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.ZReported;
import org.junit.jupiter.api.Test;

/// Mistakes get an answer; they are never rubbed out.
class CorrectionTest {
    @Test
    void aCorrectionTakesBackWhatTheWrongEntryMovedAndLeavesIt() {
        var shop = day("""
            float     100.00
            paid-out   12.00 milk
            approved-by sok
            correct   paid-out
            paid-out   15.00 milk
            count      85.00
            close
            """);
        shop.endsWith("expected 85.00", "exact 0.00");
        var made = shop.facts(CorrectionMade.class).getFirst();
        assertThat(made.corrects())
                .isEqualTo(shop.entries.get((int) made.sequence() - 1).id());
        assertThat(made.late()).isFalse();
        assertThat(shop.books.balance(Account.paidOut("milk"), GBP)).isEqualTo(GBP.of(15_00));
    }

    @Test
    void anEntryIsCorrectedOnceAndACorrectionNever() {
        day("""
            float     100.00
            paid-out   12.00 milk
            approved-by sok
            correct   paid-out
            approved-by sok
            correct   paid-out
            """).endsWith("refused already-corrected");
        day("""
            float     100.00
            paid-out   12.00 milk
            approved-by sok
            correct   paid-out
            approved-by sok
            correct   correction-made
            """).endsWith("refused correction-of-correction");
    }

    @Test
    void aSaleTakenBackCountsWithTheRefundsAndTheGrandTotalNeverGoesDown() {
        var shop = day("""
            float    100.00
            sale      40.00
            approved-by sok
            correct  sale-made
            """);
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(100_00));
        assertThat(shop.books.grandTotal(Day.TILL, GBP)).isEqualTo(new GrandTotal(GBP.of(40_00), GBP.of(40_00)));
        shop.then("refund-last 1.00").endsWith("refused already-corrected");
    }

    @Test
    void aRefundIsNotRefundedAndASaleWithRefundsIsNotTakenBack() {
        var shop = day("""
            float        100.00
            sale          40.00
            refund-last   10.00
            approved-by sok
            correct      sale-made
            """);
        shop.endsWith("refused already-refunded");
        shop.then("refund-refund 5.00").endsWith("refused refund-of-refund");
        shop.then("approved-by sok\ncorrect refund-made").endsWith("correction-made");
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(140_00));
        shop.then("refund-last 40.00").endsWith("refund-made");
    }

    @Test
    void aCountIsVoidOnceACorrectionMovesCash() {
        day("""
            float     100.00
            paid-out   12.00 milk
            count      88.00
            approved-by sok
            correct   paid-out
            close
            """).endsWith("refused count-not-sealed");
    }

    @Test
    void whatIsCountedOrClosedIsNotCorrected() {
        day("""
            float    100.00
            approved-by sok
            correct  shift-opened
            """).endsWith("refused not-correctable");
    }

    @Test
    void aMistakeOfAClosedShiftIsFoundInItsOverOrShortAndTheZStays() {
        var shop = day("""
            float         100.00
            paid-out       12.00 milk
            count          85.00
            close-with-z
            """);
        var z = shop.facts(ZReported.class).getFirst();
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP)).isEqualTo(GBP.of(3_00));
        shop.then("""
            approved-by sok
            correct  paid-out
            approved-by sok
            late     2026-11-20 paid-out 15.00
            """);
        var made = shop.facts(CorrectionMade.class).getFirst();
        assertThat(made.late()).isTrue();
        assertThat(made.number()).isEqualTo(1);
        assertThat(shop.facts(LateRecorded.class).getFirst().number()).isEqualTo(2);
        assertThat(shop.books.balance(Account.till(Day.TILL), GBP)).isEqualTo(GBP.of(85_00));
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP).isZero())
                .isTrue();
        assertThat(shop.facts(ZReported.class)).containsExactly(z);
    }

    @Test
    void aLateSaleIsANumberedCorrectionInTheNextZAndInTheGrandTotals() {
        var shop = day("""
            float         100.00
            sale           10.00
            count         125.00
            close-with-z   25.00
            """);
        shop.today = LocalDate.parse("2026-11-22");
        shop.then("""
            approved-by sok
            late          2026-11-21 sale 15.00
            float         100.00
            count         100.00
            close-with-z
            """);
        var reports = shop.facts(ZReported.class);
        assertThat(reports.getFirst().grandTotals().getFirst().sales()).isEqualTo(GBP.of(10_00));
        assertThat(reports.getLast().grandTotals().getFirst().sales()).isEqualTo(GBP.of(25_00));
        assertThat(reports.getLast().figures())
                .anyMatch(tally -> tally.line() == Line.LATE_SALES && tally.minorUnits() == 15_00);
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP).isZero())
                .isTrue();
    }

    @Test
    void whatBelongsToTodayIsNotLate() {
        day("float 100.00\napproved-by sok\nlate 2026-11-21 sale 15.00").endsWith("refused not-late");
    }

    @Test
    void xAndCopiesAreCountedAndACopyIsOfAnEarlierZ() {
        var shop = day("""
            float         100.00
            x
            x
            count         100.00
            close-with-z
            copy-z        1
            copy-z        1
            """);
        assertThat(shop.books.till(Day.TILL).counters().xReports()).isEqualTo(2);
        assertThat(shop.books.till(Day.TILL).counters().copies()).isEqualTo(2);
        shop.then("copy-z 2").endsWith("refused z-not-found");
        shop.then("""
            float         100.00
            count         100.00
            close-with-z
            """);
        assertThat(shop.facts(ZReported.class).getLast().figures())
                .anyMatch(tally -> tally.line() == Line.COPIES && tally.times() == 2);
    }

    @Test
    void sumsThatDoNotFitAreRefusedAtTheDoor() {
        var shop = day("float 100.00");
        for (int i = 0; i < 4; i++) {
            shop.then("paid-in 9999999999999.99 found").endsWith("paid-in");
        }
        shop.then("paid-in 10000000000000.00 found").endsWith("paid-in");
        var line = new org.countinghouse.ledger.till.SaleLine("gold", 1_000_000_000L, GBP.of(999_999_999_999_999L));
        assertThat(shop.give(new Command.Sell(
                        Day.TILL, GBP.of(1), java.util.List.of(line), java.util.List.of(), java.util.List.of(), "")))
                .containsExactly("refused amount-too-large");
    }
}
