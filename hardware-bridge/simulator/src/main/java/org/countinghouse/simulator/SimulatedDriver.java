package org.countinghouse.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.CashMachine;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.Driver;

/// Drives the cash machines played in this process: `simulated:cash-machine/NAME`. Simulated printers need no
/// driver of
/// their own; they are at the end of a real cable.
public final class SimulatedDriver implements Driver {
    /// Found by ServiceLoader.
    public SimulatedDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("simulated") && address.target().startsWith("cash-machine/");
    }

    @Override
    public List<String> examples() {
        return List.of("simulated:cash-machine/front");
    }

    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        return SimulatedCashMachine.at(address)
                .<Devices.Connection>map(
                        machine -> new Devices.Connection.Connected(new OneCashMachine(address, machine)))
                .orElseGet(() -> new Devices.Connection.NoAnswer("no simulator is running at " + address));
    }

    private record OneCashMachine(DeviceAddress address, CashMachine machine) implements Devices {
        @Override
        public Optional<ReceiptPrinter> printer() {
            return Optional.empty();
        }

        @Override
        public Optional<CashDrawer> drawer() {
            return Optional.empty();
        }

        @Override
        public Optional<CashMachine> cashMachine() {
            return Optional.of(machine);
        }

        /// The machine goes on running; only its simulator stops it.
        @Override
        public void close() {}
    }
}
