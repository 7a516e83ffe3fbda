package org.countinghouse.javapos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.spi.Driver;

/// Drives `javapos:` addresses. With an address inside (`javapos:tcp://…`) our own JavaPOS services
/// stand over that device;
/// with a logical name (`javapos:FrontPrinter?drawer=FrontDrawer`) a vendor's services are used.
public final class JavaPosDriver implements Driver {
    /// Found by ServiceLoader.
    public JavaPosDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("javapos");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "javapos:tcp://192.168.1.40:9100",
                "javapos:FrontPrinter?drawer=FrontDrawer",
                "javapos:Changer?kind=cash-changer");
    }

    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        var inner = address.inner();
        return inner.isPresent() ? ours(address, inner.get()) : new VendorDevices(address).connection();
    }

    /// Imported devices are opened with the properties their vendor's file had. All of the registry are made known: a
    /// machine of bills and coins names others.
    @Override
    public Devices.Connection open(RegisteredDevice device, DeviceRegistry registry, Duration limit) {
        registry.devices().forEach(each -> VendorEntry.of(each).ifPresent(Registry::entry));
        return open(device.address(), limit);
    }

    private static Devices.Connection ours(DeviceAddress address, DeviceAddress inner) {
        return switch (Lease.of(inner)) {
            case Lease.Answer.Failed(var connection) -> connection;
            case Lease.Answer.Leased(var lease) -> {
                var printer = lease.devices()
                        .printer()
                        .map(each -> new JavaPosPrinter(
                                Registry.entry(Registry.Category.POSPrinter, inner), each.name(), each.columns()));
                var drawer = lease.devices()
                        .drawer()
                        .map(each ->
                                new JavaPosDrawer(Registry.entry(Registry.Category.CashDrawer, inner), each.name()));
                var open = new ArrayList<OpenDevice>();
                drawer.ifPresent(open::add);
                printer.ifPresent(open::add);
                if (lease.devices().lineDisplay().isPresent()) {
                    open.add(new JavaPosLineDisplay(Registry.entry(Registry.Category.LineDisplay, inner)));
                }
                if (lease.devices().scanner().isPresent()) {
                    open.add(new JavaPosScanner(Registry.entry(Registry.Category.Scanner, inner)));
                }
                if (lease.devices().cashMachine().isPresent()) {
                    // For other software only: whoever has a journal uses the machine's own protocol, which knows more.
                    Registry.entry(Registry.Category.CashChanger, inner);
                }
                yield new Devices.Connection.Connected(new JavaPosDevices(address, open, lease::close));
            }
        };
    }
}
