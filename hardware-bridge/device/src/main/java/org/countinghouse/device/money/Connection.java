package org.countinghouse.device.money;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.jspecify.annotations.Nullable;

/// Whether somebody is there, and since when without a break.
final class Connection {
    private final MoneyProtocol protocol;
    private final Waits waits;
    private final Map<UUID, Long> epochs = new HashMap<>();
    private @Nullable Greeting greeting;
    private boolean whole;
    private long epoch;

    Connection(MoneyProtocol protocol, Waits waits) {
        this.protocol = protocol;
        this.waits = waits;
    }

    /// @throws IOException when nobody is there
    void ensure() throws IOException {
        if (!whole) {
            epoch++;
            greeting = protocol.greet(waits.greet());
            whole = true;
        }
    }

    boolean isWhole() {
        return whole;
    }

    void broke() {
        whole = false;
    }

    Greeting greeting() {
        if (greeting == null) {
            throw new IllegalStateException("nobody was greeted yet");
        }
        return greeting;
    }

    void armed(UUID intent) {
        epochs.put(intent, epoch);
    }

    /// Whether the connection an intent was armed on never broke since.
    boolean isSameSince(UUID intent) {
        return whole && epochs.getOrDefault(intent, 0L) == epoch;
    }

    void forget(UUID intent) {
        epochs.remove(intent);
    }
}
