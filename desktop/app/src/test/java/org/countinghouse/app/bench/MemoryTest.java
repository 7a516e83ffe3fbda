package org.countinghouse.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void theSystemsLineOfResidentMemoryIsRead() {
        var status = List.of("Name:\tjava", "VmHWM:\t  999999 kB", "VmRSS:\t  153600 kB", "RssAnon:\t  1024 kB");
        assertThat(Memory.resident(status)).hasValue(150.0);
    }

    @Test
    void aSystemThatDoesNotTellIsNotGuessedAt() {
        assertThat(Memory.resident(List.of("Name:\tjava"))).isEmpty();
    }
}
