package org.countinghouse.app.shell;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A text that breaks its own lines, at spaces and zero-width spaces, and leaves the latter out. The toolkit paints
/// wrapped Khmer over itself on Linux, so no label of ours ever wraps by itself.
public final class WrappedLabel extends Region {
    private static final char ZERO_WIDTH_SPACE = '\u200b';
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
        return Math.ceil(insetsWidth() + width(shown(text.get())));
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

    private static String shown(String words) {
        return words.replace(String.valueOf(ZERO_WIDTH_SPACE), "");
    }

    /// The text with a line break wherever the next word would not fit any more.
    private String broken(String words, double room) {
        var done = new StringBuilder();
        var line = new StringBuilder();
        int from = 0;
        while (from < words.length()) {
            int to = wordEnd(words, from);
            String word = words.substring(from, to);
            if (!line.isEmpty() && width(shown(line + word).stripTrailing()) > room) {
                done.append(shown(line.toString()).stripTrailing()).append('\n');
                line.setLength(0);
            }
            line.append(word);
            from = to;
        }
        return done.append(shown(line.toString()).stripTrailing()).toString();
    }

    /// After the next place a line may break, which stays with the word before it.
    private static int wordEnd(String words, int from) {
        int at = from;
        while (at < words.length() && words.charAt(at) != ' ' && words.charAt(at) != ZERO_WIDTH_SPACE) {
            at++;
        }
        return Math.min(at + 1, words.length());
    }
}
