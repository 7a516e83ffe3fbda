package org.countinghouse.app.shell;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A dot for each digit of a PIN, filled once it is typed.
public final class PinDots extends HBox {
    private static final int FEWEST = 6;

    public PinDots() {
        getStyleClass().add("pin-dots");
        show(0, "");
    }

    /// @param typed how many digits
    /// @param spoken what a screen reader says of it
    public void show(int typed, String spoken) {
        setAccessibleText(spoken);
        getChildren().clear();
        for (int at = 0; at < Math.max(FEWEST, typed); at++) {
            var dot = new Region();
            dot.getStyleClass().add("pin-dot");
            if (at < typed) {
                dot.getStyleClass().add("pin-filled");
            }
            getChildren().add(dot);
        }
    }
}
