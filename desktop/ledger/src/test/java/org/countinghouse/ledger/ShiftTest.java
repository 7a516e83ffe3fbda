package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.day;

import java.util.List;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.junit.jupiter.api.Test;

/// What becomes of a shift between its opening and its close, and after.
class ShiftTest {
    @Test
    void aCountInTheMiddleOfAShiftLetsItGoOn() {
        var shop = day("""
            float  100.00
            sale    10.00
            count  110.00
            sale     5.00
            count  115.00
            close
            """);
        shop.endsWith("expected 115.00", "exact 0.00");
        assertThat(shop.facts(TillCounted.class)).hasSize(2);
    }

    /// Whether a currency is asked for tells nothing of what there is of it now.
    @Test
    void aCurrencyThatCameAndWentIsCountedToo() {
        var shop = day("float 100.00");
        var riel = Cash.of(Day.KHR.of(100));
        shop.give(new Command.PayIn(Day.TILL, riel, "found", ""));
        shop.then("count 100.00").endsWith("refused not-counted");
        shop.give(new Command.PayOut(Day.TILL, riel, "found", ""));
        shop.then("count 100.00").endsWith("refused not-counted");
    }

    @Test
    void nothingMovesInASuspendedShift() {
        var shop = day("""
            float    100.00
            suspend  lunch
            sale      10.00
            """);
        shop.endsWith("refused shift-suspended");
        shop.then("count 100.00").endsWith("refused shift-suspended");
        shop.then("""
            resume
            sale 10.00
            """).endsWith("sale-made");
        shop.then("resume").endsWith("refused shift-not-suspended");
    }

    @Test
    void aParkedShiftLeavesTheTillToTheNextAndIsCountedLater() {
        var shop = day("""
            float         100.00
            sale           10.00
            park
            as rith
            float          50.00
            sale            5.00
            as dara
            count-parked  1-1 109.00
            close-parked  1-1
            """);
        shop.endsWith("expected 110.00", "short 1.00");
        assertThat(shop.books
                        .balance(
                                Account.tray(
                                        shop.facts(ShiftClosed.class).getFirst().shift()),
                                GBP)
                        .isZero())
                .isTrue();
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(55_00));
        shop.then("close-parked 1-1").endsWith("refused shift-not-parked");
        shop.then("""
            count        55.00
            close-with-z
            """).endsWith("z-reported");
        assertThat(shop.facts(ZReported.class).getFirst().shifts()).hasSize(2);
    }

    @Test
    void theZWaitsForAParkedShift() {
        day("""
            float  100.00
            park
            z
            """).endsWith("refused shift-already-open");
    }

    @Test
    void aTillIsHandedOverWhenBothCountTheSame() {
        var shop = day("""
            float         100.00
            sale           10.00
            hand-over-to  rith 110.00
            """);
        assertThat(shop.books.balance(Account.handover(Day.TILL), GBP)).isEqualTo(GBP.of(110_00));
        assertThat(shop.books.balance(Account.till(Day.TILL), GBP).isZero()).isTrue();
        shop.then("sale 1.00").endsWith("refused shift-handed-over");
        shop.then("close").endsWith("refused shift-handed-over");
        shop.then("""
            as rith
            take-over 110.00
            sale        5.00
            count     115.00
            close
            """).endsWith("expected 115.00", "exact 0.00");
    }

    @Test
    void onlyASealedCountIsHandedOver() {
        var shop = day("float 100.00\ncount 99.00");
        assertThat(shop.give(new Command.HandOver(Day.TILL, "rith", List.of(Cash.of(GBP.of(98_00))), "", "")))
                .containsExactly("refused count-not-sealed");
        shop.then("sale 1.00");
        assertThat(shop.give(new Command.HandOver(Day.TILL, "rith", List.of(Cash.of(GBP.of(99_00))), "", "")))
                .containsExactly("refused count-not-sealed");
    }

    @Test
    void aDifferenceBeforeTheHandoverStaysWithWhoHandedOver() {
        var shop = day("""
            float         100.00
            hand-over-to  rith 99.00
            as rith
            take-over      99.00
            count          99.00
            close
            """);
        shop.endsWith("expected 99.00", "exact 0.00");
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP)).isEqualTo(GBP.of(1_00));
    }

    @Test
    void twoCountsThatDifferNeedAThirdPerson() {
        var shop = day("""
            float         100.00
            hand-over-to  rith 100.00
            as rith
            take-over      98.00
            """);
        shop.endsWith("refused counts-differ");
        shop.then("""
            approved-by dara
            take-over   98.00
            """).endsWith("refused approver-acted");
        shop.then("""
            approved-by sok
            take-over   98.00
            """).endsWith("till-received", "over-short-found");
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(98_00));
    }

    @Test
    void onlyWhoATillIsHandedToMayTakeItOrWhoHandedItTakeItBack() {
        var shop = day("""
            float         100.00
            hand-over-to  rith 100.00
            as mey
            take-over     100.00
            """);
        shop.endsWith("refused not-handed-to");
        shop.then("""
            as dara
            take-over     100.00
            sale            1.00
            """).endsWith("sale-made");
        shop.then("hand-over-to nobody 101.00").endsWith("refused unknown-employee");
    }

    @Test
    void aRecountAfterTheCloseIsARecordOfItsOwnAndTheCloseStays() {
        var shop = day("""
            float    100.00
            count     90.00
            close
            recount  100.00
            """);
        assertThat(shop.facts(ShiftRecounted.class)).hasSize(1);
        assertThat(shop.facts(ShiftClosed.class)).hasSize(1);
        assertThat(shop.books.balance(Account.till(Day.TILL), GBP)).isEqualTo(GBP.of(100_00));
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP).isZero())
                .isTrue();
        shop.then("""
            recount  100.00
            recount  100.00
            recount  100.00
            """).endsWith("refused counted-too-often");
        shop.then("""
            float    100.00
            recount  100.00
            """).endsWith("refused nothing-to-recount");
    }

    @Test
    void aRecountAfterTheZIsInTheNextOne() {
        var shop = day("""
            float         100.00
            count          90.00
            close-with-z
            recount       100.00
            float         100.00
            count         100.00
            close-with-z
            """);
        var reports = shop.facts(ZReported.class);
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst().figures())
                .noneMatch(tally -> tally.line().name().equals("RECOUNTED"));
        assertThat(reports.getLast().figures())
                .anyMatch(tally -> tally.line().name().equals("RECOUNTED"));
    }

    @Test
    void aTillIsCountedAtMostSoOftenWithoutAManager() {
        var shop = day("""
            float  100.00
            count   99.00
            count   98.00
            count   97.00
            count   96.00
            """);
        shop.endsWith("refused counted-too-often");
        shop.then("""
            approved-by sok
            count  100.00
            """).endsWith("till-counted");
        assertThat(shop.facts(TillCounted.class)).hasSize(4);
    }

    @Test
    void aClosedShiftIsNeverOpenedAgain() {
        day("""
            float  100.00
            count  100.00
            close
            resume
            """).endsWith("refused no-open-shift");
    }
}
