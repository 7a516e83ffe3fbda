package org.countinghouse.serial;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Driver;

/// Drives ESC/POS printers with their drawers at any cable that is found: `tcp:`, `serial:` and
/// `file:`.
public final class EscPosDriver implements Driver {

    /// Found by ServiceLoader.
    public EscPosDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return Cables.reaching(address).isPresent();
    }

    @Override
    public List<String> examples() {
        return List.of("tcp://192.168.1.40:9100", "serial:/dev/ttyUSB0?baud=19200", "file:/dev/usb/lp0?paper=58");
    }

    /// Opens at once and lays the cable when the device is first used.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        var cables = Cables.reaching(address).orElseThrow();
        var problem = cables.problem(address);
        if (problem.isPresent()) {
            return new Devices.Connection.Refused(problem.get());
        }
        try {
            return new Devices.Connection.Connected(new EscPosDevices(address, cables, EscPosSettings.of(address)));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// Loaded when the first line has to be drawn, and kept: a font costs a second on a small station.
    private static final class Brought {
        private static final Fonts FONTS = Fonts.brought();

        static Fonts fonts() {
            return FONTS;
        }
    }

    private static final class EscPosDevices implements Devices {
        private final DeviceAddress address;
        private final PrinterLink link;
        private final EscPosPrinter printer;
        private final EscPosDrawer drawer;

        EscPosDevices(DeviceAddress address, Cables cables, EscPosSettings settings) {
            this.address = address;
            link = new PrinterLink(address, cables, settings);
            printer = new EscPosPrinter(link, Brought::fonts);
            drawer = new EscPosDrawer(link, printer::isPrinting);
        }

        @Override
        public DeviceAddress address() {
            return address;
        }

        @Override
        public Optional<ReceiptPrinter> printer() {
            return Optional.of(printer);
        }

        @Override
        public Optional<CashDrawer> drawer() {
            return link.settings().drawer() == EscPosSettings.Drawer.NONE ? Optional.empty() : Optional.of(drawer);
        }

        @Override
        public void close() {
            drawer.close();
            printer.close();
            link.close();
        }
    }
}
