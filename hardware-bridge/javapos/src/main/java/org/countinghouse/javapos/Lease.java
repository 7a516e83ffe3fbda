package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.FileIntentJournal;
import org.countinghouse.device.money.Waits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Devices that the services over one address share: most printers take one connection only, and JavaPOS gives a
/// printer
/// service and a drawer service no other place to meet. The last one to give the lease back closes the devices.
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
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
            var shared = new Shared(address, devices);
            LEASED.put(address, shared);
            return new Answer.Leased(new Lease(shared));
        }
    }

    Devices devices() {
        return shared.devices;
    }

    /// The cash machine at this address, brought to life once, with what an earlier run left open.
    ///
    /// @throws IOException when there is none, or its journal cannot be had; with what to do
    CashMachine cashMachine() throws IOException {
        return shared.cashMachine();
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
                    shared.close();
                }
            }
        }
    }

    private static final class Shared {
        private final DeviceAddress address;
        private final Devices devices;
        private final Map<Registry.Category, Semaphore> claims = new EnumMap<>(Registry.Category.class);
        private int leases = 1;
        private @Nullable CashMachine cashMachine;
        private @Nullable FileIntentJournal journal;

        Shared(DeviceAddress address, Devices devices) {
            this.address = address;
            this.devices = devices;
            for (Registry.Category each : Registry.Category.values()) {
                claims.put(each, new Semaphore(1));
            }
        }

        synchronized CashMachine cashMachine() throws IOException {
            if (cashMachine == null) {
                var protocol = devices.cashMachine().orElseThrow(() -> new IOException("there is no cash machine"));
                journal = Journals.of(address);
                cashMachine = CashMachine.over(protocol, journal, Waits.USUAL);
            }
            return cashMachine;
        }

        synchronized void close() {
            if (cashMachine != null) {
                cashMachine.close();
            }
            devices.close();
            try {
                if (journal != null) {
                    journal.close();
                }
            } catch (IOException e) {
                LOG.warn("the journal of {} was not closed well; it is whole all the same", address, e);
            }
        }
    }
}
