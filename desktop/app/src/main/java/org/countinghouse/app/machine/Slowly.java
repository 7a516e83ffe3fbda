package org.countinghouse.app.machine;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Shows that something is going on once it takes longer than a person takes for at once.
final class Slowly {
    private static final Duration AT_ONCE = Duration.millis(500);

    private final PauseTransition wait = new PauseTransition(AT_ONCE);
    private final Node sign;
    private boolean working;

    Slowly(Node sign) {
        this.sign = sign;
        sign.setVisible(false);
        wait.setOnFinished(_ -> sign.setVisible(working));
    }

    void show(boolean now) {
        if (now && !working) {
            wait.playFromStart();
        } else if (!now) {
            wait.stop();
            sign.setVisible(false);
        }
        working = now;
    }
}
