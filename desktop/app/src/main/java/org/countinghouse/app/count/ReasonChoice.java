package org.countinghouse.app.count;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.ledger.approval.Policy;

/// Why a count is over or short: one of the shop's reasons, or words where the shop has none.
final class ReasonChoice {
    private final BooleanProperty asked = new SimpleBooleanProperty(false);
    private final ObjectProperty<List<Policy.Reason>> listed = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Policy.Reason>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final BooleanBinding complete =
            Bindings.createBooleanBinding(this::isComplete, asked, listed, chosen, note);

    /// Whether a reason is needed at all.
    BooleanProperty askedProperty() {
        return asked;
    }

    /// The shop's reasons; empty when every reason is good, and what is typed is the reason.
    ObjectProperty<List<Policy.Reason>> listedProperty() {
        return listed;
    }

    ObjectProperty<Optional<Policy.Reason>> chosenProperty() {
        return chosen;
    }

    /// What the reason alone does not say, or the reason itself where the shop lists none.
    StringProperty noteProperty() {
        return note;
    }

    BooleanBinding completeProperty() {
        return complete;
    }

    boolean noteIsNeeded() {
        return chosen.get()
                .map(Policy.Reason::noteNeeded)
                .orElseGet(() -> listed.get().isEmpty());
    }

    private boolean isComplete() {
        return !asked.get()
                || (listed.get().isEmpty() || chosen.get().isPresent())
                        && (!noteIsNeeded() || !note.get().isBlank());
    }

    /// What the books keep.
    String reason() {
        if (!asked.get()) {
            return "";
        }
        return listed.get().isEmpty()
                ? note.get().strip()
                : chosen.get().map(Policy.Reason::word).orElse("");
    }

    String note() {
        return asked.get() && !listed.get().isEmpty() ? note.get().strip() : "";
    }

    void clear() {
        asked.set(false);
        chosen.set(Optional.empty());
        note.set("");
    }
}
