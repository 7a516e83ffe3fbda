package org.countinghouse.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;

/// How fast devices are told, and what they cost while nothing happens. The printers are simulated, the cables are
/// real.
final class DeviceTimes {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int KICKS = 31;
    private static final int SLIPS = 21;
    private static final int POLLS = 12;
    /// How often the strip at the edge of the screen asks.
    private static final long ASKED_EVERY_NANOS = 5_000_000_000L;
    private static final byte[] PULSE = {0x1B, 'p'};
    private static final byte[] PRINTER_START = {0x1B, '@'};
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Pieces FILLED = Pieces.of(new Denomination("USD", 100), 20);
    private static final Duration PIECE_EVERY = Duration.ofMillis(100);

    private DeviceTimes() {}

    /// @param commit something that is durable when it returns, as a sale is
    static void print(Path folder, Runnable commit) throws IOException {
        var peers = SimulatedPeers.find()
                .orElseThrow(() -> new StationFault("the simulators are missing: install Countinghouse again"));
        System.out.printf("%n%-44s %10s %10s%n", "devices, at simulated ends of real cables", "p50 ms", "p99 ms");
        try (var printer = peers.startPrinter("bench", folder.resolve("printer"));
                var ear = new Earpiece(port(printer.address()))) {
            double[] floor = bare(ear, printer);
            show("five bytes through a bare socket", floor);
            try (var devices = opened(ear.address())) {
                double[] kicks = kicks(devices, ear, printer, commit);
                show("drawer's pulse on the wire after the commit", kicks);
                System.out.printf("%-44s %10.1f%n", "  ratio", middle(kicks) / middle(floor));
                slips(devices, ear);
            }
        }
        idle(peers, folder);
    }

    private static double[] bare(Earpiece ear, PrinterPeer printer) throws IOException {
        var millis = new double[KICKS];
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(ear.address()))) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < KICKS; i++) {
                ear.await(PULSE);
                long start = System.nanoTime();
                socket.getOutputStream().write(new byte[] {0x1B, 'p', 0, 25, (byte) 250});
                millis[i] = (ear.heard(LIMIT.toMillis()) - start) / NANOS_PER_MILLI;
                shut(printer);
            }
        }
        return millis;
    }

    private static double[] kicks(Devices devices, Earpiece ear, PrinterPeer printer, Runnable commit) {
        var drawer = devices.drawer().orElseThrow();
        drawer.state();
        var millis = new double[KICKS];
        for (int i = 0; i < KICKS; i++) {
            ear.await(PULSE);
            commit.run();
            long committed = System.nanoTime();
            drawer.open();
            millis[i] = (ear.heard(LIMIT.toMillis()) - committed) / NANOS_PER_MILLI;
            shut(printer);
        }
        return millis;
    }

    private static void slips(Devices devices, Earpiece ear) {
        var printer = devices.printer().orElseThrow();
        var first = new double[SLIPS];
        var drawn = new double[SLIPS];
        var plain = Slip.titled("plain").text("one line of a receipt").cut().build();
        var khmer = khmer();
        for (int i = 0; i < SLIPS; i++) {
            ear.await(PRINTER_START);
            long start = System.nanoTime();
            printer.print(plain);
            first[i] = (ear.heard(LIMIT.toMillis()) - start) / NANOS_PER_MILLI;
        }
        for (int i = 0; i < SLIPS; i++) {
            ear.await(PRINTER_START);
            long start = System.nanoTime();
            printer.print(khmer);
            drawn[i] = (ear.heard(LIMIT.toMillis()) - start) / NANOS_PER_MILLI;
        }
        show("first printed byte on the wire", first);
        show("the same of 40 Khmer lines, all drawn before", drawn);
    }

    /// A receipt of 40 lines that are all drawn.
    static Slip khmer() {
        var slip = Slip.titled("receipt").centred("ហាងនំប៉័ង", Emphasis.LARGE);
        for (int i = 1; i < 40; i++) {
            slip.columns(i + " × បាយសាច់ជ្រូក និង ទឹកសុទ្ធ", i * 500 + "៛");
        }
        return slip.cut().build();
    }

    /// Six devices that are asked how they do, as often as a station asks, and a cash machine more for the heap.
    private static void idle(SimulatedPeers peers, Path folder) throws IOException {
        try (var first = peers.startPrinter("first", folder.resolve("first"));
                var second = peers.startPrinter("second", folder.resolve("second"));
                var display = peers.startLineDisplay("pole", 2, 20);
                var scanner = peers.startScanner("hand")) {
            var addresses = List.of(first.address(), second.address(), display.address(), scanner.address());
            var devices = addresses.stream().map(DeviceTimes::opened).toList();
            devices.forEach(Devices::health);
            long cpu = cpu();
            for (int i = 0; i < POLLS; i++) {
                devices.forEach(Devices::health);
            }
            double share = (double) (cpu() - cpu) / (POLLS * ASKED_EVERY_NANOS);
            System.out.printf(
                    "six devices asked every 5 s: %.2f %% of a core, their simulators included%n", share * 100);
            devices.forEach(Devices::close);
            try (var machine = peers.startCashMachine("ssp", "bench", FILLED, PIECE_EVERY)) {
                var all = new ArrayList<>(addresses);
                all.add(machine.address());
                System.out.printf(
                        "heap of these and a cash machine, idle, in a program of its own: %.1f MB%n",
                        IdleDevices.measured(folder, all));
            }
        }
    }

    private static Devices opened(DeviceAddress address) {
        return switch (Devices.open(address, LIMIT)) {
            case Devices.Connection.Connected(var devices) -> devices;
            case Devices.Connection other -> throw new StationFault(address + " cannot be opened: " + other);
        };
    }

    private static void shut(PrinterPeer printer) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!printer.drawerOpen() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        printer.pushDrawerShut();
    }

    private static int port(DeviceAddress address) {
        return Integer.parseInt(address.target().substring(address.target().lastIndexOf(':') + 1));
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double middle(double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void show(String name, double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-44s %10.2f %10.2f%n", name, sorted[sorted.length / 2], sorted[(sorted.length - 1) * 99 / 100]);
    }
}
