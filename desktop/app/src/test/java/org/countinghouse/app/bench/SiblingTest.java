package org.countinghouse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.countinghouse.app.shell.StationFault;
import org.junit.jupiter.api.Test;

class SiblingTest {
    private final Sibling sibling = Sibling.ofThis(Duration.ofMinutes(1)).with("-Dof.its.own=17");

    /// A program that does what a measured one does: says something, is ready, tells its figures.
    static final class Told {
        private Told() {}

        public static void main(String[] arguments) {
            System.out.println("opening " + arguments[0]);
            System.out.println(Sibling.READY);
            Figure.RESIDENT.tell(Double.parseDouble(System.getProperty("of.its.own")));
        }
    }

    static final class Failed {
        private Failed() {}

        public static void main(String[] arguments) {
            System.exit(3);
        }
    }

    @Test
    void aProgramIsHeardAndHasTheFlagsItWasGiven() {
        var run = sibling.run(Told.class.getName(), "year");
        assertThat(run.figure(Figure.RESIDENT)).isEqualTo(17);
        assertThat(run.millis()).isPositive();
    }

    @Test
    void aFigureThatWasNotToldIsNotMadeUp() {
        var run = sibling.run(Told.class.getName(), "year");
        assertThatThrownBy(() -> run.figure(Figure.HEAP_AFTER)).isInstanceOf(StationFault.class);
    }

    @Test
    void aProgramThatFailedIsNoMeasurement() {
        assertThatThrownBy(() -> sibling.run(Failed.class.getName()))
                .isInstanceOf(StationFault.class)
                .hasMessageContaining("3");
    }

    @Test
    void whatWatchesThisProgramIsNotHandedOn() {
        assertThat(sibling.flags()).noneMatch(flag -> flag.startsWith("-javaagent"));
    }
}
