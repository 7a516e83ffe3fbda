package org.countinghouse.app.device;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth.Kind;

/// A device that is being described, and what is wrong with it as it is typed.
final class DeviceForm {
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PRINTER);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final ObjectProperty<Set<String>> known = new SimpleObjectProperty<>(Set.of());
    private final ObjectBinding<Optional<Notice>> problem;
    private final ObjectBinding<Optional<Notice>> nameProblem;

    /// @param isDriven whether some driver speaks like this
    DeviceForm(Predicate<DeviceAddress> isDriven) {
        problem = Bindings.createObjectBinding(() -> problem(address.get(), isDriven), address);
        nameProblem = Bindings.createObjectBinding(this::nameWords, name, known);
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty addressProperty() {
        return address;
    }

    /// What is wrong with the address; nothing while it is empty.
    ObjectBinding<Optional<Notice>> problemProperty() {
        return problem;
    }

    /// What to know about the name.
    ObjectBinding<Optional<Notice>> nameProblemProperty() {
        return nameProblem;
    }

    BooleanBinding complete() {
        return Bindings.createBooleanBinding(
                () -> !name.get().isBlank()
                        && problem.get().isEmpty()
                        && readable().isPresent(),
                name,
                address,
                problem);
    }

    Optional<DeviceAddress> readable() {
        return DeviceAddress.read(address.get()) instanceof DeviceAddress.Reading.Readable(var read)
                ? Optional.of(read)
                : Optional.empty();
    }

    /// @param names that are registered
    void begin(Set<String> names, Kind first, String where) {
        known.set(Set.copyOf(names));
        kind.set(first);
        name.set("");
        address.set(where);
    }

    /// An address of this kind to go by.
    static String example(Kind kind) {
        return switch (kind) {
            case PRINTER, DRAWER -> "tcp://192.168.1.40";
            case CASH_MACHINE -> "ssp:serial:/dev/ttyUSB0";
            case LINE_DISPLAY -> "display:serial:/dev/ttyUSB0?baud=9600";
            case SCANNER -> "scanner:serial:/dev/ttyACM0?end=cr";
        };
    }

    private Optional<Notice> nameWords() {
        return known.get().contains(name.get().strip())
                ? Optional.of(new Notice(
                        Tone.WARNING,
                        "device.form.replaces",
                        Map.of("device", name.get().strip())))
                : Optional.empty();
    }

    private static Optional<Notice> problem(String typed, Predicate<DeviceAddress> isDriven) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        int colon = typed.indexOf(':');
        if (colon < 1) {
            return Optional.of(Notice.of(Tone.WARNING, "device.form.noWay"));
        }
        var way = typed.substring(0, colon).strip();
        return switch (DeviceAddress.read(typed)) {
            case DeviceAddress.Reading.Readable(var address) ->
                isDriven.test(address)
                        ? Optional.empty()
                        : Optional.of(new Notice(Tone.WARNING, "device.form.unknownWay", Map.of("way", way)));
            case DeviceAddress.Reading.Unreadable(var _, var reason) ->
                Optional.of(
                        typed.strip().length() == colon + 1 || typed.strip().endsWith("://")
                                ? new Notice(Tone.WARNING, "device.form.nothingAfter", Map.of("way", way))
                                : new Notice(Tone.WARNING, "device.form.unreadable", Map.of("reason", reason)));
        };
    }
}
