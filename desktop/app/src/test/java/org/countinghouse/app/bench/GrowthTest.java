package org.countinghouse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The check must see a leak, or its silence says nothing.
class GrowthTest {
    private static final int FIRST = 100;
    private static final int MORE = 10_000;

    /// Half a kilobyte, as a sale that is kept with its lines.
    private static final int SALE_BYTES = 512;

    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private long held;

    @Test
    void salesThatAreHeldOnToAreSeen() {
        var growth = Growth.of(() -> held += SALE_BYTES, this::megabytes, FIRST, MORE);
        assertThat(growth.isHeld()).as("%s", growth).isTrue();
    }

    @Test
    void salesThatAreLetGoAreNoGrowth() {
        var growth = Growth.of(() -> held = SALE_BYTES, this::megabytes, FIRST, MORE);
        assertThat(growth.isHeld()).as("%s", growth).isFalse();
    }

    @Test
    void whatIsLoadedByTheFirstSalesIsNoGrowth() {
        long most = (long) FIRST * 100 * SALE_BYTES;
        var growth = Growth.of(() -> held = Math.min(most, held + 100 * SALE_BYTES), this::megabytes, FIRST, MORE);
        assertThat(growth.isHeld()).as("%s", growth).isFalse();
    }

    private double megabytes() {
        return held / BYTES_PER_MEGABYTE;
    }

    @Test
    void aHeapThatShrinksHasNotGrown() {
        assertThat(new Growth(40, 31).isHeld()).isFalse();
        assertThat(new Growth(40, 42).isHeld()).isFalse();
        assertThat(new Growth(40, 42.1).isHeld()).isTrue();
    }
}
