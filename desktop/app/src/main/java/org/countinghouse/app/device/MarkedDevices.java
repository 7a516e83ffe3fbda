package org.countinghouse.app.device;

import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.MoneyProtocol;

/// Devices whose printer says something at the head of every slip.
record MarkedDevices(Devices devices, String mark) implements Devices {
    @Override
    public DeviceAddress address() {
        return devices.address();
    }

    @Override
    public Optional<ReceiptPrinter> printer() {
        return devices.printer().map(each -> new MarkedPrinter(each, mark));
    }

    @Override
    public Optional<CashDrawer> drawer() {
        return devices.drawer();
    }

    @Override
    public Optional<MoneyProtocol> cashMachine() {
        return devices.cashMachine();
    }

    @Override
    public Optional<LineDisplay> lineDisplay() {
        return devices.lineDisplay();
    }

    @Override
    public Optional<Scanner> scanner() {
        return devices.scanner();
    }

    @Override
    public void close() {
        devices.close();
    }
}
