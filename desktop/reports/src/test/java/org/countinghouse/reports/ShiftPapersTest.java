package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.reports.ShopDay.GBP;

import java.util.List;
import org.countinghouse.ledger.entry.Entry;
import org.junit.jupiter.api.Test;

class ShiftPapersTest {
    private final ShopDay day = ShopDay.of("""
            open   100.00 GBP
            sale     5.00 GBP
            count  105.00 GBP
            close
            open   105.00 GBP
            sale     6.00 GBP
            """, GBP);

    private ShiftPapers papers(List<Entry> entries) {
        return new ShiftPapers(day.letterhead(), entries, day.head(), "0.1.0");
    }

    @Test
    void aShiftThatIsStillOpenHasNoPapers() {
        assertThatThrownBy(() -> papers(day.entriesOf("1-2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a closed shift: its shift-closed entry is missing");
    }

    @Test
    void anotherShiftsEntriesAreRefused() {
        assertThatThrownBy(() -> papers(day.entries.subList(1, day.entries.size())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not of shift 1-");
    }

    @Test
    void anEntryOfNoShiftIsRefused() {
        assertThatThrownBy(() -> papers(day.entries.subList(0, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 1 (shop-set-up) is not of shift 1-1");
    }

    @Test
    void noEntriesAreNoShift() {
        assertThatThrownBy(() -> papers(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a closed shift: its shift-opened entry is missing");
    }

    @Test
    void anEntryGivenTwiceIsRefused() {
        var entries = new java.util.ArrayList<>(day.entriesOf("1-1"));
        entries.add(1, entries.get(1));
        assertThatThrownBy(() -> papers(entries))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 4 stands after entry 4");
    }

    @Test
    void aHashIsSixtyFourHexDigits() {
        assertThatThrownBy(() -> new LedgerHead("counter-1", 1, 1, "abc")).hasMessage("\"abc\" is no SHA-256 in hex");
    }
}
