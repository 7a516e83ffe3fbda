package org.countinghouse.app.settings;

import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Folders;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.Theme;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// The settings as a list, and beside it those that are changed here.
public final class SettingsView implements View {
    /// A value has more to say than who said it.
    private static final int[] WIDTHS = {170, 230, 120, 150};

    private final SettingsViewModel model;
    private final Folders folders;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private NoticeBar told;

    @FXML
    private StackPane table;

    @FXML
    private HBox themes;

    @FXML
    private FlowPane languages;

    @FXML
    private TextField backups;

    @FXML
    private Button choose;

    @FXML
    private Button keepBackups;

    @FXML
    private TextField cloud;

    @FXML
    private PasswordField code;

    @FXML
    private Button keepCloud;

    @FXML
    private ToggleButton helper;

    @FXML
    private Node page;

    @FXML
    private Node support;

    @FXML
    private View supportController;

    public SettingsView(SettingsViewModel model, Folders folders, Session session) {
        this.model = model;
        this.folders = folders;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        var sheet = new SheetTable<>(
                model.sheet(), texts, texts.text("settings.page.title"), texts.text("settings.value.none"));
        sheet.table().setId("settings-table");
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.table().getColumns().get(i).setPrefWidth(WIDTHS[i]);
        }
        table.getChildren().setAll(sheet);
        offerLooks();
        offerLanguages();
        backups.textProperty().bindBidirectional(model.backupsProperty());
        backups.setOnAction(_ -> model.backUpThere());
        choose.setOnAction(_ -> folders.folder(texts.text("settings.station.backups"))
                .map(Path::toString)
                .ifPresent(backups::setText));
        keepBackups.setOnAction(_ -> model.backUpThere());
        cloud.textProperty().bindBidirectional(model.cloudProperty());
        code.textProperty().bindBidirectional(model.codeProperty());
        cloud.setOnAction(_ -> code.requestFocus());
        code.setOnAction(_ -> model.copyThere());
        keepCloud.setOnAction(_ -> model.copyThere());
        keepBackups.disableProperty().bind(model.pendingProperty());
        keepCloud.disableProperty().bind(model.pendingProperty());
        helper.selectedProperty().subscribe(helping -> {
            present(support, helping);
            present(page, !helping);
        });
        life = model.toldProperty().subscribe(notice -> told.show(notice, texts));
    }

    private void offerLooks() {
        var looks = new ToggleGroup();
        for (Theme each : Theme.values()) {
            var button = toggle(texts.text("settings.theme." + each.word()), "theme-" + each.word(), looks);
            button.setSelected(each == model.theme());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.wear(each);
            });
            themes.getChildren().add(button);
        }
    }

    private void offerLanguages() {
        var spoken = new ToggleGroup();
        for (Language each : Language.values()) {
            var button = toggle(each.ownName(), "speak-" + each.code(), spoken);
            button.setSelected(each == model.language());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.speak(each);
            });
            languages.getChildren().add(button);
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static ToggleButton toggle(String words, String id, ToggleGroup group) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.setToggleGroup(group);
        return button;
    }

    @Override
    public void enter(Destination where) {
        themes.getChildren().getFirst().requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        supportController.leave();
    }
}
