package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Devices.Connection;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.countinghouse.device.setup.Asking.Answer;
import org.countinghouse.device.setup.Discovery;
import org.countinghouse.device.setup.SelfTest;
import org.countinghouse.device.setup.Sighting.Outcome;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What whoever installs a station sees.
class SettingUpTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Map<String, String> SSP = Map.of("7f8001116582", "7f8001f02380");
    private static final Map<String, String> COIN_ACCEPTOR = Map.of("020001feff", "020001feff01000200fd");

    private static final Map<String, String> HOPPERS =
            Map.of("030001fefe", "030001fefe01000300fc", "050001fefc", "01000500fa");

    private final Discovery discovery = Discovery.find();

    @TempDir
    Path folder;

    /// The first letter a JVM draws takes longer than a printer may take to answer.
    @BeforeAll
    static void drawOnce() {
        var head = new PrintHead();
        head.letter('A');
        head.cut().image();
    }

    @Test
    void aPrinterIsRecognisedInAnyState() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder)) {
            for (var scene : new Scene[] {Scene.PAPER_IN, Scene.PAPER_OUT, Scene.COVER_OPEN}) {
                peer.play(scene);
                assertThat(discovery.look(peer.address(), Set.of()).outcome())
                        .isEqualTo(new Outcome.Stands(Kind.PRINTER, peer.address(), "answers DLE EOT"));
            }
            assertThat(peer.printouts()).isEmpty();
            assertThat(peer.pulses()).isZero();
            peer.play(Scene.DEAD);
            assertThat(discovery.look(peer.address(), Set.of()).outcome()).isInstanceOf(Outcome.Quiet.class);
        }
    }

    @Test
    void anAddressWithNothingBehindItIsSaidInOurWords() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(fault("tcp://127.0.0.1:" + port)).isEqualTo(DeviceFault.NO_ANSWER);
        assertThat(fault("serial:/dev/no-such-port")).isEqualTo(DeviceFault.NOT_FOUND);
        assertThat(fault("pigeon:loft")).isEqualTo(DeviceFault.NOT_FOUND);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTakenPortIsBusyAndNotDisturbed() throws IOException {
        try (var far = new PseudoTerminal("taken");
                var cable = Cables.reaching(far.cable()).orElseThrow().lay(far.cable(), LIMIT)) {
            assertThat(fault(far.cable().toString())).isEqualTo(DeviceFault.BUSY);
            assertThat(cable.read(new byte[8], Duration.ofMillis(10))).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCashMachineIsRecognisedWhereItIsLookedForAndOnlyThere() throws IOException {
        try (var far = new PseudoTerminal("ssp")) {
            var heard = answering(far, SSP);
            assertThat(discovery.look(far.cable(), Set.of()).outcome())
                    .isEqualTo(new Outcome.Quiet(List.of("ESC/POS printer")));
            assertThat(hex(heard)).as("nothing a printer would print").isEqualTo("100401");

            assertThat(discovery.look(far.cable(), Set.of(Kind.CASH_MACHINE)).outcome())
                    .isEqualTo(new Outcome.Stands(
                            Kind.CASH_MACHINE, far.cable().through("ssp"), "SSP device at address 0"));
        }
        try (var far = new PseudoTerminal("cctalk")) {
            answering(far, COIN_ACCEPTOR);
            assertThat(discovery.look(far.cable(), Set.of(Kind.CASH_MACHINE)).outcome())
                    .isEqualTo(new Outcome.Stands(
                            Kind.CASH_MACHINE,
                            far.cable().through("cctalk").with("coins", "2"),
                            "ccTalk: a coin acceptor at address 2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssp", "ssp-hopper", "cctalk"})
    @EnabledOnOs(OS.LINUX)
    void theCashMachineThatIsFoundCanBeOpenedAndGreeted(String kind) throws IOException {
        var filled = Pieces.of(new Denomination("EUR", kind.equals("ssp") ? 500 : 100), 3);
        var peers = SimulatedPeers.find().orElseThrow();
        try (var peer = peers.startCashMachine(kind, "found", filled, Duration.ofMillis(1))) {
            var cable = new DeviceAddress(
                    "serial", peer.address().inner().orElseThrow().target(), new LinkedHashMap<>());
            var found = (Outcome.Stands)
                    discovery.look(cable, Set.of(Kind.CASH_MACHINE)).outcome();
            assertThat(found.kind()).isEqualTo(Kind.CASH_MACHINE);
            try (var devices = open(found.address())) {
                var greeting = devices.cashMachine().orElseThrow().greet(Duration.ofSeconds(10));
                assertThat(greeting.slots()).isNotEmpty();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whichCoinIsInAHopperIsLeftToAPerson() throws IOException {
        try (var far = new PseudoTerminal("hoppers")) {
            answering(far, HOPPERS);
            var found = (Outcome.Stands)
                    discovery.look(far.cable(), Set.of(Kind.CASH_MACHINE)).outcome();
            assertThat(found.words()).contains("hoppers at address 3, 5", "hoppers=3:EUR100");
            assertThat(Devices.open(found.address(), LIMIT)).isInstanceOf(Connection.Refused.class);
            assertThat(open(found.address().with("hoppers", "3:EUR100,5:EUR200"))
                            .cashMachine())
                    .isPresent();
        }
    }

    @Test
    void aPrinterIsNeverAskedWhatItWouldPrint() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder);
                var devices = open(peer.address())) {
            assertThat(discovery.look(peer.address(), Set.of(Kind.CASH_MACHINE)).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Stands.class,
                            stands -> assertThat(stands.kind()).isEqualTo(Kind.PRINTER));
            assertThat(devices.printer()
                            .orElseThrow()
                            .print(Slip.titled("x").text("clean").cut().build()))
                    .isEqualTo(new Printing.Printed());
            assertThat(peer.printouts().getLast().text().strip()).isEqualTo("clean");
        }
    }

    @Test
    void aPrinterWithItsDrawerPassesItsTests() throws IOException {
        try (var peer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder);
                var devices = open(peer.address())) {
            var slip = Slip.titled("test").text("Crème brûlée ₫ ៛").cut().build();
            assertThat(SelfTest.printer(devices.printer().orElseThrow(), slip, _ -> Answer.YES)
                            .isPassed())
                    .isTrue();
            var drawer = SelfTest.drawer(devices.drawer().orElseThrow(), question -> {
                if (question.key().equals("device.test.drawer.ask-shut")) {
                    peer.pushDrawerShut();
                }
                return Answer.YES;
            });
            assertThat(drawer.isPassed()).isTrue();
            assertThat(peer.pulses()).isEqualTo(1);
        }
    }

    @Test
    void aDisplayAndAScannerPassTheirTests() throws IOException {
        var peers = SimulatedPeers.find().orElseThrow();
        try (var pole = peers.startLineDisplay("pole", 2, 20);
                var devices = open(pole.address())) {
            var test = SelfTest.display(devices.lineDisplay().orElseThrow(), _ -> {
                Eventually.is(() -> pole.rows().getLast().strip(), "TOTAL 12.50");
                return Answer.YES;
            });
            assertThat(test.isPassed()).isTrue();
        }
        try (var hand = peers.startScanner("hand");
                var devices = open(hand.address())) {
            var test = SelfTest.scanner(devices.scanner().orElseThrow(), LIMIT, _ -> {
                hand.scan("]E04006381333931");
                return Answer.YES;
            });
            assertThat(test.steps().getLast().seen().words()).isEqualTo("It read \"4006381333931\" (EAN-13).");
            var silent = SelfTest.scanner(devices.scanner().orElseThrow(), Duration.ofMillis(50), _ -> Answer.YES);
            assertThat(silent.isPassed()).isFalse();
        }
    }

    private DeviceFault fault(String address) {
        return ((Outcome.OutOfReach)
                        discovery.look(DeviceAddress.of(address), Set.of()).outcome())
                .fault();
    }

    /// Answers what it knows, and keeps what it heard.
    private static ByteArrayOutputStream answering(FarEnd far, Map<String, String> answers) {
        var heard = new ByteArrayOutputStream();
        Thread.ofPlatform().daemon().start(() -> {
            var bytes = new byte[64];
            try {
                while (true) {
                    int count = far.read(bytes);
                    var asked = Arrays.copyOf(bytes, count);
                    synchronized (heard) {
                        heard.writeBytes(asked);
                    }
                    String answer = answers.get(HexFormat.of().formatHex(asked));
                    if (answer != null) {
                        far.write(HexFormat.of().parseHex(answer));
                    }
                }
            } catch (IOException _) {
                // The test is over.
            }
        });
        return heard;
    }

    private static String hex(ByteArrayOutputStream heard) {
        synchronized (heard) {
            return HexFormat.of().formatHex(heard.toByteArray());
        }
    }

    private static Devices open(DeviceAddress address) {
        return ((Connection.Connected) Devices.open(address, LIMIT)).devices();
    }
}
