package org.countinghouse.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How long something took, over several rounds. The figures are medians of the rounds' figures: one disturbed round
/// does not move them.
final class Timings {
    private final String name;
    private final List<long[]> rounds = new ArrayList<>();

    Timings(String name) {
        this.name = name;
    }

    /// Runs the work so many times as one round.
    void round(int times, Runnable work) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        round(nanos);
    }

    /// A round that was timed elsewhere.
    void round(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        rounds.add(sorted);
    }

    String name() {
        return name;
    }

    /// @param hundredths 50 for the median, 99 for the slowest in a hundred
    double micros(int hundredths) {
        double[] figures = rounds.stream()
                .mapToDouble(nanos -> nanos[(nanos.length - 1) * hundredths / 100] / 1_000.0)
                .sorted()
                .toArray();
        return figures[figures.length / 2];
    }
}
