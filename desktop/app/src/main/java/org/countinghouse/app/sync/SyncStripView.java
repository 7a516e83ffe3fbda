package org.countinghouse.app.sync;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.sync.CloudCopy.State;
import org.kordamp.ikonli.javafx.FontIcon;

/// The cloud's chip.
public final class SyncStripView implements View {
    private static final Duration LOOK_AGAIN = Duration.seconds(2);

    private final SyncStripViewModel model;
    private final Session session;
    private final Timeline looking;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label chip;

    public SyncStripView(SyncStripViewModel model, Session session) {
        this.model = model;
        this.session = session;
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        life = model.stateProperty().subscribe(this::show);
        looking.play();
    }

    private void show(State state) {
        chip.setText(model.chip(state).in(session.texts()));
        chip.setGraphic(new FontIcon(icon(state)));
        chip.getStyleClass().setAll("label", "strip-item", style(state));
        chip.setTooltip(model.explanation(state)
                .map(told -> new Tooltip(told.in(session.texts())))
                .orElse(null));
    }

    private static String icon(State state) {
        return switch (state) {
            case State.Off(), State.Offline _ -> "mdi2c-cloud-off-outline";
            case State.Starting() -> "mdi2c-cloud-outline";
            case State.Online _ -> "mdi2c-cloud-check-outline";
            case State.Stopped _ -> "mdi2c-cloud-alert";
        };
    }

    private static String style(State state) {
        return switch (state) {
            case State.Off(), State.Starting() -> "ready";
            case State.Online(var waiting, var _) -> waiting == 0 ? "online" : "waiting";
            case State.Offline _ -> "offline";
            case State.Stopped _ -> "stopped";
        };
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
    }
}
