package org.countinghouse.app.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.countinghouse.app.backoffice.Medians.Band;
import org.junit.jupiter.api.Test;

class MediansTest {
    private static final int TRIES = 500;

    /// A median has at least half of the figures on either side, itself included.
    private static boolean holds(ToLongFunction<List<Long>> median) {
        var random = new Random(42);
        return IntStream.range(0, TRIES).allMatch(_ -> {
            List<Long> figures =
                    random.longs(1 + random.nextInt(9), -1_000, 1_000).boxed().toList();
            long middle = median.applyAsLong(figures);
            return 2 * figures.stream().filter(each -> each <= middle).count() >= figures.size()
                    && 2 * figures.stream().filter(each -> each >= middle).count() >= figures.size();
        });
    }

    @Test
    void halfOfTheFiguresLieOnEitherSide() {
        assertThat(holds(Medians::median)).isTrue();
    }

    /// The law above is worth something: what is no median breaks it.
    @Test
    void aWrongMedianIsCaught() {
        assertThat(holds(figures -> figures.stream().mapToLong(each -> each).sum() / figures.size()))
                .isFalse();
        assertThat(holds(figures -> figures.get(figures.size() / 2))).isFalse();
        assertThat(holds(figures ->
                        figures.stream().sorted().toList().get(Math.min(figures.size() - 1, figures.size() / 2 + 1))))
                .isFalse();
    }

    @Test
    void oneLargeFigureMovesTheMedianLittle() {
        assertThat(Medians.median(List.of(-50L, 0L, 0L, 20L, 900_000L))).isZero();
        assertThat(Medians.median(List.of(-3L, -2L))).isEqualTo(-2);
    }

    @Test
    void theBandHoldsTheMiddleHalf() {
        assertThat(Medians.band(List.of(9L, 1L, 3L, 7L, 5L))).isEqualTo(new Band(3, 5, 7));
        assertThat(Medians.band(List.of(4L, 1L, 3L, 2L))).isEqualTo(new Band(1, 2, 3));
        assertThat(Medians.band(List.of(-200L))).isEqualTo(new Band(-200, -200, -200));
    }

    @Test
    void nothingHasNoMedian() {
        assertThatThrownBy(() -> Medians.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
