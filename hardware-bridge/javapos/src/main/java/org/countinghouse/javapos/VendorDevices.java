package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices.Connection;

/// A vendor's JavaPOS devices, as an address names them:
///
/// | address | what |
/// |---|---|
/// | `javapos:FrontPrinter?drawer=FrontDrawer` | a printer, and a drawer beside it |
/// | `javapos:FrontDrawer?kind=drawer` | a drawer by itself |
/// | `javapos:Pole?kind=line-display`, `javapos:Gun?kind=scanner` | a display, a scanner |
/// | `javapos:Changer?kind=cash-changer&currency=EUR` | a cash machine |
/// | `javapos:Kiosk?kind=bills-and-coins&bill-acceptor=A&coin-dispenser=B` | a cash machine of up to four devices |
///
/// `unit=100` says that the vendor counts in hundreds of our minor units.
record VendorDevices(DeviceAddress address) {
    private static final String TOGETHER = "bills-and-coins";
    private static final List<VendorKind> PARTS = List.of(
            VendorKind.BILL_ACCEPTOR, VendorKind.BILL_DISPENSER, VendorKind.COIN_ACCEPTOR, VendorKind.COIN_DISPENSER);

    Connection connection() {
        String word = address.option("kind").orElse(VendorKind.PRINTER.word());
        if (word.equals(TOGETHER)) {
            return machine(PARTS.stream()
                    .filter(kind -> address.option(kind.word()).isPresent())
                    .toList());
        }
        var kind = VendorKind.ofWord(word);
        if (kind.isEmpty()) {
            return new Connection.Refused(
                    "\"" + word + "\" is no kind of JavaPOS device: " + VendorKind.words() + " or " + TOGETHER);
        }
        String name = LogicalName.of(address.target());
        return switch (kind.get()) {
            case PRINTER -> printer(name);
            case DRAWER -> devices(List.of(name), () -> List.of(new JavaPosDrawer(name, name)));
            case LINE_DISPLAY -> devices(List.of(name), () -> List.of(new JavaPosLineDisplay(name)));
            case SCANNER -> devices(List.of(name), () -> List.of(new JavaPosScanner(name)));
            case CASH_CHANGER, BILL_ACCEPTOR, BILL_DISPENSER, COIN_ACCEPTOR, COIN_DISPENSER ->
                machine(List.of(kind.get()));
        };
    }

    private Connection printer(String printer) {
        Optional<String> drawer = address.option("drawer").map(LogicalName::of);
        var names = new ArrayList<>(List.of(printer));
        drawer.ifPresent(names::add);
        return devices(names, () -> {
            var open = new ArrayList<OpenDevice>();
            drawer.ifPresent(name -> open.add(new JavaPosDrawer(name, name)));
            open.add(new JavaPosPrinter(printer, printer, 0));
            return open;
        });
    }

    private Connection machine(List<VendorKind> kinds) {
        if (kinds.isEmpty()) {
            return new Connection.Refused("name at least one device of the machine, such as "
                    + PARTS.getFirst().word() + "=NAME");
        }
        var unit = unit();
        if (unit.isEmpty()) {
            return new Connection.Refused("unit is a whole number from 1 to 1000000");
        }
        String name = LogicalName.of(address.target());
        var names = kinds.stream().map(kind -> partName(kind, name)).toList();
        return devices(names, () -> {
            var news = new News();
            var parts = kinds.stream()
                    .map(kind -> new CashPart(kind, partName(kind, name), news))
                    .toList();
            return List.of(new JavaPosMoney(name, parts, news, address.option("currency"), unit.get()));
        });
    }

    private String partName(VendorKind kind, String machine) {
        return address.option(kind.word()).map(LogicalName::of).orElse(machine);
    }

    private Optional<Long> unit() {
        String unit = address.option("unit").orElse("1");
        return unit.matches("[1-9][0-9]{0,6}") && Long.parseLong(unit) <= 1_000_000
                ? Optional.of(Long.valueOf(unit))
                : Optional.empty();
    }

    private interface Opening {
        List<OpenDevice> now();
    }

    private Connection devices(List<String> names, Opening opening) {
        for (String each : names) {
            if (!Registry.knows(each)) {
                return new Connection.NotFound(
                        "JavaPOS knows no \"" + each + "\": import the vendor's jpos.xml first", List.of());
            }
        }
        return new Connection.Connected(new JavaPosDevices(address, opening.now(), () -> {}));
    }
}
