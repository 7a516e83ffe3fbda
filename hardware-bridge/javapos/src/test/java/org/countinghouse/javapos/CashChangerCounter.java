package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jpos.CashChanger;
import jpos.JposException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Our cash changer service, opened as any JavaPOS program does, over the exactly-once core, over a machine that is
/// itself
/// reached through a vendor's JavaPOS service.
class CashChangerCounter {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String vendor = "Recycler " + NUMBER.incrementAndGet();
    final MovingCash metal = PlayedVendor.sells(VendorKind.CASH_CHANGER, vendor, new MovingCash("10:5,100:5;500:4"));
    final LinkedBlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<String> data = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private DeviceAddress address;
    CashChanger changer;

    @BeforeEach
    void open() throws JposException {
        System.setProperty(Journals.FOLDER, folder.toString());
        newMachine();
        changer = opened();
    }

    void newMachine() {
        var devices = ((Devices.Connection.Connected) Devices.open(
                        DeviceAddress.of("javapos:" + vendor + "?kind=cash-changer"), Duration.ofSeconds(5)))
                .devices();
        address = PlayedDriver.play(vendor, null, null, devices.cashMachine().orElseThrow());
    }

    CashChanger opened() throws JposException {
        var control = new CashChanger();
        control.addStatusUpdateListener(event -> statuses.add(event.getStatus()));
        control.addDataListener(_ -> data.add(deposited(control)));
        control.open(Registry.entry(Registry.Category.CashChanger, address));
        return control;
    }

    private static String deposited(CashChanger control) {
        try {
            return control.getDepositAmount() + " " + control.getDepositCounts();
        } catch (JposException e) {
            return e.toString();
        }
    }

    @AfterEach
    void close() throws JposException {
        System.clearProperty(Journals.FOLDER);
        metal.recovery.countDown();
        changer.close();
    }

    void enable() throws JposException {
        changer.claim(1000);
        changer.setDeviceEnabled(true);
    }

    static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    static void fails(ThrowingCallable call, int code, int extended) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JposException.class, e -> {
            assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.getErrorCodeExtended()).isEqualTo(extended);
        });
    }
}
