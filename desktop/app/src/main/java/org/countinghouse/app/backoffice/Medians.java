package org.countinghouse.app.backoffice;

import java.util.List;

/// What is usual among some figures. A single large one moves it little, as it would move an average.
final class Medians {
    private Medians() {}

    /// Where the middle half of the figures lies.
    ///
    /// @param low a quarter is not above it
    /// @param high a quarter is not below it
    record Band(long low, long median, long high) {}

    /// The one in the middle; between two in the middle, their mean, rounded towards zero.
    ///
    /// @throws IllegalArgumentException when there are none
    static long median(List<Long> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("nothing is in the middle of nothing");
        }
        var sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Math.addExact(sorted.get(middle - 1), sorted.get(middle)) / 2;
    }

    /// The median, and the medians of the lower and the upper half, each with the middle one where there is one
    /// (Tukey, Exploratory Data Analysis, hinges).
    ///
    /// @throws IllegalArgumentException when there are none
    static Band band(List<Long> figures) {
        var sorted = figures.stream().sorted().toList();
        int half = (sorted.size() + 1) / 2;
        return new Band(
                median(sorted.subList(0, half)),
                median(sorted),
                median(sorted.subList(sorted.size() - half, sorted.size())));
    }
}
