package org.countinghouse.app.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.MoneyProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The devices of this station, opened by their addresses. One that does not answer now works from when
/// it does.
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);

    private final List<Devices> devices;

    private Bridge(List<Devices> devices) {
        this.devices = List.copyOf(devices);
    }

    /// @param addresses as an installer types them, such as `javapos:tcp://192.168.1.40`
    /// @throws StationFault when an address cannot be read or no driver knows it
    public static Bridge open(List<String> addresses) {
        var devices = new ArrayList<Devices>();
        for (String address : addresses) {
            switch (DeviceAddress.read(address)) {
                case DeviceAddress.Reading.Readable readable ->
                    connect(readable.address()).ifPresent(devices::add);
                case DeviceAddress.Reading.Unreadable wrong ->
                    throw new StationFault("the device address \"" + address + "\" cannot be read: " + wrong.reason());
            }
        }
        return new Bridge(devices);
    }

    private static Optional<Devices> connect(DeviceAddress address) {
        return switch (Devices.open(address, OPEN_LIMIT)) {
            case Devices.Connection.Connected connected -> Optional.of(connected.devices());
            case Devices.Connection.NotFound unknown ->
                throw new StationFault(unknown.reason() + "; known are " + unknown.known());
            case Devices.Connection.Busy busy -> missing(address, busy.reason());
            case Devices.Connection.NoAnswer silent -> missing(address, silent.reason());
            case Devices.Connection.Refused refused -> missing(address, refused.reason());
        };
    }

    /// A missing device never keeps a station from selling.
    private static Optional<Devices> missing(DeviceAddress address, String reason) {
        LOG.warn("no device at {}: {}", address, reason);
        return Optional.empty();
    }

    public Optional<ReceiptPrinter> printer() {
        return devices.stream().flatMap(each -> each.printer().stream()).findFirst();
    }

    public Optional<CashDrawer> drawer() {
        return devices.stream().flatMap(each -> each.drawer().stream()).findFirst();
    }

    public Optional<MoneyProtocol> cashMachine() {
        return devices.stream().flatMap(each -> each.cashMachine().stream()).findFirst();
    }

    /// How every device does, by asking each.
    public List<DeviceHealth> health() {
        return devices.stream().flatMap(each -> each.health().stream()).toList();
    }

    @Override
    public void close() {
        devices.forEach(Devices::close);
    }
}
