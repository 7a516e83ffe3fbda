package org.countinghouse.app.broken;

import java.awt.Color;
import java.util.function.Consumer;
import javafx.application.Platform;

final class Painter {
    int colour() {
        return Color.RED.getRGB();
    }

    void pushIn() {
        Platform.runLater(this::colour);
    }

    Consumer<Runnable> pushInByReference() {
        return Platform::runLater;
    }
}
