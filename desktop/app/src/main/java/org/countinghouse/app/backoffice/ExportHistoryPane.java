package org.countinghouse.app.backoffice;

import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// What was exported, above; below it what the chosen export does not hold.
public final class ExportHistoryPane extends VBox {
    private static final Duration NOTICEABLE = Duration.millis(500);
    private static final double HUNDRED = 100;
    private static final Set<String> LOOKED_UP_SELDOM = Set.of("column-upTo", "column-files");

    private final NoticeBar notice = new NoticeBar();
    private final WrappedLabel about = new WrappedLabel();
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private Subscription life = Subscription.EMPTY;

    public ExportHistoryPane() {
        getStyleClass().add("export-history");
    }

    void drive(ExportHistoryViewModel model, Texts texts) {
        var reading = reading(model, texts);
        var exports = exports(model, texts);
        String name = texts.text("backoffice.accounts.history.since");
        var since =
                new SheetTable<>(model.since(), texts, name, texts.text("backoffice.accounts.history.noDifference"));
        AccountsView.widen(since);
        VBox.setVgrow(since, Priority.ALWAYS);
        HBox.setHgrow(about, Priority.ALWAYS);
        var export =
                new Button(texts.text("backoffice.accounts.history.export"), new FontIcon("mdi2f-file-plus-outline"));
        export.setId("export-difference");
        export.setOnAction(_ -> model.exportDifference());
        export.disableProperty().bind(model.exportableProperty().not());
        var head = new HBox(about, export);
        head.getStyleClass().add("audit-head");
        getChildren().setAll(notice, reading, exports, head, since);
        patience.setOnFinished(
                _ -> AuditView.show(reading, model.readingProperty().get()));
        life = Subscription.combine(
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                model.chosenProperty().subscribe(chosen -> {
                    about.setText(model.about(chosen));
                    AuditView.show(
                            export,
                            chosen.filter(row -> !row.export().since().isEmpty())
                                    .isPresent());
                    AuditView.show(since, chosen.isPresent());
                }),
                model.readingProperty().subscribe(now -> {
                    if (now) {
                        patience.playFromStart();
                    } else {
                        patience.stop();
                        AuditView.show(reading, false);
                    }
                }));
    }

    private static HBox reading(ExportHistoryViewModel model, Texts texts) {
        var bar = new ProgressBar();
        model.progressProperty().subscribe(done -> bar.setProgress(done.longValue() / HUNDRED));
        var words = new WrappedLabel(texts.text("backoffice.accounts.reading"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var stop = new Button(texts.text("backoffice.accounts.stop"));
        stop.setOnAction(_ -> model.stop());
        var reading = new HBox(bar, words, stop);
        reading.getStyleClass().add("audit-head");
        AuditView.show(reading, false);
        return reading;
    }

    private static SheetTable<ExportRow> exports(ExportHistoryViewModel model, Texts texts) {
        var table = new SheetTable<>(
                model.sheet(),
                texts,
                texts.text("backoffice.accounts.tab.history"),
                texts.text("backoffice.accounts.history.none"));
        table.table().setId("exports");
        for (TableColumn<ExportRow, ?> column : table.table().getColumns()) {
            column.setPrefWidth(
                    switch (column.getId()) {
                        case "column-when" -> 145;
                        case "column-form" -> 150;
                        case "column-period", "column-files" -> 210;
                        case "column-hash" -> 170;
                        case "column-since" -> 135;
                        default -> 100;
                    });
            column.setVisible(!LOOKED_UP_SELDOM.contains(column.getId()));
        }
        table.table().getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(Optional.of(row));
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    void leave() {
        life.unsubscribe();
        patience.stop();
    }
}
