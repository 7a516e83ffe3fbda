package org.countinghouse.app.palette;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.countinghouse.store.search.Folded.Span;

/// One line of text in which what was typed is marked. It never breaks: what does not fit ends in an ellipsis. Marks
/// begin and end at whole letters with their signs, so that none is drawn apart from its letter.
final class MarkedLabel extends Region {
    private String text = "";

    MarkedLabel(String style) {
        getStyleClass().addAll("marked-text", style);
    }

    void show(String words, List<Span> marked) {
        text = words;
        getChildren().clear();
        int at = 0;
        for (Span span : marked) {
            add(at, span.from(), false);
            add(span.from(), span.to(), true);
            at = span.to();
        }
        add(at, words.length(), false);
        requestLayout();
    }

    private void add(int from, int to, boolean marked) {
        if (from < to) {
            var part = new Label(text.substring(from, to));
            part.setMinWidth(0);
            if (marked) {
                part.getStyleClass().add("marked");
            }
            getChildren().add(part);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node part : getChildren()) {
            width += snapSizeX(part.prefWidth(-1));
        }
        return width;
    }

    @Override
    protected double computePrefHeight(double width) {
        double highest = 0;
        for (Node part : getChildren()) {
            highest = Math.max(highest, part.prefHeight(-1));
        }
        return highest;
    }

    @Override
    protected void layoutChildren() {
        double at = 0;
        for (Node part : getChildren()) {
            double wide = Math.max(0, Math.min(getWidth() - at, snapSizeX(part.prefWidth(-1))));
            part.setVisible(wide > 0);
            part.resize(wide, part.prefHeight(-1));
            positionInArea(part, at, 0, wide, getHeight(), 0, HPos.LEFT, VPos.CENTER);
            at += wide;
        }
    }
}
