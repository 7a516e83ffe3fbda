package org.countinghouse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void ofARoundTheHundredthsAreTold() {
        var timings = new Timings("a sale");
        timings.round(LongStream.rangeClosed(1, 101).map(each -> each * 1_000).toArray());
        assertThat(timings.micros(50)).isEqualTo(51);
        assertThat(timings.micros(95)).isEqualTo(96);
        assertThat(timings.micros(99)).isEqualTo(100);
    }

    @Test
    void oneDisturbedRoundDoesNotMoveTheFigure() {
        var timings = new Timings("a sale");
        timings.round(3_000);
        timings.round(900_000);
        timings.round(1_000);
        assertThat(timings.micros(50)).isEqualTo(3);
    }
}
