package org.countinghouse.app.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lets Enter through once for each time it is pressed. A key held down repeats itself; a sale must not.
final class OncePerPress {
    private boolean down;

    private OncePerPress() {}

    static void guard(Scene scene) {
        var guard = new OncePerPress();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, guard::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, guard::released);
        scene.windowProperty()
                .flatMap(window -> window.focusedProperty())
                .orElse(false)
                .subscribe(_ -> guard.down = false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (down) {
                event.consume();
            }
            down = true;
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            down = false;
        }
    }
}
