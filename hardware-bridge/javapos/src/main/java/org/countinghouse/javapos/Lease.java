package org.countinghouse.javapos;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;

/// Devices that the services over one address share: most printers take one connection only, and JavaPOS gives a printer
/// service and a drawer service no other place to meet. The last one to give the lease back closes the devices.
final class Lease implements AutoCloseable {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Map<DeviceAddress, Shared> LEASED = new HashMap<>();

    private final Shared shared;
    private boolean returned;

    private Lease(Shared shared) {
        this.shared = shared;
    }

    /// What came of asking for devices.
    sealed interface Answer {
        record Leased(Lease lease) implements Answer {}

        record Failed(Devices.Connection connection) implements Answer {}
    }

    static Answer of(DeviceAddress address) {
        synchronized (LEASED) {
            var known = LEASED.get(address);
            if (known != null) {
                known.leases++;
                return new Answer.Leased(new Lease(known));
            }
            var connection = Devices.open(address, OPEN_LIMIT);
            if (!(connection instanceof Devices.Connection.Connected(var devices))) {
                return new Answer.Failed(connection);
            }
            var shared = new Shared(devices);
            LEASED.put(address, shared);
            return new Answer.Leased(new Lease(shared));
        }
    }

    Devices devices() {
        return shared.devices;
    }

    /// One permit: who has it has claimed the device.
    Semaphore claim(Registry.Category category) {
        return Objects.requireNonNull(shared.claims.get(category));
    }

    @Override
    public void close() {
        synchronized (LEASED) {
            if (!returned) {
                returned = true;
                shared.leases--;
                if (shared.leases == 0) {
                    LEASED.values().remove(shared);
                    shared.devices.close();
                }
            }
        }
    }

    private static final class Shared {
        private final Devices devices;
        private final Map<Registry.Category, Semaphore> claims = new EnumMap<>(Registry.Category.class);
        private int leases = 1;

        Shared(Devices devices) {
            this.devices = devices;
            for (Registry.Category each : Registry.Category.values()) {
                claims.put(each, new Semaphore(1));
            }
        }
    }
}
