package org.countinghouse.app.machine;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Texts;

/// The cash machine over the till: what moves now; else what nobody knows the end of; else what is owed and how the
/// machine stands.
public final class MachineView implements View {
    /// An idle machine is looked at every few seconds by itself; its words follow.
    private static final Duration LOOK_AGAIN = Duration.seconds(2);

    private final MachineWatch watch;
    private final MovementViewModel movement;
    private final SettleViewModel settle;
    private final OwedViewModel owed;
    private final Texts texts;
    private final Runnable close;
    private final Timeline looking;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox root;

    @FXML
    private Label state;

    @FXML
    private Button back;

    @FXML
    private NoticeBar notice;

    @FXML
    private Node movementPane;

    @FXML
    private MovementView movementPaneController;

    @FXML
    private Node settlePane;

    @FXML
    private SettleView settlePaneController;

    @FXML
    private HBox idle;

    @FXML
    private Node owedPane;

    @FXML
    private OwedView owedPaneController;

    @FXML
    private HoldsView holdsPaneController;

    public MachineView(
            MachineWatch watch,
            MovementViewModel movement,
            SettleViewModel settle,
            OwedViewModel owed,
            Session session,
            Runnable close) {
        this.watch = watch;
        this.movement = movement;
        this.settle = settle;
        this.owed = owed;
        this.texts = session.texts();
        this.close = close;
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> watch.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> close.run());
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                movement.movementProperty().subscribe(_ -> show()),
                watch.standingProperty().subscribe(_ -> show()),
                settle.doubtProperty().subscribe(_ -> show()),
                movement.noticeProperty().subscribe(_ -> tell()),
                settle.noticeProperty().subscribe(_ -> tell()),
                owed.noticeProperty().subscribe(_ -> tell()),
                movement.soldProperty().subscribe((_, _) -> close.run()));
        looking.play();
    }

    private void show() {
        boolean moves = movement.movementProperty().get().isPresent();
        boolean doubted = !moves && settle.doubtProperty().get().isPresent();
        boolean idles = !moves && !doubted;
        boolean changed =
                movementPane.isVisible() != moves || settlePane.isVisible() != doubted || idle.isVisible() != idles;
        present(movementPane, moves);
        present(settlePane, doubted);
        present(idle, idles);
        present(owedPane, !owed.owed().isEmpty());
        // While it moves it is neither ready nor busy, and an idle one says so below.
        state.setVisible(doubted);
        state.setText(watch.standing()
                .machine()
                .map(view -> MachineWords.state(view).in(texts))
                .orElse(texts.text("machine.state.none")));
        if (changed && root.getScene() != null) {
            focus();
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// The latest of what was told; each of the three forgets when another begins.
    private void tell() {
        Optional<Notice> told = Stream.of(
                        owed.noticeProperty().get(),
                        settle.noticeProperty().get(),
                        movement.noticeProperty().get())
                .flatMap(Optional::stream)
                .findFirst();
        notice.show(told, texts);
    }

    private void typed(KeyEvent event) {
        if (settlePane.isVisible() && !event.isControlDown() && !(event.getTarget() instanceof TextInputControl)) {
            event.getCharacter()
                    .chars()
                    .filter(key -> key > ' ')
                    .forEach(key -> settle.entry().press((char) key));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof ButtonBase)) {
            goOn();
        } else if (event.getCode() == KeyCode.BACK_SPACE && settlePane.isVisible()) {
            settle.entry().press(AmountEntry.BACKSPACE);
        } else {
            return;
        }
        event.consume();
    }

    /// Enter: enough was put in; what was counted is written; nothing to do, back to the till.
    private void goOn() {
        if (movementPane.isVisible()) {
            movementPaneController.goOn();
        } else if (settlePane.isVisible()) {
            settlePaneController.goOn();
        } else if (owed.owed().isEmpty()) {
            close.run();
        }
    }

    @Override
    public void enter(Destination where) {
        if (movement.movementProperty().get().isEmpty()) {
            movement.forget();
        }
        settle.forget();
        owed.forget();
        watch.refresh();
        focus();
    }

    private void focus() {
        root.requestFocus();
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
        movementPaneController.leave();
        settlePaneController.leave();
        owedPaneController.leave();
        holdsPaneController.leave();
    }
}
