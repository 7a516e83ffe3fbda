package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.day;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.Policy.Limit;
import org.countinghouse.ledger.approval.Policy.Reason;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.junit.jupiter.api.Test;

/// What a cashier may do alone, and who may say yes to more.
class ApprovalTest {
    private static final Policy STRICT = new Policy(
            List.of(
                    new Limit(Role.CASHIER, Matter.OVER_SHORT, "GBP", 2_00),
                    new Limit(Role.CASHIER, Matter.PAID_OUT, "GBP", 20_00),
                    new Limit(Role.CASHIER, Matter.REFUND, "GBP", 10_00),
                    new Limit(Role.CASHIER, Matter.SAFE_DROP, "GBP", 500_00),
                    new Limit(Role.CASHIER, Matter.CORRECTION, "GBP", 5_00),
                    new Limit(Role.CASHIER, Matter.NO_SALE, "", 2),
                    new Limit(Role.MANAGER, Matter.PAID_OUT, "GBP", 100_00)),
            List.of(
                    new Reason(Matter.PAID_OUT, "milk", false),
                    new Reason(Matter.PAID_OUT, "other", true),
                    new Reason(Matter.NO_SALE, "change", false)),
            3);

    private static Day strict(String table) {
        var shop = day("as nary");
        shop.give(new Command.SetPolicy(STRICT));
        return shop.then("as dara\nfloat 100.00").then(table);
    }

    @Test
    void exactlyTheLimitPassesAndAPennyMoreDoesNot() {
        strict("paid-out 20.00 milk").endsWith("paid-out");
        strict("paid-out 20.01 milk").endsWith("refused needs-approval");
    }

    @Test
    void aSecondPersonWithTheRightMayApprove() {
        var shop = strict("""
            approved-by sok
            paid-out 20.01 milk
            """);
        shop.endsWith("paid-out");
        assertThat(shop.entries.getLast().approver()).contains("sok");
    }

    @Test
    void nobodyApprovesWhatTheyDid() {
        strict("""
            approved-by dara
            paid-out 20.01 milk
            """).endsWith("refused approver-acted");
        strict("""
            approved-by dara
            paid-out 1.00 milk
            """).endsWith("refused approver-acted");
    }

    @Test
    void aColleagueOfTheSameRoleDoesNotApprove() {
        strict("""
            approved-by rith
            paid-out 20.01 milk
            """).endsWith("refused approver-may-not");
    }

    @Test
    void aManagerApprovesOnlyUpToTheirOwnLimit() {
        strict("""
            approved-by sok
            paid-out 100.01 milk
            """).endsWith("refused approver-may-not");
    }

    @Test
    void whoAnswersForTheTillDoesNotApproveItsOverOrShortAfterASwitch() {
        var shop = day("as nary");
        shop.give(new Command.SetPolicy(STRICT));
        shop.then("""
            as sok
            float  100.00
            as dara
            count   95.00
            approved-by sok
            close
            """).endsWith("refused approver-acted");
        shop.then("""
            approved-by mey
            close
            """).endsWith("short 5.00");
    }

    @Test
    void theLargestOverOrShortOfAnyTenderDecides() {
        strict("""
            sale             5.00 card
            count-with-card  100.00 5.00
            close
            """).endsWith("exact 0.00");
        strict("""
            sale             5.00 card
            count-with-card  100.00 2.99
            close
            """).endsWith("refused needs-approval");
        var shop = strict("""
            sale             5.00 card
            count-with-card  100.00 3.00
            close
            """);
        shop.endsWith("exact 0.00");
        assertThat(shop.facts(ShiftClosed.class)
                        .getFirst()
                        .declared()
                        .orElseThrow()
                        .getFirst()
                        .overShort())
                .isEqualTo(Day.GBP.of(-2_00));
    }

    /// A sealed count tells what is expected; who counts again, or moves a penny before, could count exactly that.
    @Test
    void whatAnEarlierCountShowedIsNotMadeGoodByAnother() {
        strict("""
            count  95.00
            count 100.00
            close
            """).endsWith("refused needs-approval");
        var shop = strict("""
            count   95.00
            sale     0.10
            count  100.10
            close
            """);
        shop.endsWith("refused needs-approval");
        shop.then("""
            approved-by mey
            close
            """).endsWith("exact 0.00");
        strict("""
            count  98.00
            count 100.00
            close
            """).endsWith("exact 0.00");
    }

    @Test
    void whoTakesATillOverAnswersForTheirOwnCountsOnly() {
        var shop = strict("""
            count   95.00
            count  100.00
            """);
        var shift = shop.books.openShift(Day.TILL).orElseThrow();
        assertThat(shift.life().widest()).containsExactly(Day.GBP.of(-5_00));
        assertThat(shift.handedOver("sok", shift.counted())
                        .received("sok")
                        .life()
                        .widest())
                .isEmpty();
    }

    @Test
    void aRefundADropAndACorrectionHaveLimitsToo() {
        strict("refund 10.01").endsWith("refused needs-approval");
        strict("safe-drop 500.01").endsWith("refused needs-approval");
        strict("""
            sale 5.01
            correct sale-made
            """).endsWith("refused needs-approval");
    }

    @Test
    void theThirdNoSaleOfAShiftNeedsApproval() {
        strict("""
            no-sale change
            no-sale change
            no-sale change
            """).endsWith("refused needs-approval");
    }

    @Test
    void aReasonIsOneOfTheShopsAndSomeSayTooLittleAlone() {
        strict("paid-out 1.00 beer").endsWith("refused reason-unknown");
        strict("paid-out 1.00 other").endsWith("refused note-missing");
        strict("no-sale curiosity").endsWith("refused reason-unknown");
    }

    @Test
    void aCurrencyWithoutALimitOfItsOwnIsNotFree() {
        assertThat(STRICT.allows(Role.CASHIER, Matter.PAID_OUT, Day.KHR.of(100)))
                .isFalse();
        assertThat(STRICT.allows(Role.OWNER, Matter.PAID_OUT, Day.KHR.of(100_000_000)))
                .isTrue();
    }

    @Test
    void aShopThatListsReasonsForADifferenceIsToldOneOfThem() {
        var shop = day("as nary");
        shop.give(new Command.SetPolicy(
                new Policy(List.of(), List.of(new Reason(Matter.OVER_SHORT, "miscounted-change", false)), 3)));
        shop.then("""
            as dara
            float  100.00
            count   99.00
            close
            """).endsWith("refused reason-missing");
        assertThat(shop.give(new Command.CloseShift(
                        Day.TILL, Optional.empty(), List.of(), "", false, "miscounted-change", "")))
                .contains("short 1.00");
    }
}
