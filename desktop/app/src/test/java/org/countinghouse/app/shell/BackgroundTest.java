package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final List<Object> told = new ArrayList<>();

    @Test
    void anAnswerIsShownAndAFailureIsTold() {
        var background = SampleStation.atOnce();
        background.run(() -> "counted", told::add, told::add);
        background.run(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                told::add,
                told::add);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isEqualTo("counted");
        assertThat(told.getLast()).isInstanceOf(Notice.class);
    }

    /// What a cable tells at the last moment comes to the screen thread when the workers are gone.
    @Test
    void aStationThatIsBeingClosedBeginsNothingAndFallsOverNothing() {
        var workers = Executors.newSingleThreadExecutor();
        var background = new Background(workers, Runnable::run);
        workers.shutdownNow();
        assertThatCode(() -> background.run(() -> "counted", told::add, told::add))
                .doesNotThrowAnyException();
        assertThat(told).isEmpty();
    }
}
