package org.countinghouse.app.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.countinghouse.app.backup.BackupRoom.Proof;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Folders;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.resources.Texts;

/// The backups as a list, what is done about them beside it.
public final class BackupView implements View {
    private final BackupViewModel model;
    private final Folders folders;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Parent root;

    @FXML
    private NoticeBar told;

    @FXML
    private VBox standing;

    @FXML
    private StackPane table;

    @FXML
    private VBox actions;

    @FXML
    private Button now;

    @FXML
    private Button nowTo;

    @FXML
    private TextField file;

    @FXML
    private Button choose;

    @FXML
    private Button prove;

    @FXML
    private Button restore;

    @FXML
    private VBox work;

    @FXML
    private NoticeBar progress;

    @FXML
    private Button stop;

    @FXML
    private VBox question;

    @FXML
    private WrappedLabel lost;

    @FXML
    private ComboBox<Person> manager;

    @FXML
    private PasswordField pin;

    @FXML
    private Button yes;

    @FXML
    private Button no;

    public BackupView(BackupViewModel model, Folders folders, Session session) {
        this.model = model;
        this.folders = folders;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        var sheet = new SheetTable<>(model.sheet(), texts, texts.text("backup.title"), texts.text("backup.none.here"));
        sheet.table().setId("backups-table");
        table.getChildren().setAll(sheet);
        now.setOnAction(_ -> model.backUp(Optional.empty()));
        nowTo.setOnAction(
                _ -> folders.folder(texts.text("backup.nowTo")).ifPresent(folder -> model.backUp(Optional.of(folder))));
        file.textProperty().bindBidirectional(model.fileProperty());
        choose.setOnAction(
                _ -> folders.file(texts.text("backup.file")).map(Path::toString).ifPresent(file::setText));
        prove.setOnAction(_ -> model.prove());
        restore.setOnAction(_ -> model.askToRestore());
        stop.setOnAction(_ -> model.stop());
        no.setOnAction(_ -> model.changeMind());
        yes.setOnAction(_ -> yes());
        pin.setOnAction(_ -> yes());
        manager.setConverter(new Names());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                sheet.table().getSelectionModel().selectedItemProperty().subscribe(kept -> {
                    if (kept != null) {
                        file.setText(kept.file().toString());
                    }
                }),
                manager.valueProperty()
                        .subscribe((_, who) -> model.managerProperty().set(Optional.ofNullable(who))),
                model.managersProperty().subscribe(this::showManagers),
                model.standingProperty().subscribe(this::showStanding),
                model.toldProperty().subscribe(notice -> told.show(notice, texts)),
                model.progressProperty().subscribe(notice -> progress.show(notice, texts)),
                model.workingProperty().subscribe(_ -> showPanel()),
                model.askedProperty().subscribe(this::showQuestion));
    }

    private void showManagers(List<Person> all) {
        var meant = model.managerProperty().get();
        manager.getItems().setAll(all);
        meant.flatMap(who -> all.stream()
                        .filter(each -> each.employee().equals(who.employee()))
                        .findFirst())
                .or(() -> all.stream().findFirst())
                .ifPresent(manager::setValue);
    }

    private void showStanding(List<Notice> all) {
        standing.getChildren()
                .setAll(all.stream()
                        .map(each -> {
                            var bar = new NoticeBar();
                            bar.show(Optional.of(each), texts);
                            return bar;
                        })
                        .toList());
    }

    private void showQuestion(Optional<Proof.Ours> asked) {
        asked.ifPresent(ours -> lost.setText(texts.text(
                ours.lost() > 0 ? "backup.restore.lost" : "backup.restore.nothingLost",
                Map.of("count", ours.lost(), "sequence", ours.proof().head().sequence()))));
        showPanel();
    }

    private void showPanel() {
        boolean asks = model.askedProperty().get().isPresent();
        boolean works = model.workingProperty().get() && !asks;
        present(work, works);
        present(question, asks && !works);
        present(actions, !asks && !works);
        if (works) {
            stop.requestFocus();
        } else if (asks) {
            pin.clear();
            pin.requestFocus();
        } else {
            now.requestFocus();
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void yes() {
        var typed = pin.getText().toCharArray();
        pin.clear();
        model.restore(typed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && question.isVisible()) {
            model.changeMind();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && work.isVisible()) {
            model.stop();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        now.requestFocus();
    }

    /// A backup under way goes on; the page says so when somebody comes back.
    @Override
    public void leave() {
        life.unsubscribe();
    }

    private static final class Names extends StringConverter<Person> {
        @Override
        public String toString(Person person) {
            return person == null ? "" : person.name();
        }

        @Override
        public Person fromString(String name) {
            throw new IllegalStateException("nobody types into it: " + name);
        }
    }
}
