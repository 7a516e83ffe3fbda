package org.countinghouse.app.bench;

import java.util.function.DoubleSupplier;

/// What work holds on to: the heap before and after it was done many times more.
///
/// @param before MB of heap once everything is loaded
/// @param after MB of heap at the end
record Growth(double before, double after) {
    /// More than that over ten thousand sales is something that is kept for each of them: 200 bytes a sale.
    static final double LIMIT_MEGABYTES = 2;

    /// @param heap MB that are held now
    /// @param first how many times the work is done before it counts, so that what is loaded once does not
    /// @param more how many times it is done then
    static Growth of(Runnable work, DoubleSupplier heap, int first, int more) {
        repeat(work, first);
        double before = heap.getAsDouble();
        repeat(work, more);
        return new Growth(before, heap.getAsDouble());
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    double megabytes() {
        return after - before;
    }

    boolean isHeld() {
        return megabytes() > LIMIT_MEGABYTES;
    }
}
