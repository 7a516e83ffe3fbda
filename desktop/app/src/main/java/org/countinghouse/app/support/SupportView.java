package org.countinghouse.app.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Folders;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.support.SupportBundle.Part;
import org.countinghouse.resources.Texts;
import org.jspecify.annotations.Nullable;

/// The parts of the bundle as a list, the chosen one as it will be sent, and the button that saves them.
public final class SupportView implements View {
    private static final String NAME = "countinghouse-support.zip";
    private static final int KIB = 1024;

    private final SupportViewModel model;
    private final Folders folders;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private NoticeBar told;

    @FXML
    private Button gather;

    @FXML
    private ListView<Part> parts;

    @FXML
    private TextArea content;

    @FXML
    private Button save;

    public SupportView(SupportViewModel model, Folders folders, Session session) {
        this.model = model;
        this.folders = folders;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        parts.setCellFactory(_ -> new PartCell());
        gather.setOnAction(_ -> model.gather());
        gather.disableProperty().bind(model.pendingProperty());
        save.disableProperty().bind(model.pendingProperty());
        save.setOnAction(_ -> folders.newFile(texts.text("support.save"), NAME).ifPresent(model::save));
        life = Subscription.combine(
                model.toldProperty().subscribe(notice -> told.show(notice, texts)),
                model.partsProperty().subscribe(this::show),
                parts.getSelectionModel().selectedItemProperty().subscribe(this::showContent));
    }

    private void show(List<Part> all) {
        for (var node : List.of(parts, content, save)) {
            node.setVisible(!all.isEmpty());
            node.setManaged(!all.isEmpty());
        }
        parts.getItems().setAll(all);
        if (!all.isEmpty()) {
            parts.getSelectionModel().selectFirst();
            parts.requestFocus();
        }
    }

    private void showContent(@Nullable Part part) {
        content.setText(part == null ? "" : new String(part.content(), UTF_8));
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }

    private final class PartCell extends ListCell<Part> {
        @Override
        protected void updateItem(@Nullable Part part, boolean empty) {
            super.updateItem(part, empty);
            setText(
                    part == null || empty
                            ? ""
                            : texts.text(
                                    "support.part",
                                    Map.of("file", part.name(), "size", (part.content().length + KIB - 1) / KIB)));
        }
    }
}
