package org.countinghouse.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.ZReported;

/// What the two reports show to whoever is signed in.
public final class ReportsViewModel {
    private final Session session;
    private final Reports task;
    private final Background background;
    private final ObservableList<ReportRow> x = FXCollections.observableArrayList();
    private final ObservableList<ReportRow> z = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Entry>> lastZ = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReportsViewModel(Session session, Reports task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        boolean blind = session.countsBlind();
        background.run(() -> task.x(blind), this::showX, this::tell);
        background.run(task::lastZ, this::showZ, this::tell);
    }

    ObservableList<ReportRow> x() {
        return x;
    }

    ObservableList<ReportRow> z() {
        return z;
    }

    ReadOnlyObjectProperty<Optional<Entry>> lastZProperty() {
        return lastZ.getReadOnlyProperty();
    }

    /// Whether the cash is hidden until the count is sealed.
    ReadOnlyBooleanProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void showX(Reports.X report) {
        hidden.set(report.shift().isPresent() && report.expected().isEmpty());
        var rows = new ArrayList<>(ReportRow.of(report.lines(), session.shop()));
        for (Money expected : report.expected()) {
            rows.add(ReportRow.sum("report.expected", expected));
        }
        x.setAll(rows);
    }

    private void showZ(Optional<Entry> found) {
        lastZ.set(found);
        found.map(Entry::fact).ifPresent(fact -> {
            if (fact instanceof ZReported report) {
                z.setAll(rows(report));
            }
        });
    }

    private List<ReportRow> rows(ZReported report) {
        var figures = report.figures().stream()
                .filter(tally -> tally.line() != Line.OVER_SHORT)
                .toList();
        var rows = new ArrayList<>(ReportRow.of(figures, session.shop()));
        for (Counted count : report.counts()) {
            rows.add(ReportRow.sum("report.expected", count.expected()));
            rows.add(ReportRow.sum("report.counted", count.counted().amount()));
            rows.add(ReportRow.overShort(count.overShort()));
        }
        for (GrandTotal total : report.grandTotals()) {
            rows.add(ReportRow.sum("report.grandTotal.sales", total.sales()));
            rows.add(ReportRow.sum("report.grandTotal.refunds", total.refunds()));
            rows.add(ReportRow.sum("report.grandTotal.net", total.net()));
        }
        return rows;
    }

    void printX() {
        boolean blind = hidden.get();
        background.run(() -> task.printX(blind, session.language()), this::tell, this::tell);
    }

    void printZ() {
        lastZ.get().ifPresent(entry -> {
            if (entry.fact() instanceof ZReported z) {
                var copying = session.order(session.newId(), new Command.CopyZ(z.at(), z.number()));
                background.run(() -> task.print(copying, entry, session.language()), this::tell, this::tell);
            }
        });
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }
}
