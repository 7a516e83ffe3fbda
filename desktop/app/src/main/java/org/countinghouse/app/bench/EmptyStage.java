package org.countinghouse.app.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.countinghouse.app.shell.Pulses;
import org.countinghouse.app.shell.Shell;

/// The floor of a start: a program that only opens a window of the station's size with one word in it, says so and
/// ends.
final class EmptyStage {
    private EmptyStage() {}

    public static void main(String[] arguments) {
        Platform.startup(EmptyStage::show);
    }

    private static void show() {
        var scene = new Scene(new StackPane(new Label("Countinghouse")), Shell.WIDTH, Shell.HEIGHT);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        // Not within the picture: the toolkit would go on drawing what it was just told to end.
        Pulses.of(scene).first(() -> true).thenAcceptAsync(_ -> tell());
    }

    private static void tell() {
        System.out.println(Sibling.READY);
        Memory.resident().ifPresent(Figure.RESIDENT::tell);
        Platform.exit();
    }
}
