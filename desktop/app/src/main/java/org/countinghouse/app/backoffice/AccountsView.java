package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.backoffice.AccountsViewModel.Preview;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.reports.accounts.JournalForm;
import org.countinghouse.resources.Texts;

/// The journal of a period, the account map, and what was exported: one at a time.
public final class AccountsView implements View {
    /// What is over sooner needs no bar.
    private static final Duration NOTICEABLE = Duration.millis(500);

    private static final double HUNDRED = 100;

    private final AccountsViewModel model;
    private final Texts texts;
    private final PauseTransition patience = new PauseTransition(NOTICEABLE);
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox root;

    @FXML
    private PeriodBar period;

    @FXML
    private SegmentedButton tabs;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox reading;

    @FXML
    private ProgressBar readBar;

    @FXML
    private WrappedLabel readWords;

    @FXML
    private Button stop;

    @FXML
    private VBox preview;

    @FXML
    private ComboBox<AccountsScope> scope;

    @FXML
    private HBox checks;

    @FXML
    private WrappedLabel guessed;

    @FXML
    private HBox saving;

    @FXML
    private ComboBox<JournalForm> form;

    @FXML
    private Button saveJournal;

    @FXML
    private Button saveWorkbook;

    @FXML
    private WrappedLabel training;

    @FXML
    private AccountMapPane map;

    @FXML
    private ExportHistoryPane history;

    public AccountsView(AccountsViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        period.drive(model.choice(), texts, model::choose, model::look);
        map.drive(model.map(), texts);
        history.drive(model.history(), texts);
        addTabs();
        addTable();
        driveScope();
        driveForm();
        stop.setOnAction(_ -> model.stop());
        saveJournal.setOnAction(_ -> model.saveJournal());
        saveWorkbook.setOnAction(_ -> model.saveWorkbook());
        saveJournal.disableProperty().bind(model.savable().not());
        saveWorkbook.disableProperty().bind(model.savable().not());
        AuditView.show(saving, model.exportsAnything());
        AuditView.show(training, !model.exportsAnything());
        patience.setOnFinished(_ -> AuditView.show(reading, isBusy()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                model.readingProperty().subscribe(_ -> showBusy()),
                model.savingProperty().subscribe(_ -> showBusy()),
                model.progressProperty().subscribe(_ -> showProgress()),
                model.previewProperty().subscribe(this::show),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                map::leave,
                history::leave);
    }

    private enum Tab {
        PREVIEW,
        MAP,
        HISTORY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private void addTabs() {
        var group = new ToggleGroup();
        for (Tab tab : Tab.values()) {
            var button = new ToggleButton(texts.text("backoffice.accounts.tab." + tab.word()));
            button.setId("tab-" + tab.word());
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                show(tab);
            });
            button.setSelected(tab == Tab.PREVIEW);
            tabs.getButtons().add(button);
        }
        tabs.setToggleGroup(group);
        show(Tab.PREVIEW);
    }

    private void show(Tab shown) {
        AuditView.show(preview, shown == Tab.PREVIEW);
        AuditView.show(period, shown == Tab.PREVIEW);
        AuditView.show(map, shown == Tab.MAP);
        AuditView.show(history, shown == Tab.HISTORY);
        if (shown == Tab.HISTORY) {
            model.history().look();
        }
    }

    private void addTable() {
        var table = table(model, texts);
        table.table().setId("journal");
        VBox.setVgrow(table, Priority.ALWAYS);
        // Below what is told and chosen, above what is done with it.
        preview.getChildren().add(preview.getChildren().indexOf(guessed), table);
    }

    private static SheetTable<AccountsRow> table(AccountsViewModel model, Texts texts) {
        var table = new SheetTable<>(
                model.sheet(), texts, texts.text("backoffice.accounts.title"), texts.text("backoffice.accounts.none"));
        widen(table);
        return table;
    }

    static void widen(SheetTable<AccountsRow> table) {
        for (TableColumn<AccountsRow, ?> column : table.table().getColumns()) {
            column.setPrefWidth(
                    switch (column.getId()) {
                        case "column-text" -> 260;
                        case "column-account" -> 180;
                        case "column-debit", "column-credit" -> 130;
                        case "column-date", "column-entry" -> 110;
                        default -> 80;
                    });
        }
    }

    private void driveScope() {
        scope.setItems(model.scopes());
        scope.setConverter(spoken(this::name));
        scope.setOnAction(_ -> Optional.ofNullable(scope.getValue())
                .filter(chosen ->
                        model.scopeProperty().get().filter(chosen::equals).isEmpty())
                .ifPresent(model::choose));
        model.scopeProperty().subscribe(chosen -> scope.setValue(chosen.orElse(null)));
    }

    private String name(AccountsScope each) {
        return each.shift()
                .map(shift -> each.z()
                        .map(number -> texts.text(
                                "backoffice.accounts.scope.shiftZ", Map.of("shift", shift, "number", number)))
                        .orElseGet(() -> texts.text("backoffice.accounts.scope.shift", Map.of("shift", shift))))
                .orElseGet(() -> texts.text("backoffice.accounts.scope.all"));
    }

    private void driveForm() {
        form.getItems().setAll(JournalForm.values());
        form.setConverter(spoken(each -> texts.text("backoffice.accounts.form." + each.word())));
        form.valueProperty().bindBidirectional(model.formProperty());
    }

    private static <T> StringConverter<T> spoken(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    private void show(Optional<Preview> made) {
        checks.getChildren()
                .setAll(made.map(each -> model.check(each)).orElse(List.of()).stream()
                        .map(told -> {
                            var bar = new NoticeBar();
                            bar.getStyleClass().add("journal-check");
                            bar.show(Optional.of(told), texts);
                            HBox.setHgrow(bar, Priority.ALWAYS);
                            return (Node) bar;
                        })
                        .toList());
        String without = made.map(AccountsViewModel::guessed).orElse("");
        guessed.setText(
                without.isEmpty() ? "" : texts.text("backoffice.accounts.guessed", Map.of("accounts", without)));
        AuditView.show(guessed, !without.isEmpty());
    }

    private boolean isBusy() {
        return model.readingProperty().get() || model.savingProperty().get();
    }

    private void showBusy() {
        if (isBusy()) {
            patience.playFromStart();
        } else {
            patience.stop();
            AuditView.show(reading, false);
        }
        boolean saves = model.savingProperty().get();
        readWords.setText(texts.text(saves ? "backoffice.accounts.saving" : "backoffice.accounts.reading"));
        AuditView.show(stop, !saves);
        showProgress();
    }

    private void showProgress() {
        readBar.setProgress(
                model.savingProperty().get()
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : model.progressProperty().get() / HUNDRED);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !preview.isVisible()) {
            ((ToggleButton) tabs.getButtons().getFirst()).fire();
            tabs.getButtons().getFirst().requestFocus();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        period.focusFirst();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        patience.stop();
        model.close();
    }
}
