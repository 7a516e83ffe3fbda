package org.countinghouse.app.machine;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Texts;

/// The machine's line at the till: how it stands, what is open, and the one button that leads there. It is not there
/// where no machine is.
public final class MachineBarView implements View {
    private static final Duration LOOK_AGAIN = Duration.seconds(5);
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);

    private final MachineWatch watch;
    private final MovementViewModel movement;
    private final OwedViewModel owed;
    private final Consumer<Destination> go;
    private final Texts texts;
    private final Timeline looking;
    private Optional<Scene> heard = Optional.empty();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private HBox root;

    @FXML
    private NoticeBar words;

    @FXML
    private Button goMachine;

    public MachineBarView(
            MachineWatch watch,
            MovementViewModel movement,
            OwedViewModel owed,
            Session session,
            Consumer<Destination> go) {
        this.watch = watch;
        this.movement = movement;
        this.owed = owed;
        this.go = go;
        this.texts = session.texts();
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> watch.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        goMachine.setOnAction(_ -> go.accept(new Destination.Machine()));
        life = Subscription.combine(
                watch.standingProperty().subscribe(_ -> show()),
                movement.movementProperty().subscribe(_ -> show()),
                movement.payment().dueProperty().subscribe(_ -> show()),
                root.sceneProperty().subscribe(this::hear));
        watch.refresh();
        looking.play();
    }

    private void show() {
        var moving = movement.movementProperty().get();
        Optional<Notice> told = MachineWords.urgent(watch, moving, owed.owed());
        words.show(told, texts);
        boolean open = !watch.doubts(moving).isEmpty() || !owed.owed().isEmpty();
        goMachine.setText(
                texts.text(moving.isPresent() ? "machine.bar.show" : open ? "machine.bar.settle" : "machine.bar.open"));
        boolean there = told.isPresent();
        root.setVisible(there);
        root.setManaged(there);
    }

    private void hear(Scene scene) {
        heard.ifPresent(before -> before.getAccelerators().remove(KEY));
        heard = Optional.ofNullable(scene);
        heard.ifPresent(now -> now.getAccelerators().put(KEY, this::pressed));
    }

    /// A customer pays: the mouth opens. Else, to the machine's page.
    private void pressed() {
        var moving = movement.movementProperty().get();
        boolean clear = moving.isEmpty()
                && watch.doubts(moving).isEmpty()
                && owed.owed().isEmpty();
        boolean pays = clear && movement.isDue();
        if (pays) {
            movement.deposit();
        } else if (root.isVisible()) {
            go.accept(new Destination.Machine());
        }
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
        heard.ifPresent(before -> before.getAccelerators().remove(KEY));
    }
}
