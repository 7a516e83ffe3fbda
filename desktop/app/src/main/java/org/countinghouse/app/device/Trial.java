package org.countinghouse.app.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Slip;
import org.countinghouse.device.setup.Asking;
import org.countinghouse.device.setup.SelfTest;

/// Tries out whatever stands at one cable, device after device.
///
/// @param asking asks who stands before the devices
/// @param scan how long to wait for a bar code
/// @param told each test as soon as it is done
record Trial(Asking asking, Duration scan, BiConsumer<Kind, SelfTest> told) {
    static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Duration MACHINE_LIMIT = Duration.ofSeconds(20);

    /// What needs nobody's journal: everything but a cash machine.
    List<SelfTest> withoutMachine(Devices devices) {
        var tests = new ArrayList<SelfTest>();
        devices.printer().ifPresent(each -> tests.add(tell(Kind.PRINTER, SelfTest.printer(each, sample(), asking))));
        devices.drawer().ifPresent(each -> tests.add(tell(Kind.DRAWER, SelfTest.drawer(each, asking))));
        devices.lineDisplay().ifPresent(each -> tests.add(tell(Kind.LINE_DISPLAY, SelfTest.display(each, asking))));
        devices.scanner().ifPresent(each -> tests.add(tell(Kind.SCANNER, SelfTest.scanner(each, scan, asking))));
        return tests;
    }

    /// Everything; for devices no station works with.
    List<SelfTest> all(Devices devices) {
        var tests = new ArrayList<>(withoutMachine(devices));
        devices.cashMachine()
                .ifPresent(each -> tests.add(tell(Kind.CASH_MACHINE, SelfTest.cashMachine(each, MACHINE_LIMIT))));
        return tests;
    }

    private SelfTest tell(Kind kind, SelfTest test) {
        told.accept(kind, test);
        return test;
    }

    private static Slip sample() {
        return Slip.titled("test")
                .centred("Countinghouse", Emphasis.LARGE)
                .rule()
                .columns("English", "Receipt 1.00")
                .columns("ខ្មែរ", "បង្កាន់ដៃ 4,000៛")
                .columns("Tiếng Việt", "Tổng cộng 10.000₫")
                .columns("ไทย", "ใบเสร็จ 40.00฿")
                .rule()
                .qr("https://countinghouse.org/test", "QR")
                .cut()
                .build();
    }
}
