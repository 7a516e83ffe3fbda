package org.countinghouse.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.device.spi.MoneyProtocol;

/// What stands behind one address: a printer and the drawer on its cable, a cash machine, a display, a
/// scanner. Closing lets the cables go.
public interface Devices extends AutoCloseable {
    DeviceAddress address();

    default Optional<ReceiptPrinter> printer() {
        return Optional.empty();
    }

    default Optional<CashDrawer> drawer() {
        return Optional.empty();
    }

    /// The cash machine, as its protocol speaks of it. What moves money with it needs a journal.
    default Optional<MoneyProtocol> cashMachine() {
        return Optional.empty();
    }

    default Optional<LineDisplay> lineDisplay() {
        return Optional.empty();
    }

    default Optional<Scanner> scanner() {
        return Optional.empty();
    }

    @Override
    void close();

    /// How every device does now, by asking each; for a background thread. A cash machine is asked by
    /// whoever has its journal.
    default List<DeviceHealth> health() {
        var health = new ArrayList<DeviceHealth>();
        printer().ifPresent(each -> health.add(DeviceHealth.of(each.name(), each.state())));
        drawer().ifPresent(each -> health.add(DeviceHealth.of(each.name(), each.state(), each.tellsState())));
        lineDisplay().ifPresent(each -> health.add(DeviceHealth.of(each.name(), each.state())));
        scanner().ifPresent(each -> health.add(DeviceHealth.of(each.name(), each.state())));
        return List.copyOf(health);
    }

    /// Finds the driver of an address and opens what stands there.
    ///
    /// [Connection.Connected] means that a driver stands for these devices, not that they answer: a
    /// printer that is switched on later simply works from then on, and meanwhile says so in its state.
    ///
    /// @param limit the longest this call may take
    static Connection open(DeviceAddress address, Duration limit) {
        return opened(address, driver -> driver.open(address, limit));
    }

    /// The same for a device of the station's registry, with the properties its vendor's software wants.
    static Connection open(RegisteredDevice device, DeviceRegistry registry, Duration limit) {
        return opened(device.address(), driver -> driver.open(device, registry, limit));
    }

    private static Connection opened(DeviceAddress address, Function<Driver, Connection> open) {
        var known = new ArrayList<String>();
        for (Driver driver : ServiceLoader.load(Driver.class, Devices.class.getClassLoader())) {
            if (driver.drives(address)) {
                return open.apply(driver);
            }
            known.addAll(driver.examples());
        }
        return new Connection.NotFound("no driver for \"" + address + "\"", List.copyOf(known));
    }

    /// The answer to opening an address.
    sealed interface Connection {
        record Connected(Devices devices) implements Connection {}

        /// @param known example addresses of what could be opened
        record NotFound(String reason, List<String> known) implements Connection {}

        /// Somebody else has the cable.
        record Busy(String reason) implements Connection {}

        record NoAnswer(String reason) implements Connection {}

        /// The address makes no sense to its driver.
        record Refused(String reason) implements Connection {}

        /// What is wrong; empty when connected.
        default Optional<DeviceFault> fault() {
            return switch (this) {
                case Connected _ -> Optional.empty();
                case NotFound _ -> Optional.of(DeviceFault.NOT_FOUND);
                case Busy _ -> Optional.of(DeviceFault.BUSY);
                case NoAnswer _ -> Optional.of(DeviceFault.NO_ANSWER);
                case Refused _ -> Optional.of(DeviceFault.REFUSED);
            };
        }
    }
}
