package org.countinghouse.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.DrawerWatch;
import org.countinghouse.device.PrintQueue;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.FileIntentJournal;
import org.countinghouse.device.money.Waits;

/// What devices hold of the heap while nothing happens, in a program of its own: beside a ledger and simulators, which
/// have loaded everything already, the figure drowns.
final class IdleDevices {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(10);
    private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(60);
    private static final Duration DRAWER_LOOK = Duration.ofSeconds(1);
    private static final Duration DRAWER_OPEN_LIMIT = Duration.ofSeconds(60);
    private static final int POLLS = 20;

    private IdleDevices() {}

    /// Opens devices whose far ends stand elsewhere, in a new program.
    ///
    /// @param folder where its cash machine writes down what it does
    /// @return MB of heap
    static double measured(Path folder, List<DeviceAddress> addresses) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                IdleDevices.class.getName(),
                folder.toString()));
        addresses.forEach(each -> command.add(each.toString()));
        var program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!program.waitFor(PROGRAM_LIMIT.toMillis(), TimeUnit.MILLISECONDS) || program.exitValue() != 0) {
                throw new StationFault("the program that holds idle devices did not end well");
            }
            return Double.parseDouble(
                    new String(program.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("the measuring was interrupted", e);
        } finally {
            program.destroyForcibly();
        }
    }

    /// Tells the MB.
    ///
    /// @param arguments the folder, then the addresses
    public static void main(String[] arguments) throws IOException {
        double before = Memory.heap();
        try (var station = new Station(Path.of(arguments[0]))) {
            Arrays.stream(arguments).skip(1).forEach(station::open);
            station.work();
            for (int i = 0; i < POLLS; i++) {
                station.poll();
            }
            System.out.printf(Locale.ROOT, "%.1f%n", Memory.heap() - before);
        }
    }

    /// A station's devices, and what watches over them.
    private static final class Station implements AutoCloseable {
        private final FileIntentJournal journal;
        private final List<Devices> devices = new ArrayList<>();
        private final List<CashMachine> machines = new ArrayList<>();
        private final List<DrawerWatch> watches = new ArrayList<>();
        private final List<PrintQueue> queues = new ArrayList<>();

        Station(Path folder) throws IOException {
            journal = FileIntentJournal.at(folder.resolve("idle.journal"));
        }

        void open(String address) {
            if (!(Devices.open(DeviceAddress.of(address), OPEN_LIMIT)
                    instanceof Devices.Connection.Connected(var opened))) {
                throw new StationFault(address + " cannot be opened");
            }
            devices.add(opened);
            opened.cashMachine().ifPresent(each -> machines.add(CashMachine.over(each, journal, Waits.USUAL)));
            opened.drawer()
                    .ifPresent(each -> watches.add(new DrawerWatch(each, DRAWER_LOOK, DRAWER_OPEN_LIMIT, _ -> {})));
            opened.printer().ifPresent(each -> queues.add(new PrintQueue(each)));
        }

        /// So that what the first receipt loads, above all its fonts, is counted too.
        void work() {
            devices.stream().flatMap(each -> each.printer().stream()).forEach(each -> each.print(DeviceTimes.khmer()));
            machines.forEach(CashMachine::look);
        }

        void poll() {
            devices.forEach(Devices::health);
            machines.forEach(CashMachine::look);
        }

        @Override
        public void close() throws IOException {
            watches.forEach(DrawerWatch::close);
            queues.forEach(PrintQueue::close);
            machines.forEach(CashMachine::close);
            devices.forEach(Devices::close);
            journal.close();
        }
    }
}
