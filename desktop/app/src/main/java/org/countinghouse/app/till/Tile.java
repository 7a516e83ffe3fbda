package org.countinghouse.app.till;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.WrappedLabel;

/// A button in a grid of equal ones: words that break into lines, a small line below, and what stands before them.
final class Tile extends Button {
    private static final double NARROWEST = 60;
    private static final double ROOM_BEFORE = 2.4;

    /// @param below may be empty
    /// @param before an icon, or nothing
    Tile(String words, String below, Node... before) {
        var title = new WrappedLabel(words);
        title.getStyleClass().add("tile-words");
        var lines = new VBox(title);
        lines.getStyleClass().add("tile-lines");
        if (!below.isEmpty()) {
            var small = new Label(below);
            small.getStyleClass().add("tile-below");
            lines.getChildren().add(small);
        }
        var row = new HBox(before);
        row.getStyleClass().add("tile-row");
        row.getChildren().add(lines);
        setGraphic(row);
        getStyleClass().add("tile");
        setAccessibleText(words);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        var room = widthProperty().map(width -> room(width.doubleValue(), before.length > 0));
        title.prefWidthProperty().bind(room);
        title.minWidthProperty().bind(room);
    }

    private double room(double width, boolean icon) {
        double taken = getInsets().getLeft() + getInsets().getRight();
        return Math.max(
                NARROWEST, width - taken - (icon ? ROOM_BEFORE * getFont().getSize() : 0));
    }

    /// Gives a pane so many columns of equal tiles, whatever its width.
    static void columns(TilePane pane, int columns) {
        pane.setPrefColumns(columns);
        pane.prefTileWidthProperty()
                .bind(pane.widthProperty()
                        .map(width -> Math.max(
                                NARROWEST,
                                Math.floor((width.doubleValue() - (columns - 1) * pane.getHgap()) / columns) - 1)));
    }
}
