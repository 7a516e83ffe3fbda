package org.countinghouse.app.firstrun;

import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A time zone: part of its name is typed, and one of those that have it is chosen with the arrow keys or a touch.
final class ZoneChoice {
    private final TextField typed;
    private final ListView<String> offered;
    private final FirstRunViewModel model;

    ZoneChoice(TextField typed, ListView<String> offered, FirstRunViewModel model) {
        this.typed = typed;
        this.offered = offered;
        this.model = model;
    }

    /// @param entered told when one was chosen
    void bind(Consumer<Field> entered) {
        typed.textProperty().subscribe(_ -> offered.getItems().setAll(model.zones()));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !offered.getItems().isEmpty()) {
                offered.requestFocus();
                offered.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        offered.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && choose()) {
                event.consume();
                typed.requestFocus();
                entered.accept(Field.ZONE);
            }
        });
        offered.setOnMouseClicked(_ -> choose());
    }

    private boolean choose() {
        var zone = offered.getSelectionModel().getSelectedItem();
        if (zone == null) {
            return false;
        }
        typed.setText(zone);
        return true;
    }
}
