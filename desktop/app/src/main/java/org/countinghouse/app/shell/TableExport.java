package org.countinghouse.app.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.reports.Listing;
import org.countinghouse.reports.ListingWorkbook;

/// Saves a table as it is seen. One at a time: a second wish while one is under way is not heard.
public final class TableExport {
    /// As what a table is saved.
    public enum Form {
        XLSX,
        TSV;

        String ending() {
            return this == XLSX ? ".xlsx" : ".tsv";
        }
    }

    private final Optional<Exports> exports;
    private final Session session;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<Notice> tell;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper progress = new ReadOnlyLongWrapper(0);
    private volatile boolean stopped;

    /// @param exports empty in training, where nothing is handed out
    /// @param tell says what came of it
    public TableExport(
            Optional<Exports> exports,
            Session session,
            Background background,
            InstantSource clock,
            Consumer<Notice> tell) {
        this.exports = exports;
        this.session = session;
        this.background = background;
        this.clock = clock;
        this.tell = tell;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Of a hundred.
    ReadOnlyLongProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void stop() {
        stopped = true;
    }

    /// @param table made elsewhere than on the screen thread
    public void export(Supplier<Listing> table, Form form) {
        if (running.get()) {
            return;
        }
        if (exports.isEmpty()) {
            tell.accept(Notice.of(Tone.INFO, "shell.sheet.export.training"));
            return;
        }
        stopped = false;
        running.set(true);
        progress.set(0);
        Instant now = clock.instant();
        background.run(() -> save(table.get(), form, exports.get(), now), this::done, this::done);
    }

    private void done(Notice told) {
        running.set(false);
        tell.accept(told);
    }

    private Notice save(Listing table, Form form, Exports to, Instant now) {
        var zone = session.shop().zone();
        String name = ExportFolder.name(table.title()) + "-" + Times.date(now, zone) + "-"
                + Times.time(now, zone).replace(":", "") + form.ending();
        try {
            Optional<byte[]> bytes = bytes(table, form, now);
            if (bytes.isEmpty() || stopped) {
                return Notice.of(Tone.INFO, "shell.sheet.export.stopped");
            }
            var file = to.folder().write(name, bytes.get());
            return new Notice(
                    Tone.SUCCESS,
                    "shell.sheet.export.done",
                    Map.of("rows", table.rows().size(), "file", file));
        } catch (IOException e) {
            return new Notice(
                    Tone.DANGER, "shell.sheet.export.failed", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private Optional<byte[]> bytes(Listing table, Form form, Instant now) throws IOException {
        LongPredicate goOn = done -> {
            background.show(() -> progress.set(done));
            return !stopped;
        };
        return switch (form) {
            case TSV -> Optional.of(table.text().getBytes(StandardCharsets.UTF_8));
            case XLSX -> {
                var out = new ByteArrayOutputStream();
                var workbook =
                        new ListingWorkbook(List.of(table), session.shop().name(), now, Map.of());
                yield workbook.writeTo(out, goOn) ? Optional.of(out.toByteArray()) : Optional.empty();
            }
        };
    }
}
