package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Day.GBP;
import static org.countinghouse.ledger.Day.day;

import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.junit.jupiter.api.Test;

/// Safe, bags, bank and cash machine.
class SafeTest {
    @Test
    void theSafeHasACountOfItsOwn() {
        var shop = day("""
            as sok
            begin-safe  1000.00
            as dara
            float        100.00
            safe-drop     40.00
            as sok
            count-safe   939.00
            """);
        assertThat(shop.books.balance(Account.SAFE, GBP)).isEqualTo(GBP.of(939_00));
        assertThat(shop.books.balance(Account.overShort(Account.SAFE), GBP)).isEqualTo(GBP.of(1_00));
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP).isZero())
                .isTrue();
        assertThat(shop.books.balance(Account.beginning(Account.SAFE), GBP)).isEqualTo(GBP.of(-1000_00));
    }

    @Test
    void aBagIsUnderWayUntilItIsReceived() {
        var shop = day("""
            as sok
            begin-safe  1000.00
            send  17 safe/main bank 800.00
            """);
        assertThat(shop.books.balance(Account.bag("17"), GBP)).isEqualTo(GBP.of(800_00));
        assertThat(shop.books.balance(Account.BANK, GBP).isZero()).isTrue();
        shop.then("send 17 safe/main bank 1.00").endsWith("refused bag-under-way");
        shop.then("receive 17 799.00").endsWith("refused counts-differ");
        shop.then("receive 17 800.00").endsWith("transfer-received");
        assertThat(shop.books.balance(Account.BANK, GBP)).isEqualTo(GBP.of(800_00));
        shop.then("receive 17 800.00").endsWith("refused bag-unknown");
    }

    @Test
    void whatTheBankCountsShortIsTheTransfersOwn() {
        var shop = day("""
            as sok
            begin-safe  1000.00
            send  17 safe/main bank 800.00
            approved-by mey
            receive 17 780.00
            """);
        shop.endsWith("transfer-received");
        assertThat(shop.books.balance(Account.TRANSFER_OVER_SHORT, GBP)).isEqualTo(GBP.of(20_00));
        assertThat(shop.books.balance(Account.bag("17"), GBP).isZero()).isTrue();
    }

    @Test
    void aTransferFromATillMustMeetBeforeItsShiftCloses() {
        var shop = day("""
            float  100.00
            send   18 till/1 safe/main 60.00
            count   40.00
            close
            """);
        shop.endsWith("refused bag-not-met");
        shop.then("park").endsWith("refused bag-not-met");
        shop.then("""
            receive 18 60.00
            close
            """).endsWith("expected 40.00", "exact 0.00");
    }

    @Test
    void aBagMayComeBack() {
        day("""
            float   100.00
            send    18 till/1 safe/main 60.00
            return  18 60.00
            count   100.00
            close
            """).endsWith("expected 100.00", "exact 0.00");
    }

    @Test
    void betweenTillsBothSidesMustMeet() {
        var shop = day("float 100.00");
        shop.give(new Command.OpenShift(
                new org.countinghouse.ledger.till.TillId("2"),
                java.util.List.of(org.countinghouse.ledger.money.Cash.of(GBP.of(10_00))),
                java.util.Optional.empty()));
        shop.then("send 19 till/1 till/2 30.00");
        shop.then("receive 19 30.00").endsWith("transfer-received");
        assertThat(shop.books.balance(new Account("till/2"), GBP)).isEqualTo(GBP.of(40_00));
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(70_00));
    }

    @Test
    void aBankDepositHasASlip() {
        day("as sok\nbank 100.00").endsWith("refused slip-missing");
        day("as sok\nbank 100.00 4711").endsWith("bank-deposited");
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        day("as sok\nsend 20 safe/main sales 1.00").endsWith("refused not-a-place");
        day("as sok\nsend 20 safe/main till/9 1.00").endsWith("refused not-a-place");
        day("as sok\nsend 20 safe/main safe/main 1.00").endsWith("refused not-a-place");
    }

    @Test
    void theMachinesInventoryIsItsCountAndItsOverOrShortItsOwn() {
        var shop = day("""
            as sok
            begin-machine  1000.00
            as dara
            float           100.00
            sale            225.00 cash-machine
            as sok
            fill            200.00
            collect         600.00
            machine         820.00
            """);
        var counted = shop.facts(PlaceCounted.class).getLast();
        assertThat(counted.counts().getFirst().expected()).isEqualTo(GBP.of(825_00));
        assertThat(counted.counts().getFirst().overShort()).isEqualTo(GBP.of(-5_00));
        assertThat(counted.discrepancy()).isTrue();
        assertThat(shop.expected(GBP)).isEqualTo(GBP.of(100_00));
        assertThat(shop.books.balance(Account.overShort(Day.TILL), GBP).isZero())
                .isTrue();
    }
}
