package org.countinghouse.app.device;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.setup.Discovery;
import org.countinghouse.device.setup.Sighting;

/// Looks for devices: at the ports of this computer, and at an address somebody typed. It never searches a network.
final class FindViewModel {
    private final DeviceSetup task;
    private final Background background;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty machines = new SimpleBooleanProperty(false);
    private final ObservableList<Found> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long search;

    FindViewModel(DeviceSetup task, Background background) {
        this.task = task;
        this.background = background;
    }

    /// What is known of one cable.
    ///
    /// @param description what the system says stands there; may be empty
    /// @param outcome empty when the station itself has that cable open
    record Found(DeviceAddress cable, String description, Optional<Sighting.Outcome> outcome) {
        Notice words() {
            return outcome.map(Found::seen).orElseGet(() -> Notice.of(Tone.INFO, "device.find.inUse"));
        }

        private static Notice seen(Sighting.Outcome outcome) {
            return switch (outcome) {
                case Sighting.Outcome.Stands(var kind, var _, var said) ->
                    new Notice(
                            Tone.SUCCESS,
                            "device.find.stands",
                            Map.of("device", new Notice.Word(DeviceWords.kind(kind)), "what", said));
                case Sighting.Outcome.Quiet _ -> Notice.of(Tone.INFO, "device.find.quiet");
                case Sighting.Outcome.OutOfReach(var fault, var reason) ->
                    new Notice(
                            Tone.WARNING,
                            "device.find.outOfReach",
                            Map.of("state", new Notice.Word(DeviceWords.fault(fault)), "reason", reason));
            };
        }

        /// What to open, where something may be registered.
        Optional<DeviceAddress> address() {
            return outcome.flatMap(seen -> switch (seen) {
                case Sighting.Outcome.Stands(var _, var address, var _) -> Optional.of(address);
                case Sighting.Outcome.Quiet _ -> Optional.of(cable);
                case Sighting.Outcome.OutOfReach _ -> Optional.empty();
            });
        }

        Optional<DeviceHealth.Kind> kind() {
            return outcome.flatMap(seen -> seen instanceof Sighting.Outcome.Stands(var kind, var _, var _)
                    ? Optional.of(kind)
                    : Optional.empty());
        }
    }

    StringProperty typedProperty() {
        return typed;
    }

    /// Whether a cash machine may stand there: what asks one for its name would be rubbish on a printer's paper.
    BooleanProperty machinesProperty() {
        return machines;
    }

    ObservableList<Found> found() {
        return found;
    }

    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Every port this computer lists, one after the other.
    void lookAtPorts() {
        if (looking.get()) {
            return;
        }
        long mine = begin();
        background.run(task::ports, ports -> next(mine, ports, 0), broken -> end(mine, broken));
    }

    /// The address that is typed.
    void lookAtTyped() {
        if (looking.get()) {
            return;
        }
        switch (DeviceAddress.read(typed.get())) {
            case DeviceAddress.Reading.Readable(var address) ->
                next(begin(), List.of(new Discovery.Port(address, "")), 0);
            case DeviceAddress.Reading.Unreadable(var _, var _) ->
                progress.set(Optional.of(Notice.of(Tone.WARNING, "device.find.noAddress")));
        }
    }

    /// What is looked at now is let go; what was found stays.
    void cancel() {
        if (looking.get()) {
            end(search, Notice.of(Tone.INFO, "device.find.cancelled"));
        }
    }

    private long begin() {
        looking.set(true);
        found.clear();
        progress.set(Optional.of(Notice.of(Tone.INFO, "device.find.beginning")));
        return ++search;
    }

    private void next(long mine, List<Discovery.Port> ports, int at) {
        if (mine != search) {
            return;
        }
        if (at == ports.size()) {
            end(
                    mine,
                    new Notice(
                            Tone.INFO,
                            ports.isEmpty() ? "device.find.noPorts" : "device.find.done",
                            Map.of("count", ports.size())));
            return;
        }
        var port = ports.get(at);
        progress.set(Optional.of(new Notice(
                Tone.INFO,
                "device.find.progress",
                Map.of("address", port.address(), "at", at + 1, "count", ports.size()))));
        background.run(
                () -> task.look(port.address(), lookedFor()).map(Sighting::outcome),
                outcome -> {
                    if (mine == search) {
                        found.add(new Found(port.address(), port.description(), outcome));
                        next(mine, ports, at + 1);
                    }
                },
                broken -> end(mine, broken));
    }

    private Set<DeviceHealth.Kind> lookedFor() {
        return machines.get() ? EnumSet.of(DeviceHealth.Kind.CASH_MACHINE) : EnumSet.noneOf(DeviceHealth.Kind.class);
    }

    private void end(long mine, Notice told) {
        if (mine == search) {
            search++;
            looking.set(false);
            progress.set(Optional.of(told));
        }
    }
}
