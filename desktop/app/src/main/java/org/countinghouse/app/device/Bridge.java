package org.countinghouse.app.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.DrawerWatch;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.Waits;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.TillId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The devices of this station, opened by their addresses. One that does not answer now works from when
/// it does.
public final class Bridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);

    /// In the data folder: which slips may be on paper.
    private static final String PRINTED = "printed.txt";

    private final List<Devices> devices;
    private final LedgerIntentJournal journal;
    private final List<CashMachine> machines;
    private final Optional<DrawerWatch> drawer;
    private final Optional<Spool> spool;

    private Bridge(List<Devices> devices, Books books, LedgerIntentJournal journal, OnPaper onPaper) {
        this.devices = List.copyOf(devices);
        this.journal = journal;
        this.machines = devices.stream()
                .flatMap(each -> each.cashMachine().stream())
                .map(protocol -> CashMachine.over(protocol, journal, Waits.USUAL))
                .toList();
        this.drawer = devices.stream()
                .flatMap(each -> each.drawer().stream())
                .findFirst()
                .map(each -> DrawerEntries.watched(each, books));
        this.spool = devices.stream()
                .flatMap(each -> each.printer().stream())
                .findFirst()
                .map(printer -> new Spool(printer, System::nanoTime, onPaper));
    }

    /// Where cash machines write down what they do.
    ///
    /// @param entries finds an entry by its id
    /// @param currencies the currency of an ISO code; throws for a code it does not know
    /// @param till the till the machines and the drawer stand at
    /// @param ids UUIDv7, a new one each time
    public record Books(
            Desk desk,
            Function<UUID, Optional<Entry>> entries,
            Function<String, Currency> currencies,
            TillId till,
            Supplier<UUID> ids) {}

    /// A cash machine looks into what an earlier run left open by itself, on its own thread.
    ///
    /// @param addresses as an installer types them, such as `javapos:tcp://192.168.1.40`; besides those
    ///        that are registered in the data folder
    /// @throws StationFault when an address cannot be read or no driver knows it
    public static Bridge open(List<String> addresses, Path data, Books books) {
        var devices = new ArrayList<Devices>(registered(data));
        for (String address : addresses) {
            switch (DeviceAddress.read(address)) {
                case DeviceAddress.Reading.Readable readable ->
                    connect(readable.address()).ifPresent(devices::add);
                case DeviceAddress.Reading.Unreadable wrong ->
                    throw new StationFault("the device address \"" + address + "\" cannot be read: " + wrong.reason());
            }
        }
        return new Bridge(devices, books, journal(books), OnPaper.in(data.resolve(PRINTED)));
    }

    /// Two devices that share an address, such as a drawer and its printer, are opened once.
    private static List<Devices> registered(Path data) {
        var registry = RegisteredDevices.in(data).read();
        var seen = new HashSet<DeviceAddress>();
        return registry.devices().stream()
                .filter(device -> seen.add(device.address()))
                .flatMap(device -> connected(device.address(), Devices.open(device, registry, OPEN_LIMIT)).stream())
                .toList();
    }

    /// The same with devices that stand already.
    public static Bridge over(List<Devices> devices, Books books) {
        return new Bridge(devices, books, journal(books), OnPaper.untilTheEnd());
    }

    private static LedgerIntentJournal journal(Books books) {
        return new LedgerIntentJournal(books.desk(), books.entries(), new StepMoney(books.currencies()), books.till());
    }

    private static Optional<Devices> connect(DeviceAddress address) {
        return connected(address, Devices.open(address, OPEN_LIMIT));
    }

    private static Optional<Devices> connected(DeviceAddress address, Devices.Connection connection) {
        return switch (connection) {
            case Devices.Connection.Connected connected -> Optional.of(connected.devices());
            case Devices.Connection.NotFound unknown ->
                throw new StationFault(unknown.reason() + "; known are " + unknown.known());
            case Devices.Connection.Busy busy -> missing(address, busy.reason());
            case Devices.Connection.NoAnswer silent -> missing(address, silent.reason());
            case Devices.Connection.Refused refused -> missing(address, refused.reason());
        };
    }

    /// A missing device never keeps a station from selling.
    private static Optional<Devices> missing(DeviceAddress address, String reason) {
        LOG.warn("no device at {}: {}", address, reason);
        return Optional.empty();
    }

    /// The way of every slip to this station's printer; the first where there are several.
    public Optional<Spool> spool() {
        return spool;
    }

    public Optional<CashDrawer> drawer() {
        return drawer.map(CashDrawer.class::cast);
    }

    /// The cash machines as the station's commands see them.
    public CashMachines cashMachines() {
        return new CashMachines() {
            @Override
            public List<CashMachine> all() {
                return machines;
            }

            @Override
            public void asks(UUID intent, String actor, Optional<String> approver) {
                journal.asks(intent, actor, approver);
            }

            @Override
            public Optional<Answer.Refused> refusal(UUID intent) {
                return journal.refusal(intent);
            }
        };
    }

    /// How every device does, by asking each; a cash machine tells its last look.
    public List<DeviceHealth> health() {
        return Stream.concat(
                        devices.stream()
                                .flatMap(each -> each.health().stream())
                                .map(each -> drawer.map(watch -> alarmed(each, watch))
                                        .orElse(each)),
                        machines.stream().map(Bridge::health))
                .toList();
    }

    /// A drawer that is left open is told until it is shut.
    static DeviceHealth alarmed(DeviceHealth health, DrawerWatch watch) {
        boolean meant =
                health.kind() == DeviceHealth.Kind.DRAWER && health.name().equals(watch.name());
        return meant && watch.isOpenTooLong()
                ? new DeviceHealth(
                        health.name(),
                        health.kind(),
                        DeviceHealth.Level.FAULT,
                        Optional.of(DeviceFault.LEFT_OPEN),
                        "it has been open for a long time: shut it")
                : health;
    }

    /// What is open, cable by cable, for whoever sets devices up.
    public RunningDevices running() {
        return () -> devices.stream()
                .map(each -> new RunningDevices.Running(each, () -> health(each)))
                .toList();
    }

    private List<DeviceHealth> health(Devices cable) {
        var machine = cable.cashMachine()
                .flatMap(protocol -> machines.stream()
                        .filter(each -> each.name().equals(protocol.name()))
                        .findFirst());
        return Stream.concat(cable.health().stream(), machine.map(Bridge::health).stream())
                .toList();
    }

    private static DeviceHealth health(CashMachine machine) {
        try {
            return machine.health();
        } catch (IntentJournal.Unavailable e) {
            return new DeviceHealth(
                    machine.name(),
                    DeviceHealth.Kind.CASH_MACHINE,
                    DeviceHealth.Level.FAULT,
                    Optional.of(DeviceFault.REFUSED),
                    String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        spool.ifPresent(Spool::close);
        drawer.ifPresent(DrawerWatch::close);
        machines.forEach(CashMachine::close);
        devices.forEach(Devices::close);
    }
}
