package org.countinghouse.app.device;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Times;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Printing;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.Slip;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.setup.Discovery;
import org.countinghouse.device.setup.SelfTest;
import org.countinghouse.device.setup.Sighting;
import org.countinghouse.device.spi.DeviceImport;
import org.countinghouse.device.spi.Driver;

/// What an installer does with a station's devices at its window. Everything here may wait for a cable or the disk.
public final class DeviceSetup {
    private static final Duration SCAN = Duration.ofSeconds(15);

    private final Path data;
    private final RegisteredDevices registered;
    private final RunningDevices running;
    private final ZoneId zone;

    /// @param data the station's data folder
    /// @param running what the station has opened
    /// @param zone of the times that are told
    public DeviceSetup(Path data, RunningDevices running, ZoneId zone) {
        this.data = data;
        this.registered = RegisteredDevices.in(data);
        this.running = running;
        this.zone = zone;
    }

    /// @param remarks what somebody should put right or know
    record Standing(List<DeviceRow> rows, List<Notice> remarks) {}

    /// Asks every device the station has open how it does.
    Standing look() {
        var reading = registered.reading();
        var open = running.all();
        var rows = new ArrayList<DeviceRow>();
        for (RegisteredDevice each : reading.registry().devices()) {
            var here = open.stream()
                    .filter(one -> one.address().equals(each.address()))
                    .findFirst();
            rows.add(
                    new DeviceRow(each.name(), each.role(), each.address(), state(each, here), true, here.isPresent()));
        }
        for (RunningDevices.Running one : open) {
            boolean known = rows.stream().anyMatch(row -> row.address().equals(one.address()));
            if (!known) {
                one.health().get().stream()
                        .map(health -> new DeviceRow(
                                health.name(),
                                health.kind(),
                                one.address(),
                                Notice.of(Tone.INFO, "device.row.untilEnd"),
                                false,
                                true))
                        .forEach(rows::add);
            }
        }
        return new Standing(
                List.copyOf(rows),
                remarks(reading.problems().stream()
                        .map(problem -> new Notice(
                                Tone.WARNING,
                                "device.remark.line",
                                Map.of("line", problem.line(), "what", problem.words())))
                        .toList()));
    }

    private static Notice state(RegisteredDevice device, Optional<RunningDevices.Running> here) {
        return here.map(one -> one.health().get().stream()
                        .filter(health -> health.kind() == device.role())
                        .findFirst()
                        .map(health -> Notice.of(tone(health), DeviceWords.state(health)))
                        .orElseGet(() -> Notice.of(Tone.WARNING, "device.row.otherKind")))
                .orElseGet(() -> Notice.of(Tone.INFO, "device.row.nextStart"));
    }

    private static Tone tone(DeviceHealth health) {
        return switch (health.level()) {
            case WELL -> Tone.SUCCESS;
            case WARNING -> Tone.WARNING;
            case FAULT -> Tone.DANGER;
        };
    }

    private List<Notice> remarks(List<Notice> problems) {
        var remarks = new ArrayList<>(problems);
        for (CloudNotes.Note note : registered.notes()) {
            var key = switch (note.kind()) {
                case TAKEN -> "device.remark.taken";
                case CONFLICT -> "device.remark.conflict";
                case REFUSED -> "device.remark.refused";
            };
            var time = Times.date(note.at(), zone) + " " + Times.time(note.at(), zone);
            remarks.add(new Notice(
                    note.kind() == CloudNotes.Kind.TAKEN ? Tone.INFO : Tone.WARNING,
                    key,
                    Map.of("time", time, "what", note.words())));
        }
        var unsent = registered.unsent();
        if (!unsent.isEmpty()) {
            remarks.add(new Notice(Tone.INFO, "device.remark.unsent", Map.of("devices", String.join(", ", unsent))));
        }
        remarks.addAll(ShopTemplates.in(data).notices());
        return List.copyOf(remarks);
    }

    /// Whether some driver speaks like this.
    boolean isDriven(DeviceAddress address) {
        return ServiceLoader.load(Driver.class, Devices.class.getClassLoader()).stream()
                .anyMatch(driver -> driver.get().drives(address));
    }

    /// @return what became of it
    Notice add(String name, DeviceHealth.Kind kind, DeviceAddress address) {
        return kept(() -> {
            registered.add(name, kind, address);
            return new Notice(Tone.SUCCESS, "device.add.done", Map.of("device", name));
        });
    }

    Notice forget(String name) {
        return kept(() -> {
            registered.forget(name);
            return new Notice(Tone.SUCCESS, "device.forget.done", Map.of("device", name));
        });
    }

    /// Registers what a vendor's `jpos.xml` lists.
    Notice take(String path) {
        return kept(() -> {
            try {
                return taken(registered.take(Path.of(path)));
            } catch (UncheckedIOException | InvalidPathException e) {
                return new Notice(Tone.WARNING, "device.import.unreadable", Map.of("file", path));
            }
        });
    }

    private static Notice taken(DeviceImport.Found found) {
        var names = found.devices().stream().map(RegisteredDevice::name).collect(Collectors.joining(", "));
        if (found.devices().isEmpty()) {
            return new Notice(
                    Tone.WARNING,
                    "device.import.none",
                    Map.of(
                            "what",
                            found.problems().isEmpty() ? "-" : found.problems().getFirst()));
        }
        return found.problems().isEmpty()
                ? new Notice(Tone.SUCCESS, "device.import.done", Map.of("devices", names))
                : new Notice(
                        Tone.WARNING,
                        "device.import.part",
                        Map.of(
                                "devices", names,
                                "count", found.problems().size(),
                                "what", found.problems().getFirst()));
    }

    /// What the list of devices says no to, in its words.
    private static Notice kept(Supplier<Notice> change) {
        try {
            return change.get();
        } catch (StationFault e) {
            return new Notice(Tone.WARNING, "device.list.unchanged", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    List<Discovery.Port> ports() {
        return Discovery.find().ports();
    }

    /// Looks at one cable.
    ///
    /// @return empty when the station has it open: then nobody may look
    Optional<Sighting> look(DeviceAddress address, Set<DeviceHealth.Kind> lookedFor) {
        return running.at(address).isPresent()
                ? Optional.empty()
                : Optional.of(Discovery.find().look(address, lookedFor));
    }

    /// What became of trying out.
    sealed interface Tested {
        /// @param tests none when nothing there can be tried out
        /// @param machineLeftOut whether a cash machine was left to the station that works with it
        /// @param onPaper whether the result was printed too
        record Done(List<SelfTest> tests, boolean machineLeftOut, boolean onPaper) implements Tested {}

        record NotOpened(DeviceFault fault, String reason) implements Tested {}
    }

    /// Tries out what stands at an address: what the station has open already, else it is opened for this.
    ///
    /// @param paper the result as a slip, printed where the test itself could be
    Tested test(DeviceAddress address, Trial trial, Function<List<SelfTest>, Slip> paper) {
        var here = running.at(address);
        if (here.isPresent()) {
            var devices = here.get().devices();
            var tests = trial.withoutMachine(devices);
            return new Tested.Done(tests, devices.cashMachine().isPresent(), isPrinted(devices, tests, paper));
        }
        var connection = Devices.open(address, Trial.OPEN_LIMIT);
        return switch (connection) {
            case Devices.Connection.Connected(var devices) -> {
                try (devices) {
                    var tests = trial.all(devices);
                    yield new Tested.Done(tests, false, isPrinted(devices, tests, paper));
                }
            }
            case Devices.Connection.NotFound(var reason, var _) -> new Tested.NotOpened(DeviceFault.NOT_FOUND, reason);
            case Devices.Connection.Busy(var reason) -> new Tested.NotOpened(DeviceFault.BUSY, reason);
            case Devices.Connection.NoAnswer(var reason) -> new Tested.NotOpened(DeviceFault.NO_ANSWER, reason);
            case Devices.Connection.Refused(var reason) -> new Tested.NotOpened(DeviceFault.REFUSED, reason);
        };
    }

    private static boolean isPrinted(Devices devices, List<SelfTest> tests, Function<List<SelfTest>, Slip> paper) {
        return devices.printer()
                .filter(printer ->
                        printer.state().canPrint() && tests.getFirst().isPassed())
                .map(printer -> printer.print(paper.apply(tests)))
                .filter(printing -> printing instanceof Printing.Printed)
                .isPresent();
    }

    Duration scanPatience() {
        return SCAN;
    }

    /// @throws IllegalArgumentException when no drawer can be taught there
    SenseLesson lesson(DeviceAddress address) {
        return running.at(address)
                .map(here -> SenseLesson.over(here.devices()))
                .orElseGet(() -> SenseLesson.at(address, Trial.OPEN_LIMIT));
    }

    /// Registers what was learned, for every device at that address.
    Notice learned(DeviceAddress before, DeviceAddress learned, String key) {
        return kept(() -> {
            var names = registered.taught(before, learned).stream()
                    .map(RegisteredDevice::name)
                    .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? new Notice(Tone.SUCCESS, "device.teach.use", Map.of("address", learned))
                    : new Notice(Tone.SUCCESS, key, Map.of("devices", names));
        });
    }
}
