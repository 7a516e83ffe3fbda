package org.countinghouse.app.shell;

import java.util.List;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Fills a pane with rows a few at a time, so that a long list makes no frame slow: dressing a node by its style sheets
/// costs more than anything else. Only for the screen thread.
public final class Trickle {
    private static final int ROWS_IN_A_FRAME = 6;

    private Pane pane = new Pane();
    private List<Node> waiting = List.of();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            add();
        }
    };

    /// Shows these rows instead of what was there. The first ones are there at once.
    public <R> void show(Pane in, List<R> rows, Function<R, ? extends Node> made) {
        pane = in;
        pane.getChildren().clear();
        waiting = rows.stream().<Node>map(made).toList();
        frames.start();
        add();
    }

    private void add() {
        int next = Math.min(ROWS_IN_A_FRAME, waiting.size());
        pane.getChildren().addAll(waiting.subList(0, next));
        waiting = waiting.subList(next, waiting.size());
        if (waiting.isEmpty()) {
            frames.stop();
        }
    }
}
