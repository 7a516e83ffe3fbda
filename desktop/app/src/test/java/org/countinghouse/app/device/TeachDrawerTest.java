package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.SenseLesson.Taught;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.registry.RegistryFile;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// An installer at a terminal, and a simulated printer with its drawer.
class TeachDrawerTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private PrinterPeer printer;

    @BeforeEach
    void plugIn() throws IOException {
        printer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder.resolve("slips"));
    }

    @AfterEach
    void unplug() {
        printer.close();
    }

    @Test
    void aDrawerWhoseWireIsHighWhenOpenIsLearned() {
        var said = new ArrayList<String>();
        assertThat(taught(printer::pushDrawerShut, printer::turnDrawerKey, false, said))
                .isEqualTo(new Taught.Learned(printer.address().with("sense", "high")));
        assertThat(said)
                .containsExactly(
                        "Shut the drawer, then press Enter.", "Open the drawer with its key, then press Enter.");
    }

    /// The simulated wire is high while the drawer is open, so a drawer wired the other way is played by moving it the
    /// other way.
    @Test
    void aDrawerWiredTheOtherWayIsLearnedToo() {
        assertThat(taught(printer::turnDrawerKey, printer::pushDrawerShut, false, new ArrayList<>()))
                .isEqualTo(new Taught.Learned(printer.address().with("sense", "low")));
    }

    @Test
    void aPulseOpensItForWhoHasNoKey() {
        assertThat(taught(printer::pushDrawerShut, () -> {}, true, new ArrayList<>()))
                .isEqualTo(new Taught.Learned(printer.address().with("sense", "high")));
        assertThat(printer.pulses()).isEqualTo(1);
    }

    @Test
    void aDrawerWithoutAWireIsAValidDrawer() {
        assertThat(taught(printer::pushDrawerShut, () -> {}, false, new ArrayList<>()))
                .isEqualTo(new Taught.NoWire(printer.address().with("sense", "none")));
    }

    @Test
    void aDrawerIsNotKickedWhenThePrinterDoesNotAnswerOrNobodyIsThere() {
        assertThat(taught(() -> printer.play(PrinterPeer.Scene.DEAD), () -> {}, true, new ArrayList<>()))
                .isInstanceOf(Taught.NotLearned.class);
        printer.play(PrinterPeer.Scene.ALIVE);
        try (var lesson = SenseLesson.at(printer.address(), LIMIT)) {
            var nobody = new Teaching(new BufferedReader(Reader.nullReader()), _ -> {});
            assertThat(nobody.taught(lesson, true)).isInstanceOf(Taught.NotLearned.class);
        }
        assertThat(printer.pulses()).isZero();
    }

    @Test
    void whatWasLearnedIsRegisteredForEveryDeviceAtThatCable() throws IOException {
        var file = registered();
        var said = run("\n\n", "teach", "till", "--kick", "--data", folder.toString());
        assertThat(said.text()).contains("learned: the drawer is open when the wire is high");
        assertThat(said.code()).isZero();

        var learned = printer.address().with("sense", "high");
        var registry = file.read().registry();
        assertThat(registry.device("till").orElseThrow().address()).isEqualTo(learned);
        assertThat(registry.device("slips").orElseThrow().address()).isEqualTo(learned);
        assertThat(registry.device("other").orElseThrow().address().options()).isEmpty();
        assertThat(state(learned)).isEqualTo(DrawerState.OPEN);
    }

    @Test
    void aTypedAddressIsToldAndNothingIsRegistered() throws IOException {
        var file = registered();
        var said = run("\n\n", "teach", printer.address() + "?sense=low", "--data", folder.toString());
        assertThat(said.text())
                .contains("no sense wire", "next: ", "use: " + printer.address().with("sense", "none"));
        assertThat(said.code()).isZero();
        assertThat(file.read().registry().version()).isEqualTo(3);
    }

    @Test
    void whatIsNotLearnedSaysWhatToDoAndLeavesTheRegistryAlone() throws IOException {
        var file = registered();
        printer.play(PrinterPeer.Scene.UNPLUGGED);
        var said = run("\n\n", "teach", "till", "--data", folder.toString());
        assertThat(said.text())
                .contains("not learned: the printer does not answer", "next: see that the printer is on");
        assertThat(said.code()).isEqualTo(1);
        assertThat(Files.readString(file.path())).doesNotContain("sense=");
    }

    private Taught taught(Runnable shut, Runnable open, boolean kick, List<String> said) {
        var hands = new Hands(List.of(shut, open));
        try (var lesson = SenseLesson.at(printer.address(), LIMIT)) {
            return new Teaching(hands, said::add).taught(lesson, kick);
        }
    }

    /// Moves the drawer, then presses Enter.
    private static final class Hands extends BufferedReader {
        private final ArrayList<Runnable> moves;

        Hands(List<Runnable> moves) {
            super(new StringReader(""));
            this.moves = new ArrayList<>(moves);
        }

        @Override
        public String readLine() {
            moves.removeFirst().run();
            return "";
        }
    }

    private RegistryFile registered() throws IOException {
        var file = RegisteredDevices.in(folder).file();
        file.write(DeviceRegistry.EMPTY
                .with(new RegisteredDevice("slips", DeviceHealth.Kind.PRINTER, printer.address()))
                .with(new RegisteredDevice("till", DeviceHealth.Kind.DRAWER, printer.address()))
                .with(new RegisteredDevice("other", DeviceHealth.Kind.PRINTER, DeviceAddress.of("tcp://127.0.0.1:9"))));
        return file;
    }

    private static DrawerState state(DeviceAddress address) {
        if (Devices.open(address, LIMIT) instanceof Devices.Connection.Connected(var devices)) {
            try (devices) {
                return devices.drawer().orElseThrow().state();
            }
        }
        throw new AssertionError(address + " cannot be opened");
    }

    private record Said(int code, String text) {}

    private static Said run(String typed, String... arguments) {
        var keyboard = System.in;
        var terminal = System.out;
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            System.setOut(out);
            return new Said(
                    new CommandLine(new DevicesCommand()).execute(arguments), said.toString(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        } finally {
            System.setIn(keyboard);
            System.setOut(terminal);
        }
    }
}
