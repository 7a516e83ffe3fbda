package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jpos.JposConst;
import jpos.JposException;
import jpos.ScannerConst;
import jpos.events.DataEvent;
import jpos.events.ErrorEvent;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.LineDisplay.Showing;
import org.countinghouse.device.Opening;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.Scanner.Scan;
import org.junit.jupiter.api.Test;

/// Displays, scanners and drawers of vendors who do as they like.
class VendorDevicesTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static class PlayedDisplay extends PlayedService {
        final String[] shown = {"", ""};
        volatile JposException fault;
        volatile int characterSet = 437;

        public int getDeviceRows() {
            return 2;
        }

        public int getDeviceColumns() {
            return 10;
        }

        public int getCharacterSet() {
            return characterSet;
        }

        public void displayTextAt(int row, int column, String text, int attribute) throws JposException {
            if (fault != null) {
                throw fault;
            }
            maybeHang("displayTextAt");
            shown[row] = text;
        }
    }

    public static class PlayedScanner extends PlayedService {
        volatile byte[] label = {};
        volatile int type;
        volatile boolean dataEvents;
        volatile boolean decodes;

        public void setDecodeData(boolean decode) {
            decodes = decode;
        }

        public void setDataEventEnabled(boolean enable) {
            dataEvents = enable;
        }

        public byte[] getScanDataLabel() {
            return label;
        }

        public byte[] getScanData() {
            return label;
        }

        public int getScanDataType() {
            return type;
        }

        void reads(String data, int kind) throws InterruptedException {
            label = data.getBytes(StandardCharsets.UTF_8);
            type = kind;
            dataEvents = false;
            var to = callbacks;
            onOddThread(() -> to.fireDataEvent(new DataEvent(to.getEventSource(), 0)));
        }
    }

    public static class PlayedDrawer extends PlayedService {
        volatile boolean open;

        public boolean getCapStatus() {
            return true;
        }

        public boolean getDrawerOpened() {
            return open;
        }

        public void openDrawer() {
            Thread.startVirtualThread(() -> open = true);
        }
    }

    public static class Careless extends PlayedDrawer {
        @Override
        public boolean getCapStatus() {
            throw new NoClassDefFoundError("com/vendor/Forgotten");
        }
    }

    @Test
    void aDisplayShowsWhatItCanAndASubstituteForTheRest() throws Exception {
        var service = new PlayedDisplay();
        try (var devices = open(VendorKind.LINE_DISPLAY, service)) {
            LineDisplay display = devices.lineDisplay().orElseThrow();
            assertThat(display.rows()).isEqualTo(2);
            assertThat(display.columns()).isEqualTo(10);

            assertThat(display.show(List.of("Müller ភាសា longer"))).isEqualTo(new Showing.Shown("ភាស"));
            assertThat(service.shown).containsExactly("Müller ???", "          ");
            assertThat(display.show(List.of("a", "b", "c"))).isInstanceOf(Showing.Refused.class);
            service.characterSet = 997;
            display.show(List.of("", "ភាសា\u001B|4C"));
            assertThat(service.shown).containsExactly("          ", "ភាសា?|4C  ");
        }
    }

    @Test
    void faultsOfADisplayAreSaidInOurWords() throws Exception {
        var service = new PlayedDisplay();
        try (var devices = open(VendorKind.LINE_DISPLAY, service)) {
            LineDisplay display = devices.lineDisplay().orElseThrow();
            assertThat(display.state()).isEqualTo(LineDisplay.State.READY);
            service.fault = new JposException(JposConst.JPOS_E_NOHARDWARE, "gone");
            assertThat(display.show(List.of("x")))
                    .isInstanceOfSatisfying(
                            Showing.NoAnswer.class,
                            answer -> assertThat(answer.reason())
                                    .isEqualTo("switched off or not plugged in: gone (JavaPOS 107/0)"));
            service.tell(JposConst.JPOS_SUE_POWER_OFF);
            assertThat(display.state()).isEqualTo(LineDisplay.State.NO_ANSWER);
            assertThat(devices.health())
                    .singleElement()
                    .satisfies(health -> assertThat(health.level()).isEqualTo(DeviceHealth.Level.FAULT));
        }
    }

    @Test
    void aServiceThatHangsIsLeftAndAfterThreeOfThemGivenUp() throws Exception {
        var services = new CopyOnWriteArrayList<PlayedDisplay>();
        String name = "Hanging " + NUMBER.incrementAndGet();
        PlayedVendor.sellsAnew(VendorKind.LINE_DISPLAY, name, () -> {
            var service = new PlayedDisplay();
            service.hangsAt = "displayTextAt";
            services.add(service);
            return service;
        });
        var thread = new ControlThread<>(
                name, true, Duration.ofMillis(150), jpos.LineDisplay::new, jpos.LineDisplay.class::cast, Ears.NONE);
        for (int turn = 1; turn <= ControlThread.MOST_STUCK; turn++) {
            assertThat(shows(thread)).isEqualTo("late, begun");
            assertThat(services).hasSize(turn);
        }
        assertThat(shows(thread)).isEqualTo("late");
        assertThat(services).as("no fourth one").hasSize(ControlThread.MOST_STUCK);

        services.getFirst().recovery.countDown();
        waitUntil(() -> services.getFirst().deleted);
        waitUntil(() -> shows(thread).equals("late, begun"));
        assertThat(services).hasSize(ControlThread.MOST_STUCK + 1);
        services.forEach(each -> each.recovery.countDown());
        thread.close();
    }

    @Test
    void aCallThatIsOnlyLateIsWaitedForByTheNext() throws Exception {
        var service = new PlayedDisplay();
        service.hangsAt = "open";
        String name = "Late " + NUMBER.incrementAndGet();
        PlayedVendor.sells(VendorKind.LINE_DISPLAY, name, service);
        try (var thread = new ControlThread<>(
                name, true, LIMIT, jpos.LineDisplay::new, jpos.LineDisplay.class::cast, Ears.NONE)) {
            assertThat(shows(thread)).isEqualTo("late, begun");
            assertThat(shows(thread)).isEqualTo("late");
            service.recovery.countDown();
            waitUntil(() -> shows(thread).equals("shown"));
            assertThat(service.calls.stream().filter("open"::equals)).hasSize(1);
        }
    }

    private static String shows(ControlThread<jpos.LineDisplay> thread) {
        return thread.answer(
                Duration.ofMillis(200),
                seat -> {
                    seat.ready();
                    seat.control().displayTextAt(0, 0, "x", 0);
                    return "shown";
                },
                begun -> begun ? "late, begun" : "late",
                JposException::toString);
    }

    @Test
    void aScanIsToldOnceWithItsKind() throws Exception {
        var service = new PlayedScanner();
        try (var devices = open(VendorKind.SCANNER, service)) {
            var heard = new LinkedBlockingQueue<Scan>();
            Scanner scanner = devices.scanner().orElseThrow();
            scanner.whenScanned(heard::add);
            waitUntil(() -> service.dataEvents);
            assertThat(service.decodes).isTrue();

            service.reads("4006381333931", ScannerConst.SCAN_SDT_EAN13);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("4006381333931", "EAN-13"));
            waitUntil(() -> service.dataEvents);
            service.reads("Grüße\n", ScannerConst.SCAN_SDT_QRCODE);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("Grüße\n", "QR"));
            assertThat(scanner.state()).isEqualTo(Scanner.State.READY);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void whoListensBadlyNeitherHoldsNorKillsTheVendorsThread() throws Exception {
        var service = new PlayedScanner();
        try (var devices = open(VendorKind.SCANNER, service)) {
            var release = new CountDownLatch(1);
            var heard = new LinkedBlockingQueue<Scan>();
            devices.scanner().orElseThrow().whenScanned(scan -> {
                heard.add(scan);
                await(release);
                throw new IllegalStateException("a listener fails");
            });
            waitUntil(() -> service.dataEvents);

            long begun = System.nanoTime();
            service.reads("1", 0);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
            release.countDown();
            waitUntil(() -> service.dataEvents);
            service.reads("2", 0);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("1", ""));
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("2", ""));
        }
    }

    @Test
    void anErrorOfAScannerIsClearedSoThatItGoesOn() throws Exception {
        var service = new PlayedScanner();
        try (var devices = open(VendorKind.SCANNER, service)) {
            waitUntil(() -> service.dataEvents);
            var event = new ErrorEvent(
                    service.callbacks.getEventSource(), JposConst.JPOS_E_FAILURE, 0, JposConst.JPOS_EL_INPUT, 0);
            service.callbacks.fireErrorEvent(event);
            assertThat(event.getErrorResponse()).isEqualTo(JposConst.JPOS_ER_CLEAR);
            assertThat(devices.printer()).isEmpty();
        }
    }

    /// JavaPOS disconnects a service whose control is garbage; the last lines show that it does.
    @Test
    void aScannerSomebodyHoldsIsNeverGarbage() throws Exception {
        var service = new PlayedScanner();
        var devices = open(VendorKind.SCANNER, service);
        var heard = new LinkedBlockingQueue<Scan>();
        devices.scanner().orElseThrow().whenScanned(heard::add);
        waitUntil(() -> service.dataEvents);
        for (int turn = 0; turn < 5; turn++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(service.deleted).isFalse();
        service.reads("still here", 0);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("still here", ""));
        devices.close();
        waitUntil(() -> service.deleted);

        var dropped = new PlayedScanner();
        dropOne(dropped);
        waitUntil(() -> {
            System.gc();
            return dropped.deleted;
        });
    }

    private static void dropOne(PlayedScanner service) throws JposException {
        String name = "Dropped " + NUMBER.incrementAndGet();
        PlayedVendor.sells(VendorKind.SCANNER, name, service);
        new jpos.Scanner().open(name);
        service.callbacks = null;
    }

    @Test
    void aVendorsDrawerProvesThatItOpened() throws Exception {
        var service = new PlayedDrawer();
        try (var devices = open(VendorKind.DRAWER, service)) {
            assertThat(devices.drawer().orElseThrow().open()).isEqualTo(new Opening.Opened());
            assertThat(service.claimTimeout).as("a drawer is never claimed").isZero();
        }
    }

    @Test
    void softwareThatIsNotAllThereIsAnAnswerAndNoCrash() throws Exception {
        try (var devices = open(VendorKind.DRAWER, new Careless())) {
            assertThat(devices.drawer().orElseThrow().state()).isEqualTo(DrawerState.UNKNOWN);
            assertThat(devices.drawer().orElseThrow().open())
                    .isInstanceOfSatisfying(
                            Opening.NoAnswer.class,
                            answer -> assertThat(answer.reason()).contains("com/vendor/Forgotten"));
        }
    }

    private static Devices open(VendorKind kind, PlayedService service) {
        String name = "Device " + NUMBER.incrementAndGet();
        PlayedVendor.sells(kind, name, service);
        var address = DeviceAddress.of("javapos:" + name + "?kind=" + kind.word());
        return ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices();
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
