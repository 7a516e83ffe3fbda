package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.backoffice.Period.Preset;

/// Which period is looked at: one of the presets, or from one date to another.
final class PeriodChoice {
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Preset>> preset = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean choosing;

    PeriodChoice() {
        from.subscribe(_ -> typed());
        to.subscribe(_ -> typed());
    }

    private void typed() {
        if (!choosing) {
            preset.set(Optional.empty());
        }
    }

    StringProperty fromProperty() {
        return from;
    }

    StringProperty toProperty() {
        return to;
    }

    /// The preset that is looked at; empty once other dates are typed.
    ReadOnlyObjectProperty<Optional<Preset>> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    void choose(Preset wanted, LocalDate today) {
        Period period = wanted.before(today);
        choosing = true;
        from.set(period.from().toString());
        to.set(period.to().toString());
        choosing = false;
        preset.set(Optional.of(wanted));
    }

    /// One day.
    void choose(LocalDate day) {
        from.set(day.toString());
        to.set(day.toString());
    }

    /// Empty while what is typed is no period.
    Optional<Period> period() {
        return Period.read(from.get(), to.get());
    }
}
