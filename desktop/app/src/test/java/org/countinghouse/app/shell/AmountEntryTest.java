package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countinghouse.ledger.money.Currency;
import org.junit.jupiter.api.Test;

class AmountEntryTest {
    private static final Currency GBP = new Currency("GBP", 2, List.of(), 1);
    private static final Currency KHR = new Currency("KHR", 0, List.of(), 100);
    private static final Currency KWD = new Currency("KWD", 3, List.of(), 1);

    @Test
    void anAmountIsTypedKeyByKey() {
        assertThat(typed(GBP, "12.5").amount()).hasValue(GBP.of(1250));
        assertThat(typed(GBP, ".5").amount()).hasValue(GBP.of(50));
        assertThat(typed(GBP, "12.").amount()).hasValue(GBP.of(1200));
        assertThat(typed(KWD, "1.234").amount()).hasValue(KWD.of(1234));
    }

    @Test
    void keysThatMakeNoAmountAreNotTaken() {
        assertThat(typed(GBP, "1.2.34x5").text()).isEqualTo("1.23");
        assertThat(typed(KHR, "40.00").text()).isEqualTo("4000");
        assertThat(typed(GBP, "007").text()).isEqualTo("7");
        assertThat(typed(GBP, "99999999999999").text()).hasSize(10);
    }

    @Test
    void backspaceTakesTheLastKeyBack() {
        var entry = typed(GBP, "12.5");
        entry.press(AmountEntry.BACKSPACE);
        entry.press(AmountEntry.BACKSPACE);
        assertThat(entry.text()).isEqualTo("12");
        entry.clear();
        entry.press(AmountEntry.BACKSPACE);
        assertThat(entry.amount()).isEmpty();
    }

    private static AmountEntry typed(Currency currency, String keys) {
        var entry = new AmountEntry(currency);
        entry.type(keys);
        return entry;
    }
}
