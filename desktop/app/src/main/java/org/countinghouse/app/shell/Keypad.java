package org.countinghouse.app.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.kordamp.ikonli.javafx.FontIcon;

/// Digits to touch. It tells which key was touched and keeps nothing. Its keys never take the focus, so that the
/// keyboard goes on working where it was.
public final class Keypad extends GridPane {
    private static final char CLEAR = 'C';
    private static final int COLUMNS = 3;
    private static final int ROWS = 4;

    private Consumer<Character> onKey = _ -> {};

    public Keypad() {
        getStyleClass().add("keypad");
        for (int column = 0; column < COLUMNS; column++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(100.0 / COLUMNS);
            width.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(width);
        }
        for (int row = 0; row < ROWS; row++) {
            var height = new RowConstraints();
            height.setPercentHeight(100.0 / ROWS);
            getRowConstraints().add(height);
        }
        String digits = "789456123";
        for (int at = 0; at < digits.length(); at++) {
            place(key(String.valueOf(digits.charAt(at)), digits.charAt(at)), at % COLUMNS, at / COLUMNS);
        }
        place(key("0", '0'), 1, ROWS - 1);
    }

    public void onKey(Consumer<Character> told) {
        onKey = told;
    }

    /// Makes it a PIN pad: a key that clears at the left, backspace at the right.
    ///
    /// @param backspace what a screen reader says of that key
    /// @param press takes a digit or the backspace
    /// @param focus where the keyboard goes on after a touch
    public void forPin(String backspace, Consumer<Character> press, Runnable clear, Node focus) {
        left("C", CLEAR);
        backspace(backspace);
        onKey(key -> {
            if (key == CLEAR) {
                clear.run();
            } else {
                press.accept(key);
            }
            focus.requestFocus();
        });
    }

    /// Puts a key of its own in the bottom corner left of the zero.
    public void left(String label, char key) {
        place(key(label, key), 0, ROWS - 1);
    }

    /// Puts the backspace in the bottom corner right of the zero.
    ///
    /// @param name what a screen reader says
    public void backspace(String name) {
        Button back = key("", AmountEntry.BACKSPACE);
        back.setGraphic(new FontIcon("mdi2b-backspace-outline"));
        back.setAccessibleText(name);
        place(back, 2, ROWS - 1);
    }

    private Button key(String label, char key) {
        var button = new Button(label);
        button.getStyleClass().add("keypad-key");
        button.setFocusTraversable(false);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setId("key-" + word(key));
        button.setOnAction(_ -> onKey.accept(key));
        return button;
    }

    private static String word(char key) {
        return switch (key) {
            case AmountEntry.BACKSPACE -> "back";
            case '.' -> "point";
            default -> String.valueOf(key);
        };
    }

    private void place(Node key, int column, int row) {
        getChildren().removeIf(other -> getColumnIndex(other) == column && getRowIndex(other) == row);
        add(key, column, row);
    }
}
