package org.countinghouse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The check must see a leak, or its silence says nothing.
class GrowthTest {
    private static final int FIRST = 100;
    private static final int MORE = 10_000;

    /// Half a kilobyte, as a sale that is kept with its lines.
    private static final int SALE_BYTES = 512;

    private byte[] last = {};

    @Test
    void salesThatAreHeldOnToAreSeen() {
        List<byte[]> held = new ArrayList<>();
        var growth = Growth.of(() -> held.add(new byte[SALE_BYTES]), FIRST, MORE);
        assertThat(held).hasSize(FIRST + MORE);
        assertThat(growth.isHeld()).as("%s", growth).isTrue();
    }

    @Test
    void salesThatAreLetGoAreNoGrowth() {
        var growth = Growth.of(() -> last = new byte[SALE_BYTES], FIRST, MORE);
        assertThat(last).hasSize(SALE_BYTES);
        assertThat(growth.isHeld()).as("%s", growth).isFalse();
    }

    @Test
    void whatIsLoadedByTheFirstSalesIsNoGrowth() {
        List<byte[]> loaded = new ArrayList<>();
        var growth = Growth.of(
                () -> {
                    if (loaded.size() < FIRST) {
                        loaded.add(new byte[100 * SALE_BYTES]);
                    }
                },
                FIRST,
                MORE);
        assertThat(growth.isHeld()).as("%s", growth).isFalse();
    }

    @Test
    void aHeapThatShrinksHasNotGrown() {
        assertThat(new Growth(40, 31).isHeld()).isFalse();
        assertThat(new Growth(40, 42).isHeld()).isFalse();
        assertThat(new Growth(40, 42.1).isHeld()).isTrue();
    }
}
