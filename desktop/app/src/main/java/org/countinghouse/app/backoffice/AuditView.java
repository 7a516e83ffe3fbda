package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.backoffice.AuditViewModel.Whole;
import org.countinghouse.app.backoffice.CorrectionViewModel.Step;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// The table of a period, the chosen entry at its right; a correction stands over them while it is written.
public final class AuditView implements View {
    /// What is over sooner needs no bar.
    private static final Duration NOTICEABLE = Duration.millis(500);

    private static final double HUNDRED = 100;
    private static final double NARROW = 100;
    private static final Set<String> TOLD_BY_THE_CARD =
            Set.of("column-date", "column-approver", "column-shift", "column-till");

    private final AuditViewModel model;
    private final Texts texts;
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private List<? extends TableColumn<AuditRow, ?>> columns = List.of();
    /// Columns that made room for the chosen entry.
    private List<? extends TableColumn<AuditRow, ?>> given = List.of();
    private Consumer<AuditRow> point = _ -> {};
    private Runnable forget = () -> {};
    private Subscription life = Subscription.EMPTY;

    @FXML
    private StackPane root;

    @FXML
    private VBox overview;

    @FXML
    private PeriodBar period;

    @FXML
    private Button late;

    @FXML
    private Button verify;

    @FXML
    private NoticeBar notice;

    @FXML
    private NoticeBar verified;

    @FXML
    private HBox reading;

    @FXML
    private ProgressBar readBar;

    @FXML
    private WrappedLabel readWords;

    @FXML
    private Button stopReading;

    @FXML
    private HBox verifying;

    @FXML
    private ProgressBar verifyBar;

    @FXML
    private WrappedLabel verifyWords;

    @FXML
    private Button stopVerifying;

    @FXML
    private HBox content;

    @FXML
    private EntryCard card;

    @FXML
    private CorrectionView correctionController;

    public AuditView(AuditViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        period.drive(model.choice(), texts, model::choose, model::look);
        card.drive(model, texts);
        correctionController.drive(model.correction());
        show(late, model.records());
        show(verify, model.checksBooks());
        late.setOnAction(_ -> model.correction().recordLate());
        verify.setOnAction(_ -> model.check().begin());
        verify.disableProperty().bind(model.check().runningProperty());
        stopReading.setOnAction(_ -> model.stop());
        stopVerifying.setOnAction(_ -> model.check().stop());
        patience.setOnFinished(_ -> show(reading, model.readingProperty().get()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        var table = table();
        life = Subscription.combine(
                model.readingProperty().subscribe(this::showReading),
                model.progressProperty().subscribe(_ -> showProgress()),
                model.chosenProperty().subscribe(this::showChosen),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                model.marksProperty().subscribe(_ -> table.table().refresh()),
                model.correction().stepProperty().subscribe(this::showStep),
                driveCheck());
    }

    private SheetTable<AuditRow> table() {
        String name = texts.text("backoffice.entries.title");
        var table = new SheetTable<>(model.sheet(), texts, name, texts.text("backoffice.audit.none"));
        HBox.setHgrow(table, Priority.ALWAYS);
        var rows = table.table();
        rows.setId("audit");
        columns = rows.getColumns();
        columns.forEach(column -> {
            double width = width(column.getId());
            column.setPrefWidth(width);
            if (width < NARROW) {
                column.setMinWidth(width);
                column.setMaxWidth(width);
            }
        });
        point = row -> {
            if (!row.equals(rows.getSelectionModel().getSelectedItem())) {
                rows.getSelectionModel().clearSelection();
                rows.getSelectionModel().select(row);
                rows.scrollTo(row);
            }
        };
        rows.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(AuditRow row, boolean empty) {
                super.updateItem(row, empty);
                getStyleClass().remove("corrected");
                if (row != null && model.isCorrected(row)) {
                    getStyleClass().add("corrected");
                }
            }
        });
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.choose(Optional.of(row));
            }
        });
        forget = () -> {
            rows.getSelectionModel().clearSelection();
            rows.requestFocus();
        };
        content.getChildren().addFirst(table);
        return table;
    }

    private static double width(String column) {
        return switch (column) {
            case "column-sequence", "column-time", "column-till" -> 78;
            case "column-shift" -> 82;
            case "column-date" -> 128;
            case "column-kind" -> 140;
            case "column-detail" -> 200;
            case "column-amount" -> 140;
            default -> 102;
        };
    }

    private Subscription driveCheck() {
        var check = model.check();
        verifyBar
                .progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> (double) check.doneProperty().get()
                                / check.totalProperty().get(),
                        check.doneProperty(),
                        check.totalProperty()));
        return Subscription.combine(
                check.runningProperty().subscribe(running -> show(verifying, running)),
                check.doneProperty()
                        .subscribe(done -> verifyWords.setText(texts.text(
                                "backoffice.verify.running",
                                Map.of(
                                        "count",
                                        done,
                                        "total",
                                        check.totalProperty().get())))),
                check.noticeProperty().subscribe(told -> verified.show(told, texts)));
    }

    private void showReading(boolean now) {
        if (now) {
            patience.playFromStart();
        } else {
            patience.stop();
            show(reading, false);
        }
    }

    private void showProgress() {
        readBar.setProgress(model.progressProperty().get() / HUNDRED);
        readWords.setText(texts.text(
                "backoffice.audit.reading", Map.of("count", model.sheet().size())));
    }

    private void showChosen(Optional<Whole> chosen) {
        card.show(chosen);
        show(card, chosen.isPresent());
        makeRoom(chosen.isPresent());
        chosen.ifPresent(whole -> point.accept(whole.row()));
    }

    /// Beside the chosen entry there is no room for what it says itself; columns somebody hid stay hidden.
    private void makeRoom(boolean wanted) {
        if (wanted && given.isEmpty()) {
            given = columns.stream()
                    .filter(column -> TOLD_BY_THE_CARD.contains(column.getId()) && column.isVisible())
                    .toList();
            given.forEach(column -> column.setVisible(false));
        } else if (!wanted) {
            given.forEach(column -> column.setVisible(true));
            given = List.of();
        }
    }

    private void showStep(Step step) {
        show(overview, step == Step.CLOSED);
        correctionController.show(model.correction(), step);
        if (step == Step.CLOSED) {
            card.focusIfShown();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (model.correction().stepProperty().get() != Step.CLOSED) {
            model.correction().back();
            event.consume();
        } else if (model.chosenProperty().get().isPresent()) {
            model.choose(Optional.<AuditRow>empty());
            forget.run();
            event.consume();
        }
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void enter(Destination where) {
        period.focusFirst();
        if (where instanceof Destination.OfficeAt(Destination.Chosen.OfEntry(long sequence))) {
            model.show(sequence);
        }
    }

    @Override
    public void leave() {
        life.unsubscribe();
        patience.stop();
        model.close();
    }
}
