package org.countinghouse.app.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.Peer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.money.Currency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The devices of a training: a printer with its drawer and one cash machine, played in this process and driven over
/// their cables like real ones. They live as long as the training. Any thread but the screen's may call.
public final class TrainingDevices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingDevices.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Duration PIECE_EVERY = Duration.ofMillis(150);
    private static final int PIECES_OF_EACH = 25;
    private static final String USUAL_MACHINE = "ssp";

    private final SimulatedPeers peers;
    private final Bridge.Books books;
    private final String mark;
    private final Pieces filling;
    private final Path slips;
    private final PrinterPeer printer;
    private final Bridge counter;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Machine machine;
    private boolean closed;

    /// A simulated cash machine and the station's hand on it.
    ///
    /// @param kind the protocol it speaks, such as `ssp`
    record Machine(String kind, CashMachinePeer peer, Bridge bridge) implements AutoCloseable {
        @Override
        public void close() {
            bridge.close();
            peer.close();
        }
    }

    private TrainingDevices(SimulatedPeers peers, Bridge.Books books, Pieces filling, String mark) throws IOException {
        this.peers = peers;
        this.books = books;
        this.mark = mark;
        this.filling = filling;
        this.slips = Files.createTempDirectory("countinghouse-training");
        this.printer = peers.startPrinter("training", slips);
        // A drawer that is moved with a click moves faster than a watch looks: the printer tells by itself.
        this.counter = reached(printer, printer.address().with("asb", "yes"));
        try {
            this.machine = started(usual(peers.cashMachines()));
        } catch (IOException | StationFault e) {
            counter.close();
            printer.close();
            throwAway(slips);
            throw e;
        }
    }

    private static String usual(List<String> kinds) {
        return kinds.contains(USUAL_MACHINE) ? USUAL_MACHINE : kinds.getFirst();
    }

    /// Starts them; waits for them, but not longer than a named limit.
    ///
    /// @param currency what the cash machine is filled with
    /// @param books those of the training
    /// @param mark what stands at the head of each slip
    /// @throws StationFault when they could not be started
    public static TrainingDevices start(Currency currency, Bridge.Books books, String mark) {
        var starting = CompletableFuture.supplyAsync(() -> begun(currency, books, mark), Thread::startVirtualThread);
        try {
            return starting.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            starting.thenAccept(TrainingDevices::close);
            throw new StationFault("the simulated devices did not start within " + START_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            starting.thenAccept(TrainingDevices::close);
            throw new StationFault("interrupted while the simulated devices were starting", e);
        } catch (ExecutionException e) {
            throw new StationFault("the simulated devices could not be started: " + e.getCause(), e);
        }
    }

    private static TrainingDevices begun(Currency currency, Bridge.Books books, String mark) {
        var peers = SimulatedPeers.find()
                .orElseThrow(() -> new StationFault("the simulators are missing: install Countinghouse again"));
        var counts = new TreeMap<Denomination, Integer>();
        currency.denominations()
                .forEach(each -> counts.put(new Denomination(currency.code(), each.minorUnits()), PIECES_OF_EACH));
        try {
            return new TrainingDevices(peers, books, Pieces.of(counts), mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bridge reached(Peer peer, DeviceAddress address) {
        if (Devices.open(address, OPEN_LIMIT) instanceof Devices.Connection.Connected(var devices)) {
            return Bridge.over(List.of(new MarkedDevices(devices, mark)), books);
        }
        peer.close();
        throw new StationFault("the simulated device at " + address + " cannot be opened");
    }

    private Machine started(String kind) throws IOException {
        var peer = peers.startCashMachine(kind, "training-" + kind, filling, PIECE_EVERY);
        var begun = new Machine(kind, peer, reached(peer, peer.address()));
        peer.whenChanged(this::changed);
        return begun;
    }

    /// The way of slips to the printer; every slip says that it is practice.
    public Optional<Spool> spool() {
        return counter.spool();
    }

    public Optional<CashDrawer> drawer() {
        return counter.drawer();
    }

    /// The cash machine that stands there now.
    public CashMachines cashMachines() {
        return new CashMachines() {
            @Override
            public List<CashMachine> all() {
                return machine.bridge().cashMachines().all();
            }

            @Override
            public void asks(UUID intent, String actor, Optional<String> approver) {
                machine.bridge().cashMachines().asks(intent, actor, approver);
            }

            @Override
            public Optional<Answer.Refused> refusal(UUID intent) {
                return machine.bridge().cashMachines().refusal(intent);
            }
        };
    }

    public List<DeviceHealth> health() {
        return Stream.concat(counter.health().stream(), machine.bridge().health().stream())
                .toList();
    }

    /// The printer as somebody sees it who stands before it.
    PrinterPeer simulatedPrinter() {
        return printer;
    }

    Machine machine() {
        return machine;
    }

    /// What a full machine holds: the denominations it is played with.
    Pieces filling() {
        return filling;
    }

    /// The protocols there are simulators of.
    List<String> machines() {
        return peers.cashMachines();
    }

    /// Another machine stands there, full again. What the one before had not settled stays open in the training's
    /// books.
    ///
    /// @throws StationFault when it could not be started; the one before is still there
    synchronized void choose(String kind) {
        if (closed) {
            return;
        }
        var before = machine;
        try {
            machine = started(kind);
        } catch (IOException e) {
            throw new StationFault("no simulated " + kind + " could be started", e);
        }
        before.close();
        changed();
    }

    /// Calls back after anything about the cash machine changed, on a thread of the simulator's.
    void whenMachineChanged(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        listeners.clear();
        machine.close();
        counter.close();
        printer.close();
        throwAway(slips);
    }

    private static void throwAway(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            LOG.warn("slips of a training are left in {}", folder, e);
        }
    }
}
