package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jpos.JposConst;
import jpos.JposException;
import org.junit.jupiter.api.Test;

/// What a JavaPOS program meets when a payout breaks off.
class BrokenCashChangerTest extends CashChangerCounter {
    @Test
    void aPayoutThatBreaksOffIsAFailureThatSaysHowMuch() throws JposException {
        metal.async = false;
        enable();
        metal.breaksAfter = 1;

        assertThatThrownBy(() -> changer.dispenseCash("10:1;500:2")).isInstanceOfSatisfying(JposException.class, e -> {
            assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_FAILURE);
            assertThat(e).hasMessageContaining("only EUR 10 moved, 1000 are missing");
        });
        changer.dispenseCash("10:1");
        assertThat(metal.paid).as("nothing was sent again").isEqualTo(20);
    }

    @Test
    void whatNobodyKnowsIsCountedByAPersonBeforeAnythingElseIsPaid() throws JposException {
        metal.async = false;
        metal.countsHidden = true;
        enable();
        metal.breaksAfter = 1;
        assertThatThrownBy(() -> changer.dispenseCash("10:1;500:1")).isInstanceOfSatisfying(JposException.class, e -> {
            assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_FAILURE);
            assertThat(e).hasMessageContaining("a person must count");
        });

        fails(() -> changer.dispenseCash("10:1"), JposConst.JPOS_E_BUSY, 0);
        fails(() -> changer.directIO(CashChangerService.SETTLE, new int[0], "Ann"), JposConst.JPOS_E_ILLEGAL, 0);
        changer.directIO(CashChangerService.SETTLE, new int[] {10}, "Ann and Ben");
        changer.dispenseCash("10:1");
        assertThat(metal.paid).isEqualTo(20);
    }

    /// The program ends between the command and its answer; the next one must find out, and not pay again.
    @Test
    void anOpenPayoutIsLookedIntoAtTheNextStart() throws Exception {
        enable();
        changer.setAsyncMode(true);
        metal.waits = true;
        changer.dispenseCash(";500:1");
        waitUntil(() -> metal.dispensed.size() == 1);
        changer.close();

        metal.waits = false;
        newMachine();
        changer = opened();
        enable();
        waitUntil(() -> {
            try {
                changer.dispenseCash("10:1");
                return true;
            } catch (JposException e) {
                assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_BUSY);
                return false;
            }
        });
        assertThat(metal.paid).isEqualTo(510);
    }

    /// The negative control: a journal that is thrown away lets the second start pay while the first is not settled.
    @Test
    void withoutTheJournalNobodyWouldWait() throws Exception {
        metal.async = false;
        metal.countsHidden = true;
        enable();
        metal.breaksAfter = 0;
        assertThatThrownBy(() -> changer.dispenseCash(";500:1")).isInstanceOf(JposException.class);
        fails(() -> changer.dispenseCash(";500:1"), JposConst.JPOS_E_BUSY, 0);
        changer.close();

        System.setProperty(Journals.FOLDER, folder.resolve("elsewhere").toString());
        newMachine();
        changer = opened();
        enable();
        changer.dispenseCash(";500:1");
        assertThat(metal.dispensed).hasSize(2);
    }
}
