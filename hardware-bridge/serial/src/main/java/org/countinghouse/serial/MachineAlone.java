package org.countinghouse.serial;

import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.MoneyProtocol;

/// An address where a cash machine stands and nothing else.
public record MachineAlone(DeviceAddress address, MoneyProtocol protocol) implements Devices {
    @Override
    public Optional<MoneyProtocol> cashMachine() {
        return Optional.of(protocol);
    }

    /// Without the address: a password may stand in it.
    @Override
    public String toString() {
        return protocol.name();
    }

    @Override
    public void close() {
        protocol.close();
    }
}
