package org.countinghouse.app.shell;

import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import org.countinghouse.reports.Listing;

/// Somebody wants a table as a file. It rises from the table to the frame, which sees to it for every table.
final class ExportWish extends Event {
    static final EventType<ExportWish> WISH = new EventType<>(Event.ANY, "EXPORT_WISH");

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Listing> table;
    private final TableExport.Form form;

    ExportWish(Supplier<Listing> table, TableExport.Form form) {
        super(WISH);
        this.table = table;
        this.form = form;
    }

    void into(TableExport export) {
        export.export(table, form);
    }
}
