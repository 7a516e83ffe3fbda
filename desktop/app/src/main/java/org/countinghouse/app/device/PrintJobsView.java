package org.countinghouse.app.device;

import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.device.PrintJob;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The printer's slips, over the strip.
public final class PrintJobsView implements View {
    private final PrintJobsViewModel model;
    private final Texts texts;
    private final InvalidationListener changed = _ -> showRows();
    private final PopOver over = new PopOver();
    private Subscription life = Subscription.EMPTY;
    private boolean enterDown;

    @FXML
    private Parent root;

    @FXML
    private Button close;

    @FXML
    private NoticeBar notice;

    @FXML
    private Label none;

    @FXML
    private VBox rows;

    public PrintJobsView(PrintJobsViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        over.setContentNode(root);
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        over.setDetachable(false);
        over.setAnimated(false);
        over.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> model.closed());
        close.setOnAction(_ -> over.hide());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
        model.rows().addListener(changed);
        life = Subscription.combine(model.noticeProperty().subscribe(told -> notice.show(told, texts)), model.watch());
        showRows();
    }

    /// @param byKey whether a key that is still down opened it: it must press nothing here
    void showOver(Node chip, boolean byKey) {
        enterDown = byKey;
        model.opened();
        over.show(chip);
        root.getStyleClass().remove("large-screen");
        if (chip.getScene().getRoot().getStyleClass().contains("large-screen")) {
            root.getStyleClass().add("large-screen");
        }
        close.requestFocus();
    }

    boolean isShowing() {
        return over.isShowing();
    }

    void hide() {
        over.hide();
    }

    /// Enter presses the button that has the focus, once for each time it is pressed.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            event.consume();
            if (!enterDown) {
                button.fire();
            }
            enterDown = true;
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            enterDown = false;
        }
    }

    /// A row drawn anew keeps the focus.
    private void showRows() {
        Optional<String> focused = Optional.ofNullable(root.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .flatMap(node -> Optional.ofNullable(node.getId()));
        boolean any = !model.rows().isEmpty();
        none.setVisible(!any);
        none.setManaged(!any);
        rows.getChildren().setAll(model.rows().stream().map(this::row).toList());
        focused.flatMap(id -> Optional.ofNullable(rows.lookup("#" + id))).ifPresent(Node::requestFocus);
        if (focused.isPresent() && root.getScene().getFocusOwner() == null) {
            close.requestFocus();
        }
    }

    private Node row(PrintRow row) {
        var icon = new FontIcon(icon(row.state()));
        var name = new Label(
                row.duplicate() ? texts.text("device.print.duplicate", Map.of("slip", row.slip())) : row.slip());
        name.getStyleClass().add("print-slip");
        var state = new WrappedLabel(row.words().in(texts));
        state.getStyleClass().add("print-state");
        var words = new VBox(name, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, words);
        line.getStyleClass().addAll("print-row", tone(row));
        // The words give way, never what a button says.
        var act = new StackPane(button(row));
        act.setMinWidth(StackPane.USE_PREF_SIZE);
        line.getChildren().add(act);
        return line;
    }

    private Button button(PrintRow row) {
        return row.isOnItsWay()
                ? button(
                        "take-back-" + row.number(),
                        "device.print.takeBack",
                        row,
                        row.canTakeBack(),
                        () -> model.takeBack(row.number()))
                : button(
                        "again-" + row.number(),
                        row.again() ? "device.print.again.duplicate" : "device.print.again",
                        row,
                        row.canPrintAgain(),
                        () -> model.printAgain(row.number()));
    }

    private Button button(String id, String key, PrintRow row, boolean enabled, Runnable act) {
        var button = new Button(texts.text(key));
        button.setId(id);
        button.setDisable(!enabled);
        button.setAccessibleText(texts.text(key) + ": " + row.slip());
        button.setOnAction(_ -> act.run());
        return button;
    }

    private static String icon(PrintJob.State state) {
        return switch (state) {
            case WAITING -> "mdi2t-timer-sand";
            case PRINTING -> "mdi2p-printer-outline";
            case PRINTED -> "mdi2c-check-circle-outline";
            case PRINT_UNKNOWN -> "mdi2h-help-circle-outline";
            case STOPPED -> "mdi2a-alert-outline";
            case REFUSED -> "mdi2p-printer-off-outline";
            case CANCELLED -> "mdi2c-close-circle-outline";
            case LATE -> "mdi2c-clock-alert-outline";
        };
    }

    private static String tone(PrintRow row) {
        return switch (row.words().tone()) {
            case INFO -> "tone-info";
            case SUCCESS -> "tone-success";
            case WARNING -> "tone-warning";
            case DANGER -> "tone-danger";
        };
    }

    @Override
    public void leave() {
        over.hide();
        model.closed();
        model.rows().removeListener(changed);
        life.unsubscribe();
    }
}
