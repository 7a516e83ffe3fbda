package org.countinghouse.device;

import java.util.ArrayList;
import java.util.List;

/// A printable document: what stands on the paper, not how a printer is told.
///
/// ```java
/// Slip.titled("Z 17").centred("Baguette & Co", Emphasis.LARGE).rule().columns("Expected",
/// "73.50").cut().build()
/// ```
///
/// @param title what people call it, for lists and file names; not printed by itself
public record Slip(String title, List<Line> lines) {
    public Slip {
        title = Printable.text(title);
        lines = List.copyOf(lines);
    }

    public static Builder titled(String title) {
        return new Builder(title);
    }

    /// The slip as plain text, for previews and where there is no printer. Every row is at most
    /// `columns` cells wide.
    public String asText(int columns) {
        return SlipText.of(this, columns);
    }

    /// The same slip with DUPLICATE (or its translation) above it, as every reprint must carry.
    public Slip marked(String duplicate) {
        var marked = new ArrayList<Line>();
        marked.add(new Line.Text(duplicate, Align.CENTRE, Emphasis.LARGE));
        marked.addAll(lines);
        return new Slip(title, marked);
    }

    /// Puts a slip together line by line.
    public static final class Builder {
        private final String title;
        private final List<Line> lines = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        public Builder text(String text) {
            return text(text, Emphasis.PLAIN);
        }

        public Builder text(String text, Emphasis emphasis) {
            return each(text, Align.LEFT, emphasis);
        }

        public Builder centred(String text) {
            return centred(text, Emphasis.PLAIN);
        }

        public Builder centred(String text, Emphasis emphasis) {
            return each(text, Align.CENTRE, emphasis);
        }

        public Builder right(String text) {
            return each(text, Align.RIGHT, Emphasis.PLAIN);
        }

        public Builder columns(String left, String right) {
            return columns(left, right, Emphasis.PLAIN);
        }

        public Builder columns(String left, String right, Emphasis emphasis) {
            return add(new Line.Columns(left, right, emphasis));
        }

        public Builder rule() {
            return add(new Line.Rule());
        }

        public Builder feed(int blankLines) {
            return add(new Line.Feed(blankLines));
        }

        public Builder qr(String data, String caption) {
            return add(new Line.Qr(data, caption));
        }

        public Builder bars(Barcode kind, String data) {
            return add(new Line.Bars(kind, data));
        }

        public Builder logo(Png picture) {
            return add(new Line.Logo(picture));
        }

        public Builder cut() {
            return add(new Line.Cut());
        }

        public Builder add(Line line) {
            lines.add(line);
            return this;
        }

        public Slip build() {
            return new Slip(title, lines);
        }

        private Builder each(String text, Align align, Emphasis emphasis) {
            text.lines().forEach(row -> add(new Line.Text(row, align, emphasis)));
            return text.isEmpty() ? add(new Line.Text("", align, emphasis)) : this;
        }
    }
}
