package org.countinghouse.javapos;

import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.MoneyProtocol;

/// What stands behind one `javapos:` address.
///
/// @param openDevices closed one after another; at most one of a kind
/// @param whenClosed afterwards
record JavaPosDevices(DeviceAddress address, List<OpenDevice> openDevices, Runnable whenClosed) implements Devices {
    JavaPosDevices {
        openDevices = List.copyOf(openDevices);
    }

    @Override
    public Optional<ReceiptPrinter> printer() {
        return first(ReceiptPrinter.class);
    }

    @Override
    public Optional<CashDrawer> drawer() {
        return first(CashDrawer.class);
    }

    @Override
    public Optional<MoneyProtocol> cashMachine() {
        return first(MoneyProtocol.class);
    }

    @Override
    public Optional<LineDisplay> lineDisplay() {
        return first(LineDisplay.class);
    }

    @Override
    public Optional<Scanner> scanner() {
        return first(Scanner.class);
    }

    private <T> Optional<T> first(Class<T> promise) {
        return openDevices.stream()
                .filter(promise::isInstance)
                .map(promise::cast)
                .findFirst();
    }

    @Override
    public void close() {
        openDevices.forEach(OpenDevice::close);
        whenClosed.run();
    }
}
