package org.countinghouse.app.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.support.SupportBundle.Part;

/// What goes into the bundle, to be looked at before it is saved.
public final class SupportViewModel {
    private final SupportBundle task;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Part>> parts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);

    public SupportViewModel(SupportBundle task, Background background) {
        this.task = task;
        this.background = background;
    }

    /// What will be saved; nothing before it was gathered.
    ReadOnlyObjectProperty<List<Part>> partsProperty() {
        return parts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    void gather() {
        if (pending.get()) {
            return;
        }
        pending.set(true);
        told.set(Optional.of(Notice.of(Tone.INFO, "support.gathering")));
        background.run(
                task::preview,
                all -> {
                    pending.set(false);
                    told.set(Optional.empty());
                    parts.set(all);
                },
                this::tell);
    }

    void save(Path file) {
        if (pending.get() || parts.get().isEmpty()) {
            return;
        }
        pending.set(true);
        var shown = parts.get();
        Consumer<Notice> then = this::tell;
        background.run(() -> saved(shown, file), then, then);
    }

    private Notice saved(List<Part> shown, Path file) {
        try {
            task.save(shown, file);
            return new Notice(Tone.SUCCESS, "support.saved", Map.of("file", file));
        } catch (IOException e) {
            return new Notice(Tone.WARNING, "support.notSaved", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private void tell(Notice notice) {
        pending.set(false);
        told.set(Optional.of(notice));
    }
}
