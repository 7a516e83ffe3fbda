package org.countinghouse.app.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.device.SimulatedMachineViewModel.Inside;
import org.countinghouse.app.device.SimulatedMachineViewModel.Row;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A simulated cash machine: what it holds at the left, what can be made happen to it at the right, and above them
/// what a cashier does with it.
public final class SimulatedMachineView implements View {
    private static final double GROUP_WIDTH = 640;

    /// An order that is looked into again is settled without the machine's metal moving.
    private static final Duration LOOK_AGAIN = Duration.seconds(2);

    private static final List<Scene> METAL = List.of(Scene.JAMMED, Scene.CLEARED, Scene.REJECT_NEXT_PIECE);
    private static final List<Scene> BEZEL =
            List.of(Scene.HOLD_NEXT_IN_BEZEL, Scene.BEZEL_TAKEN, Scene.BEZEL_RETRACTED);
    private static final List<Scene> CABLE = List.of(Scene.SECOND_HOST);
    private static final List<Scene> NEXT_COMMAND = List.of(
            Scene.DROP_NEXT_COMMAND,
            Scene.DROP_NEXT_REPLY,
            Scene.DUPLICATE_NEXT_REPLY,
            Scene.DAMAGE_NEXT_REPLY,
            Scene.STALL_AFTER_NEXT);
    private static final List<Scene> POWER =
            List.of(Scene.POWER_CYCLE, Scene.MEMORY_LOST, Scene.POWER_CYCLE_DURING_NEXT, Scene.MEMORY_LOST_DURING_NEXT);

    private final SimulatedMachineViewModel model;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;
    private Subscription counting = Subscription.EMPTY;
    private final Timeline looking;
    private Optional<Inside> drawn = Optional.empty();

    @FXML
    private NoticeBar notice;

    @FXML
    private TextField amount;

    @FXML
    private Button pay;

    @FXML
    private Button take;

    @FXML
    private Button endTaking;

    @FXML
    private Label unsettled;

    @FXML
    private ComboBox<String> kind;

    @FXML
    private GridPane rows;

    @FXML
    private Label tray;

    @FXML
    private Button emptyTray;

    @FXML
    private VBox scenes;

    public SimulatedMachineView(SimulatedMachineViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        kind.getItems().setAll(model.kinds());
        kind.setAccessibleText(texts.text("device.simulated.protocol"));
        kind.disableProperty().bind(model.changingProperty());
        kind.setOnAction(_ -> Optional.ofNullable(kind.getValue()).ifPresent(model::choose));
        var till = model.till();
        var busy = till.payingProperty().or(till.takingProperty());
        pay.disableProperty().bind(busy);
        take.disableProperty().bind(busy);
        endTaking.disableProperty().bind(till.takingProperty().not());
        amount.setOnAction(_ -> till.pay(amount.getText()));
        pay.setOnAction(_ -> {
            // The button cannot be pressed meanwhile, and the focus would move on to the protocol.
            focus();
            till.pay(amount.getText());
        });
        take.setOnAction(_ -> till.take());
        endTaking.setOnAction(_ -> till.endTaking());
        emptyTray.setOnAction(_ -> model.emptyTray());
        life = Subscription.combine(
                model.insideProperty().subscribe(this::show),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        looking.play();
    }

    private void show(Optional<Inside> seen) {
        seen.ifPresent(inside -> {
            kind.setValue(inside.kind());
            if (drawn.filter(before -> before.kind().equals(inside.kind())).isEmpty()) {
                scenes.getChildren().setAll(groups(inside.scenes()));
            }
            if (drawn.filter(before -> before.rows().equals(inside.rows())).isEmpty()) {
                showRows(inside.rows());
            }
            var lying = model.currency().of(inside.tray().total(model.currency().code()));
            tray.setText(texts.text("device.simulated.tray", Map.of("amount", Amounts.withCode(lying))));
            emptyTray.setDisable(inside.tray().isNone());
            unsettled.setText(
                    inside.unsettled() == 0
                            ? ""
                            : texts.text("device.simulated.unsettled", Map.of("count", inside.unsettled())));
            drawn = seen;
        });
    }

    /// The first time; later only the numbers change, so that the focus stays where it is.
    private void showRows(List<Row> now) {
        if (drawn.filter(before -> isSameTable(before.rows(), now)).isPresent()) {
            for (int row = 0; row < now.size(); row++) {
                showCounts(row + 1, now.get(row));
            }
            return;
        }
        rows.getChildren().clear();
        heading(1, "recycler");
        heading(2, "cashbox");
        heading(3, "reject");
        heading(4, "bezel");
        for (int at = 0; at < now.size(); at++) {
            Row row = now.get(at);
            var worth = new Label(Amounts.text(model.worth(row.denomination())));
            worth.getStyleClass().add("simulator-worth");
            cell(worth, 0, at + 1);
            for (int column = 1; column <= 4; column++) {
                cell(new Label(), column, at + 1);
            }
            showCounts(at + 1, row);
            var insert = button("insert-" + row.denomination().minorUnits(), "device.simulated.insert");
            insert.setOnAction(_ -> model.insert(row.denomination()));
            var refill = button("refill-" + row.denomination().minorUnits(), "device.simulated.refill");
            refill.setOnAction(_ -> model.refill(row.denomination()));
            rows.add(insert, 5, at + 1);
            rows.add(refill, 6, at + 1);
        }
    }

    private static boolean isSameTable(List<Row> before, List<Row> now) {
        return before.stream()
                .map(Row::denomination)
                .toList()
                .equals(now.stream().map(Row::denomination).toList());
    }

    private void heading(int column, String place) {
        var label = new Label(texts.text("device.simulated.place." + place));
        label.getStyleClass().add("simulator-column");
        cell(label, column, 0);
    }

    private void cell(Label label, int column, int row) {
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        label.setMinWidth(Label.USE_PREF_SIZE);
        rows.add(label, column, row);
    }

    private void showCounts(int at, Row row) {
        List<ToIntFunction<Row>> places = List.of(Row::recycler, Row::cashbox, Row::reject, Row::bezel);
        for (Node node : rows.getChildren()) {
            int column = GridPane.getColumnIndex(node);
            if (GridPane.getRowIndex(node) == at && column >= 1 && column <= places.size()) {
                int count = places.get(column - 1).applyAsInt(row);
                ((Label) node).setText(Integer.toString(count));
                node.getStyleClass().remove("simulator-none");
                if (count == 0) {
                    node.getStyleClass().add("simulator-none");
                }
            }
        }
    }

    private List<Node> groups(Set<Scene> playable) {
        var groups = new ArrayList<Node>();
        var metal = group(groups, "metal", METAL, playable);
        metal.getChildren().add(1, jamAfter());
        group(groups, "bezel", BEZEL, playable);
        var pull = button("pull-cable", "device.simulated.pullCable");
        pull.setOnAction(_ -> model.pullCable());
        var plug = button("plug-in", "device.simulated.plugIn");
        plug.setOnAction(_ -> model.play(Scene.ALIVE));
        group(groups, "cable", CABLE, playable).getChildren().addAll(0, List.of(pull, plug));
        group(groups, "nextCommand", NEXT_COMMAND, playable);
        group(groups, "power", POWER, playable);
        return groups;
    }

    private FlowPane group(List<Node> groups, String name, List<Scene> all, Set<Scene> playable) {
        var pane = new FlowPane();
        pane.getStyleClass().add("simulator-group");
        pane.setPrefWrapLength(GROUP_WIDTH);
        for (Scene scene : all) {
            if (playable.contains(scene)) {
                String word = scene.name().toLowerCase(Locale.ROOT).replace('_', '-');
                var play = button("scene-" + word, "device.simulated.scene." + word);
                play.setOnAction(_ -> model.play(scene));
                pane.getChildren().add(play);
            }
        }
        if (!pane.getChildren().isEmpty()) {
            var title = new Label(texts.text("device.simulated.group." + name));
            title.getStyleClass().add("simulator-column");
            groups.add(title);
            groups.add(pane);
        }
        return pane;
    }

    /// How many pieces come out before the jam is counted with two buttons a finger hits.
    private Node jamAfter() {
        var fewer = icon("jam-fewer", "mdi2m-minus", "device.simulated.fewer");
        fewer.setOnAction(_ -> model.jamAfterFewer());
        var more = icon("jam-more", "mdi2p-plus", "device.simulated.more");
        more.setOnAction(_ -> model.jamAfterMore());
        var jam = new Button();
        jam.setId("jam-after");
        jam.setOnAction(_ -> model.jamNext());
        counting.unsubscribe();
        counting = model.jamAfterProperty()
                .subscribe(pieces ->
                        jam.setText(texts.text("device.simulated.jamAfter", Map.of("count", pieces.intValue()))));
        var box = new HBox(fewer, jam, more);
        box.getStyleClass().add("simulator-bar");
        return box;
    }

    private Button icon(String id, String literal, String key) {
        var button = new Button("", new FontIcon(literal));
        button.setId(id);
        button.setAccessibleText(texts.text(key));
        return button;
    }

    private Button button(String id, String key) {
        var button = new Button(texts.text(key));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /// The first thing somebody does here; Enter must not end the training by a hand's habit.
    void focus() {
        amount.requestFocus();
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
        counting.unsubscribe();
    }
}
