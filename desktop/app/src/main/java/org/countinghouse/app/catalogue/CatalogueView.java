package org.countinghouse.app.catalogue;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.countinghouse.app.catalogue.CatalogueViewModel.Panel;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.ReviewBox;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;
import org.jspecify.annotations.Nullable;

/// The shop's items as a table, the chosen one beside it, and what is about to be written.
public final class CatalogueView implements View {
    private static final int ROWS_BEFORE = 3;
    /// Names are the longest of what a row tells.
    private static final double NAME_WIDTH = 180;

    private final CatalogueViewModel model;
    private final Texts texts;
    private final ItemForm form;
    private final ReviewBox box;
    private Subscription life = Subscription.EMPTY;
    private TableView<ItemRow> rows = new TableView<>();

    @FXML
    private Parent root;

    @FXML
    private Button add;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox list;

    @FXML
    private StackPane table;

    @FXML
    private StackPane side;

    @FXML
    private Node nothing;

    @FXML
    private StackPane review;

    @FXML
    private HBox unwritten;

    @FXML
    private WrappedLabel unwrittenWords;

    @FXML
    private Button undo;

    @FXML
    private Button giveUp;

    @FXML
    private Button toReview;

    public CatalogueView(CatalogueViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        this.form = new ItemForm(model, texts);
        this.box = new ReviewBox("catalogue", texts, model.pendingProperty(), model::back, model::write);
    }

    @FXML
    private void initialize() {
        var sheet =
                new SheetTable<>(model.sheet(), texts, texts.text("catalogue.title"), texts.text("catalogue.nothing"));
        rows = sheet.table();
        rows.setId("catalogue-table");
        rows.getColumns().getFirst().setPrefWidth(NAME_WIDTH);
        rows.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getChildren().setAll(sheet);
        side.getChildren().add(form);
        review.getChildren().setAll(box);
        add.setOnAction(_ -> {
            rows.getSelectionModel().clearSelection();
            model.add();
            if (model.panelProperty().get() == Panel.FORM) {
                form.enter();
            }
        });
        undo.setOnAction(_ -> model.undo());
        giveUp.setOnAction(_ -> model.giveUp());
        toReview.setOnAction(_ -> model.review());
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
        rows.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                _ -> chosenInList(rows.getSelectionModel().getSelectedItem()));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                rows.getSelectionModel().selectedItemProperty().subscribe((_, now) -> chosenInList(now)),
                model.panelProperty().subscribe((_, now) -> showPanel(now)),
                model.wantedProperty().subscribe(_ -> showWanted()),
                model.meanwhileProperty().subscribe(_ -> showWanted()),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        show(model.panelProperty().get());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void chosenInList(@Nullable ItemRow row) {
        if (row != null) {
            model.choose(row);
            form.show();
        }
    }

    private void showPanel(Panel panel) {
        show(panel);
        switch (panel) {
            case NOTHING -> enterList();
            case FORM -> form.show();
            case REVIEW -> box.enter();
        }
    }

    private void show(Panel panel) {
        present(list, panel != Panel.REVIEW);
        present(add, panel != Panel.REVIEW);
        present(nothing, panel == Panel.NOTHING);
        present(form, panel == Panel.FORM);
        present(review, panel == Panel.REVIEW);
        showWanted();
    }

    private void showWanted() {
        var sentences = model.sentences();
        box.show(model.meanwhileProperty().get(), sentences, model.warnings());
        unwrittenWords.setText(texts.text("catalogue.unwritten", Map.of("count", sentences.size())));
        undo.setDisable(!model.canUndo());
        present(unwritten, !sentences.isEmpty() && model.panelProperty().get() != Panel.REVIEW);
    }

    /// The list keeps its place: whoever sets one price after the other goes on below.
    private void enterList() {
        rows.getSelectionModel().clearSelection();
        String word = model.draft().wordProperty().get();
        List<ItemRow> shown = rows.getItems();
        for (int at = 0; at < shown.size(); at++) {
            if (shown.get(at).word().equals(word)) {
                rows.getFocusModel().focus(at);
                rows.scrollTo(Math.max(0, at - ROWS_BEFORE));
            }
        }
        rows.requestFocus();
    }

    private void pressedInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            int at = rows.getFocusModel().getFocusedIndex();
            if (at >= 0 && at < rows.getItems().size()) {
                rows.getSelectionModel().select(at);
                chosenInList(rows.getItems().get(at));
                form.enter();
                event.consume();
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        rows.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        model.close();
    }
}
