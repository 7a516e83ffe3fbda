package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countinghouse.ledger.money.Currency;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private static final Currency GBP = new Currency("GBP", 2, List.of(), 1);
    private static final Currency KHR = new Currency("KHR", 0, List.of(), 100);

    @Test
    void digitsStandInGroupsOfThree() {
        assertThat(Amounts.text(GBP.of(123_456_789))).isEqualTo("1,234,567.89");
        assertThat(Amounts.text(GBP.of(5))).isEqualTo("0.05");
        assertThat(Amounts.text(KHR.of(1_000))).isEqualTo("1,000");
        assertThat(Amounts.text(KHR.of(999))).isEqualTo("999");
    }

    @Test
    void aShortAmountHasItsSignInFront() {
        assertThat(Amounts.signed(GBP.of(-50))).isEqualTo("\u22120.50");
        assertThat(Amounts.signed(GBP.of(50))).isEqualTo("+0.50");
        assertThat(Amounts.signed(GBP.zero())).isEqualTo("0.00");
    }
}
