package org.countinghouse.javapos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.Driver;
import org.jspecify.annotations.Nullable;

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
        return List.of("javapos:tcp://192.168.1.40:9100", "javapos:FrontPrinter?drawer=FrontDrawer");
    }

    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        var inner = address.inner();
        return inner.isPresent() ? ours(address, inner.get()) : vendors(address);
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
                yield new Devices.Connection.Connected(
                        new JavaPosDevices(address, printer.orElse(null), drawer.orElse(null), lease::close));
            }
        };
    }

    private static Devices.Connection vendors(DeviceAddress address) {
        String printer = address.target();
        var drawer = address.option("drawer");
        for (String name : drawer.isPresent() ? List.of(printer, drawer.get()) : List.of(printer)) {
            if (!Registry.knows(name)) {
                return new Devices.Connection.NotFound("JavaPOS knows no \"" + name + "\"", List.of());
            }
        }
        return new Devices.Connection.Connected(new JavaPosDevices(
                address,
                new JavaPosPrinter(printer, printer, 0),
                drawer.map(name -> new JavaPosDrawer(name, name)).orElse(null),
                () -> {}));
    }

    private record JavaPosDevices(
            DeviceAddress address,
            @Nullable JavaPosPrinter openPrinter,
            @Nullable JavaPosDrawer openDrawer,
            Runnable whenClosed)
            implements Devices {
        @Override
        public Optional<ReceiptPrinter> printer() {
            return Optional.ofNullable(openPrinter);
        }

        @Override
        public Optional<CashDrawer> drawer() {
            return Optional.ofNullable(openDrawer);
        }

        @Override
        public void close() {
            if (openDrawer != null) {
                openDrawer.close();
            }
            if (openPrinter != null) {
                openPrinter.close();
            }
            whenClosed.run();
        }
    }
}
