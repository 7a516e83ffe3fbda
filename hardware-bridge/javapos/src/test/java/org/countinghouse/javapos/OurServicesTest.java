package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jpos.JposConst;
import jpos.JposException;
import jpos.LineDisplayConst;
import jpos.ScannerConst;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.Scanner.Scan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Our display and scanner services as any JavaPOS program uses them.
class OurServicesTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Display played = new Display();
    private final Gun gun = new Gun();
    private final DeviceAddress address = PlayedDriver.play("counter" + NUMBER.incrementAndGet(), played, gun, null);
    private final jpos.LineDisplay display = new jpos.LineDisplay();
    private final jpos.Scanner scanner = new jpos.Scanner();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private static final class Display implements LineDisplay {
        private volatile List<String> shown = List.of();
        private volatile State state = State.READY;

        @Override
        public String name() {
            return "pole";
        }

        @Override
        public int rows() {
            return 2;
        }

        @Override
        public int columns() {
            return 8;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public Showing show(List<String> lines) {
            shown = lines;
            return state == State.READY ? new Showing.Shown() : new Showing.NoAnswer("unplugged");
        }
    }

    private static final class Gun implements Scanner {
        private volatile Consumer<Scan> listener = _ -> {};
        private volatile State state = State.READY;

        @Override
        public String name() {
            return "gun";
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public void whenScanned(Consumer<Scan> listener) {
            this.listener = listener;
        }
    }

    @BeforeEach
    void open() throws JposException {
        display.open(Registry.entry(Registry.Category.LineDisplay, address));
        scanner.open(Registry.entry(Registry.Category.Scanner, address));
        scanner.addDataListener(_ -> heard.add(label()));
    }

    @AfterEach
    void close() throws JposException {
        display.close();
        scanner.close();
    }

    private String label() {
        try {
            return new String(scanner.getScanDataLabel(), StandardCharsets.UTF_8) + " " + scanner.getScanDataType();
        } catch (JposException e) {
            return e.toString();
        }
    }

    private void enabled() throws JposException {
        display.claim(100);
        display.setDeviceEnabled(true);
        scanner.claim(100);
        scanner.setDeviceEnabled(true);
    }

    @Test
    void aDisplayIsClaimedEnabledAndWrittenTo() throws JposException {
        fails(() -> display.displayText("x", 0), JposConst.JPOS_E_DISABLED);
        fails(() -> display.setDeviceEnabled(true), JposConst.JPOS_E_NOTCLAIMED);
        enabled();

        display.displayTextAt(1, 2, "Total", LineDisplayConst.DISP_DT_NORMAL);
        assertThat(played.shown).containsExactly("", "  Total");
        display.clearText();
        display.displayText("\u001B|bCគយ 12 EUR", 0);
        assertThat(played.shown).containsExactly("គយ 12 EU", "R");
        assertThat(display.getColumns()).isEqualTo(8);
        fails(() -> display.displayTextAt(2, 0, "x", 0), JposConst.JPOS_E_ILLEGAL);
        fails(() -> display.createWindow(0, 0, 1, 1, 1, 1), JposConst.JPOS_E_ILLEGAL);
    }

    @Test
    void textGoesOnInTheNextRowAndTheRowsMoveUp() throws JposException {
        enabled();
        display.displayText("12345678", 0);
        assertThat(display.getCursorColumn()).isEqualTo(8);
        display.displayText("abc\r\ndef", 0);
        assertThat(played.shown).containsExactly("abc", "def");
        display.scrollText(LineDisplayConst.DISP_ST_LEFT, 1);
        assertThat(played.shown).containsExactly("bc", "ef");
        display.setCursorUpdate(false);
        display.displayTextAt(0, 0, "X", 0);
        display.displayText("Y", 0);
        assertThat(played.shown).containsExactly("Yc", "ef");
    }

    @Test
    void aDisplayThatIsGoneIsNoHardware() throws JposException {
        enabled();
        played.state = LineDisplay.State.NO_ANSWER;
        fails(() -> display.displayText("x", 0), JposConst.JPOS_E_NOHARDWARE);
        display.checkHealth(JposConst.JPOS_CH_INTERNAL);
        assertThat(display.getCheckHealthText()).isEqualTo("display: NO_ANSWER");
    }

    @Test
    void aLostLinkIsAPowerEvent() throws Exception {
        var power = new LinkedBlockingQueue<Integer>();
        display.addStatusUpdateListener(event -> power.add(event.getStatus()));
        display.claim(100);
        display.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        display.setDeviceEnabled(true);
        assertThat(power.poll(5, TimeUnit.SECONDS)).isEqualTo(JposConst.JPOS_SUE_POWER_ONLINE);
        played.state = LineDisplay.State.NO_ANSWER;
        assertThat(power.poll(5, TimeUnit.SECONDS)).isEqualTo(JposConst.JPOS_SUE_POWER_OFF_OFFLINE);
        assertThat(display.getPowerState()).isEqualTo(JposConst.JPOS_PS_OFF_OFFLINE);
    }

    @Test
    void scansWaitUntilSomebodyWantsThemOneByOne() throws Exception {
        enabled();
        scanner.setDecodeData(true);
        gun.listener.accept(new Scan("111", "EAN-13"));
        gun.listener.accept(new Scan("222", "nobody knows"));
        assertThat(scanner.getDataCount()).isEqualTo(2);
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS))
                .as("nobody asked for data yet")
                .isNull();

        scanner.setDataEventEnabled(true);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("111 " + ScannerConst.SCAN_SDT_EAN13);
        assertThat(scanner.getDataEventEnabled()).isFalse();
        assertThat(label()).as("it stays until the next").startsWith("111");
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        scanner.setDataEventEnabled(true);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("222 " + ScannerConst.SCAN_SDT_UNKNOWN);
        assertThat(scanner.getDataCount()).isZero();
    }

    @Test
    void frozenScansAreToldAfterwardsAndClearedOnesNever() throws Exception {
        enabled();
        scanner.setFreezeEvents(true);
        scanner.setDataEventEnabled(true);
        gun.listener.accept(new Scan("1", ""));
        scanner.clearInput();
        gun.listener.accept(new Scan("2", ""));
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        scanner.setFreezeEvents(false);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(" " + ScannerConst.SCAN_SDT_UNKNOWN);
        assertThat(scanner.getScanData()).as("not decoded, as nobody asked").isEqualTo(new byte[] {'2'});
    }

    @Test
    void afterOneScanTheScannerIsOffWhenSomebodyWantsThat() throws Exception {
        enabled();
        scanner.setAutoDisable(true);
        scanner.setDataEventEnabled(true);
        gun.listener.accept(new Scan("1", ""));
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(scanner.getDeviceEnabled()).isFalse();
        gun.listener.accept(new Scan("2", ""));
        assertThat(scanner.getDataCount()).isZero();
    }

    @Test
    void aScannerIsOnePrograms() throws JposException {
        enabled();
        var other = new jpos.Scanner();
        other.open(Registry.entry(Registry.Category.Scanner, address));
        fails(() -> other.claim(50), JposConst.JPOS_E_TIMEOUT);
        other.close();
    }

    @Test
    void statisticsAreToldAsXml() throws JposException {
        enabled();
        gun.listener.accept(new Scan("1", ""));
        String[] buffer = {""};
        scanner.retrieveStatistics(buffer);

        var read = Statistics.read(buffer[0]);
        assertThat(read.model()).isEqualTo("Countinghouse Countinghouse service");
        assertThat(buffer[0]).contains("<Name>GoodScanCount</Name><Value>1</Value>");
        buffer[0] = "M_";
        scanner.retrieveStatistics(buffer);
        assertThat(buffer[0]).doesNotContain("GoodScanCount");
        fails(() -> scanner.resetStatistics(""), JposConst.JPOS_E_ILLEGAL);
    }

    @Test
    void ourPromisesOverOurServicesAreTheSame() throws Exception {
        display.close();
        scanner.close();
        var opened = Devices.open(address.through("javapos"), Duration.ofSeconds(5));
        try (var devices = ((Devices.Connection.Connected) opened).devices()) {
            assertThat(devices.lineDisplay().orElseThrow().show(List.of("Total", "1.00 €")))
                    .isEqualTo(new LineDisplay.Showing.Shown());
            assertThat(played.shown).containsExactly("Total", "1.00 €");
            var got = new LinkedBlockingQueue<Scan>();
            devices.scanner().orElseThrow().whenScanned(got::add);
            assertThat(devices.scanner().orElseThrow().state()).isEqualTo(Scanner.State.READY);
            gun.listener.accept(new Scan("4006381333931", "EAN-13"));
            assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo(new Scan("4006381333931", "EAN-13"));
        }
        display.open(Registry.entry(Registry.Category.LineDisplay, address));
        scanner.open(Registry.entry(Registry.Category.Scanner, address));
    }

    private static void fails(ThrowingCallable call, int code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JposException.class,
                        e -> assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code));
    }
}
