package org.countinghouse.app.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.Peer;
import org.countinghouse.device.spi.SimulatedPeers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse devices simulate`: a device at the far end of a real cable, until it is stopped. What happens to it
/// is
/// typed, a line each.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Play a device at the far end of a cable, and tell its address. Standard input says what happens"
                + " to it, a line each; 'help' lists what can. It stays until it is stopped.")
final class SimulateDevice implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "printer, display, scanner, or a cash machine: ssp, ssp-hopper, cctalk, glory,"
                    + " glory-socket-io, cashdro, cashmatic, cashlogy")
    private String kind = "";

    @Option(names = "--name", defaultValue = "front", description = "what it is called (default: front)")
    private String name = "";

    @Option(
            names = "--fill",
            paramLabel = "PIECES",
            defaultValue = "USD 100 x 20, USD 500 x 20, USD 1000 x 20",
            description = "what a cash machine holds, in minor units (default: ${DEFAULT-VALUE})")
    private String filled = "";

    @Option(
            names = "--paper",
            paramLabel = "DIR",
            defaultValue = "printer",
            description = "where a printer leaves its slips as PNG and text (default: ${DEFAULT-VALUE})")
    private Path paper = Path.of("printer");

    @Option(names = "--piece-millis", defaultValue = "150", description = "how long a piece takes (default: 150)")
    private int pieceMillis;

    @Override
    public Integer call() {
        var peers = SimulatedPeers.find()
                .orElseThrow(() -> new StationFault("the simulators are missing: install Countinghouse again"));
        try (var peer = started(peers)) {
            System.out.println(peer.address());
            System.out.flush();
            follow(new PeerScenes(peer));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator could not be started", e);
        }
    }

    private Peer started(SimulatedPeers peers) throws IOException {
        if (kind.equals("printer")) {
            return peers.startPrinter(name, paper);
        }
        if (kind.equals("display")) {
            return peers.startLineDisplay(name, 2, 20);
        }
        if (kind.equals("scanner")) {
            return peers.startScanner(name);
        }
        if (!peers.cashMachines().contains(kind)) {
            throw new StationFault("nothing plays \"" + kind + "\"; there are printer, display, scanner, "
                    + String.join(", ", peers.cashMachines()));
        }
        return peers.startCashMachine(kind, name, pieces(filled), Duration.ofMillis(pieceMillis));
    }

    private static void follow(PeerScenes scenes) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.strip().equals("quit")) {
                return;
            }
            scenes.play(line.strip()).forEach(System.out::println);
            System.out.flush();
        }
        // Nobody types: it stays until the program is stopped.
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// `USD 100 x 20, USD 500 x 20`.
    ///
    /// @throws StationFault when it cannot be read
    static Pieces pieces(String text) {
        var counts = new TreeMap<Denomination, Integer>();
        for (String each : text.split(",")) {
            List<String> words = List.of(each.strip().split("\\s+"));
            try {
                if (words.size() == 4 && words.get(2).equals("x")) {
                    counts.put(
                            new Denomination(words.get(0), Long.parseLong(words.get(1))),
                            Integer.valueOf(words.get(3)));
                    continue;
                }
            } catch (IllegalArgumentException _) {
                // Told below.
            }
            throw new StationFault("\"" + each.strip() + "\" are no pieces such as USD 500 x 20");
        }
        return new Pieces(counts);
    }
}
