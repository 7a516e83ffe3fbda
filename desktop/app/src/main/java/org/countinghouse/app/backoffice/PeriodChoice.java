package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.backoffice.Period.Preset;

/// Which period is looked at: one of the presets, or from one date to another.
final class PeriodChoice {
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");

    StringProperty fromProperty() {
        return from;
    }

    StringProperty toProperty() {
        return to;
    }

    void choose(Preset preset, LocalDate today) {
        Period period = preset.before(today);
        from.set(period.from().toString());
        to.set(period.to().toString());
    }

    /// Empty while what is typed is no period.
    Optional<Period> period() {
        return Period.read(from.get(), to.get());
    }
}
