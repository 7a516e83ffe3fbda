package org.countinghouse.app.device;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.device.DevicesViewModel.Panel;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Texts;

/// The devices as a list, what is to be known about them below it, and what is done about one beside it.
public final class DevicesView implements View {
    private static final Duration LOOK_AGAIN = Duration.seconds(5);

    /// An address and a state have more to say than a name.
    private static final int[] WIDTHS = {120, 130, 200, 190};

    private final DevicesViewModel model;
    private final Texts texts;
    private final Timeline looking;
    private Subscription life = Subscription.EMPTY;
    private TableView<DeviceRow> rows = new TableView<>();

    @FXML
    private Parent root;

    @FXML
    private Button find;

    @FXML
    private Button add;

    @FXML
    private Button importList;

    @FXML
    private NoticeBar notice;

    @FXML
    private StackPane table;

    @FXML
    private VBox remarks;

    @FXML
    private Node nothing;

    @FXML
    private Node card;

    @FXML
    private Node form;

    @FXML
    private Node search;

    @FXML
    private Node list;

    @FXML
    private Node trial;

    @FXML
    private Node teach;

    @FXML
    private DeviceCardView cardController;

    @FXML
    private DeviceFormView formController;

    @FXML
    private FindView searchController;

    @FXML
    private ImportListView listController;

    @FXML
    private TrialView trialController;

    @FXML
    private TeachView teachController;

    public DevicesView(DevicesViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        var sheet = new SheetTable<>(model.sheet(), texts, texts.text("device.title"), texts.text("device.none"));
        rows = sheet.table();
        rows.setId("devices-table");
        for (int i = 0; i < WIDTHS.length; i++) {
            rows.getColumns().get(i).setPrefWidth(WIDTHS[i]);
        }
        table.getChildren().setAll(sheet);
        find.setOnAction(_ -> model.look());
        add.setOnAction(_ -> model.add());
        importList.setOnAction(_ -> model.chooseImport());
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        cardController.show(model);
        formController.show(model);
        searchController.show(model);
        listController.show(model);
        trialController.show(model);
        teachController.show(model);
        life = Subscription.combine(
                rows.getSelectionModel().selectedItemProperty().subscribe(this::chosenInList),
                model.chosenProperty().subscribe(this::showChosen),
                model.panelProperty().subscribe((_, now) -> showPanel(now)),
                model.remarksProperty().subscribe(this::showRemarks),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        showPanel(model.panelProperty().get());
        looking.play();
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void showRemarks(List<Notice> all) {
        remarks.getChildren()
                .setAll(all.stream()
                        .map(each -> {
                            var bar = new NoticeBar();
                            bar.show(Optional.of(each), texts);
                            return bar;
                        })
                        .toList());
    }

    private void chosenInList(DeviceRow row) {
        if (row != null) {
            model.choose(row);
        }
    }

    private void showChosen(Optional<DeviceRow> chosen) {
        var selection = rows.getSelectionModel();
        chosen.filter(row -> !row.equals(selection.getSelectedItem())).ifPresent(row -> {
            selection.clearSelection();
            selection.select(row);
        });
    }

    private void showPanel(Panel panel) {
        present(nothing, panel == Panel.NOTHING);
        present(card, panel == Panel.CARD || panel == Panel.FORGET);
        present(form, panel == Panel.ADD);
        present(search, panel == Panel.FIND);
        present(list, panel == Panel.IMPORT);
        present(trial, panel == Panel.TEST);
        present(teach, panel == Panel.TEACH);
        switch (panel) {
            case NOTHING, CARD -> rows.requestFocus();
            case FORGET -> cardController.ask();
            case ADD -> formController.enter();
            case FIND -> searchController.enter();
            case IMPORT -> listController.enter();
            case TEST, TEACH -> {
                // Their stages put the focus where it goes on.
            }
        }
    }

    private void pressedInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && model.chosenProperty().get().isPresent()) {
            cardController.enter();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.panelProperty().get() != Panel.NOTHING) {
            model.back();
            rows.requestFocus();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        rows.requestFocus();
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
        cardController.leave();
        formController.leave();
        searchController.leave();
        trialController.leave();
        teachController.leave();
        model.close();
    }
}
