package org.countinghouse.app.backoffice;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.store.Verification;

/// Checks every entry while the shop goes on.
final class VerifyViewModel {
    private final AuditTrail trail;
    private final Background background;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper(0);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(1);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile boolean stopped;

    VerifyViewModel(AuditTrail trail, Background background) {
        this.trail = trail;
        this.background = background;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Entries checked so far.
    ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// What was found.
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void begin() {
        if (running.get()) {
            return;
        }
        stopped = false;
        running.set(true);
        done.set(0);
        notice.set(Optional.empty());
        background.run(this::verify, this::ended, told -> {
            running.set(false);
            notice.set(Optional.of(told));
        });
    }

    private Optional<Verification> verify() {
        long size = trail.size();
        background.show(() -> total.set(Math.max(1, size)));
        return trail.verify(checked -> {
            background.show(() -> done.set(checked));
            return !stopped;
        });
    }

    private void ended(Optional<Verification> found) {
        running.set(false);
        notice.set(Optional.of(found.map(VerifyViewModel::told)
                .orElseGet(() -> new Notice(Tone.INFO, "backoffice.verify.stopped", Map.of("count", done.get())))));
    }

    private static Notice told(Verification found) {
        return switch (found) {
            case Verification.Whole whole ->
                new Notice(Tone.SUCCESS, "backoffice.verify.whole", Map.of("count", whole.entries()));
            case Verification.WholeFrom whole ->
                new Notice(
                        Tone.SUCCESS,
                        "backoffice.verify.whole",
                        Map.of("count", whole.head().sequence() - whole.anchor().sequence()));
            case Verification.Broken broken ->
                new Notice(Tone.DANGER, "backoffice.verify.broken", Map.of("sequence", broken.sequence()));
            case Verification.BooksDiffer differ ->
                new Notice(
                        Tone.DANGER,
                        "refused.books-differ",
                        Map.of("found", differ.found(), "expected", differ.expected()));
        };
    }

    void stop() {
        stopped = true;
    }
}
