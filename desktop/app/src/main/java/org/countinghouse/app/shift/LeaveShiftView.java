package org.countinghouse.app.shift;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.PersonTile;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shift.PassShift.Situation;
import org.countinghouse.ledger.people.Person;

/// Three ways to leave a shift, each with what becomes of the cash.
public final class LeaveShiftView implements View {
    private final LeaveShiftViewModel model;
    private final Session session;
    private final Consumer<Destination> go;

    @FXML
    private Label title;

    @FXML
    private NoticeBar notice;

    @FXML
    private VBox suspendBox;

    @FXML
    private Button suspend;

    @FXML
    private VBox parkBox;

    @FXML
    private Button park;

    @FXML
    private VBox handOverBox;

    @FXML
    private Node notSealed;

    @FXML
    private FlowPane people;

    @FXML
    private Button handOver;

    @FXML
    private Button back;

    public LeaveShiftView(LeaveShiftViewModel model, Session session, Consumer<Destination> go) {
        this.model = model;
        this.session = session;
        this.go = go;
    }

    @FXML
    private void initialize() {
        show(suspendBox, model.maySuspend());
        show(parkBox, model.maySuspend());
        show(handOverBox, model.mayHandOver());
        suspend.disableProperty().bind(model.pendingProperty());
        park.disableProperty().bind(model.pendingProperty());
        handOver.disableProperty().bind(model.canHandOverProperty().not());
        suspend.setOnAction(_ -> model.suspend());
        park.setOnAction(_ -> model.park());
        handOver.setOnAction(_ -> model.handOver());
        back.setOnAction(_ -> go.accept(new Destination.Count()));
        model.noticeProperty().subscribe(told -> notice.show(told, session.texts()));
        model.situationProperty().subscribe(this::showSituation);
    }

    private void showSituation(Optional<Situation> now) {
        title.setText(session.texts()
                .text(
                        "shift.leave.title",
                        Map.of("shift", now.map(each -> each.shift().toString()).orElse(""))));
        show(notSealed, !model.isSealed());
        show(people, model.isSealed());
        show(handOver, model.isSealed());
        people.getChildren().clear();
        var group = new ToggleGroup();
        now.ifPresent(each ->
                each.others().forEach(person -> people.getChildren().add(tile(person, group))));
    }

    private PersonTile tile(Person person, ToggleGroup group) {
        var tile = new PersonTile(person, session.texts());
        tile.setId("to-" + person.employee());
        tile.setToggleGroup(group);
        tile.setOnAction(_ -> {
            group.selectToggle(tile);
            model.toProperty().set(Optional.of(person));
            handOver.requestFocus();
        });
        return tile;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void enter(Destination where) {
        back.requestFocus();
    }
}
