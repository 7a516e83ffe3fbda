package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.entry.Entry;

/// The entries of the day, the newest first, as far as they match what is searched for.
public final class EntriesViewModel {
    private final TodaysEntries task;
    private final Background background;
    private final EntryWords words;
    private final ObservableList<EntryRow> all = FXCollections.observableArrayList();
    private final FilteredList<EntryRow> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Runnable watch;
    private long looks;

    public EntriesViewModel(Session session, TodaysEntries task, Background background) {
        this.task = task;
        this.background = background;
        this.words = new EntryWords(session);
        filter.subscribe(text -> shown.setPredicate(row -> row.matches(text)));
        watch = task.watch(_ -> background.show(this::refresh));
        refresh();
    }

    ObservableList<EntryRow> rows() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void refresh() {
        long look = ++looks;
        background.run(task::entries, entries -> show(look, entries), told -> notice.set(Optional.of(told)));
    }

    /// Shows only what was asked for last: an answer that comes late tells less.
    private void show(long look, List<Entry> entries) {
        if (look == looks) {
            all.setAll(entries.stream().map(words::row).toList());
        }
    }

    void close() {
        watch.run();
    }
}
