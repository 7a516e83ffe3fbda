package org.countinghouse.app.shell;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text that breaks its own lines where its script may be broken. The toolkit paints wrapped Khmer and Thai over
/// themselves on Linux, so no label of ours ever wraps by itself.
public final class WrappedLabel extends Region {
    private static final double NARROWEST = 40;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Label lines = new Label();
    private final Text ruler = new Text();

    public WrappedLabel() {
        getStyleClass().add("wrapped");
        getChildren().add(lines);
        getStyleClass().addListener((ListChangeListener<String>) _ -> styleLines());
        styleLines();
        lines.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.subscribe(_ -> requestLayout());
        lines.fontProperty().subscribe(_ -> requestLayout());
        setMinHeight(USE_PREF_SIZE);
        accessibleTextProperty().bind(text);
    }

    public WrappedLabel(String text) {
        this();
        setText(text);
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String words) {
        text.set(words);
    }

    /// The words look as the label is asked to look.
    private void styleLines() {
        lines.getStyleClass().setAll(getStyleClass());
        lines.getStyleClass().add("label");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected double computePrefWidth(double height) {
        lines.applyCss();
        return Math.ceil(insetsWidth() + width(text.get()));
    }

    @Override
    protected double computePrefHeight(double width) {
        lines.applyCss();
        double room = width < 0 ? Double.MAX_VALUE : width - insetsWidth();
        lines.setText(broken(text.get(), room));
        return insetsHeight() + lines.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - insetsWidth();
        lines.setText(broken(text.get(), room));
        lines.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), room, getHeight() - insetsHeight());
    }

    private double insetsWidth() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private double insetsHeight() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    private double width(String words) {
        ruler.setFont(lines.getFont());
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    /// The text with a line break wherever the next word would not fit any more.
    private String broken(String words, double room) {
        var done = new StringBuilder();
        int lineStart = 0;
        int lineEnd = 0;
        for (int next : LineBreaks.after(words)) {
            if (lineEnd > lineStart && width(words.substring(lineStart, next).stripTrailing()) > room) {
                done.append(words.substring(lineStart, lineEnd).stripTrailing()).append('\n');
                lineStart = lineEnd;
            }
            lineEnd = next;
        }
        return done.append(words.substring(lineStart).stripTrailing()).toString();
    }
}
