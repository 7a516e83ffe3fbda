package org.countinghouse.serial.cctalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countinghouse.serial.cctalk.EventLog.Event;
import org.countinghouse.serial.cctalk.EventLog.Since;
import org.junit.jupiter.api.Test;

class EventLogTest {
    /// Azkoyen Modular X6 manual, p. 40: six events, the newest five of them.
    private static final EventLog LOG = EventLog.of(new byte[] {6, 6, 4, 0, 20, 0, 23, 6, 4, 13, 2});

    @Test
    void theNewestStandsFirst() {
        assertThat(LOG.counter()).isEqualTo(6);
        assertThat(LOG.newest().getFirst()).isEqualTo(new Event(6, 4));
        assertThat(LOG.since(4)).isEqualTo(new Since.All(List.of(new Event(0, 20), new Event(6, 4))));
    }

    @Test
    void fiveMayBeMissedAndSixMayNot() {
        assertThat(LOG.since(1))
                .isInstanceOfSatisfying(
                        Since.All.class, all -> assertThat(all.events()).hasSize(5));
        assertThat(LOG.since(0)).isInstanceOf(Since.Lost.class);
    }

    @Test
    void after255Comes1() {
        var log = EventLog.of(new byte[] {1, 6, 4, 0, 20, 0, 23, 6, 4, 13, 2});

        assertThat(log.since(254))
                .isInstanceOfSatisfying(
                        Since.All.class,
                        all -> assertThat(all.events()).containsExactly(new Event(0, 20), new Event(6, 4)));
        assertThat(log.since(255))
                .isInstanceOfSatisfying(
                        Since.All.class, all -> assertThat(all.events()).hasSize(1));
        assertThat(log.since(1))
                .isInstanceOfSatisfying(
                        Since.All.class, all -> assertThat(all.events()).isEmpty());
    }

    @Test
    void aResetLosesEvents() {
        assertThat(EventLog.of(new byte[11]).since(9)).isInstanceOf(Since.Lost.class);
    }
}
