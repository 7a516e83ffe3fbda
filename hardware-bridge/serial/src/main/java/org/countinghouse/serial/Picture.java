package org.countinghouse.serial;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.Align;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;

/// Draws one line of a slip off screen as black and white dots, for scripts no code page holds.
final class Picture {
    /// The letters of the printer's own font are 24 dots high; these sizes stand well beside them.
    private static final float SIZE = 23f;

    /// Above this grey a dot stays white. Thin strokes of Khmer vowels vanish when it is lower.
    private static final int WHITE = 150;

    private static final int GAP = 12;
    private static final int LEADING = 4;

    private final Fonts plain;
    private final Fonts large;
    private final int dots;

    Picture(Fonts fonts, int dots) {
        plain = fonts.sized(SIZE);
        large = fonts.sized(SIZE * 2);
        this.dots = dots;
    }

    /// Rows of `dots / 8` bytes, the left dot in the highest bit, 1 is black.
    byte[] of(Line.Text line) {
        return drawn(set(line.text(), line.align(), line.emphasis(), dots));
    }

    /// As above; the right text stands on the last row of the left one.
    byte[] of(Line.Columns line) {
        var right = set(line.right(), Align.RIGHT, line.emphasis(), dots);
        int room = dots - Math.round(right.getFirst().layout().getAdvance()) - GAP;
        if (right.size() > 1 || room < dots / 4) {
            var rows = new ArrayList<>(set(line.left(), Align.LEFT, line.emphasis(), dots));
            rows.addAll(right);
            return drawn(rows);
        }
        var rows = set(line.left(), Align.LEFT, line.emphasis(), room);
        return drawn(rows, right.getFirst());
    }

    private List<Row> set(String text, Align align, Emphasis emphasis, int width) {
        var fonts = emphasis == Emphasis.LARGE ? large : plain;
        String visible = fonts.printable(text.isBlank() ? " " : text);
        var dressed = fonts.dressed(visible, emphasis != Emphasis.PLAIN).getIterator();
        var rows = new ArrayList<Row>();
        var whole = new TextLayout(dressed, Canvas.CONTEXT);
        if (whole.getVisibleAdvance() <= width) {
            rows.add(Row.of(whole, align, width));
            return rows;
        }
        var measurer = new LineBreakMeasurer(dressed, Canvas.CONTEXT);
        while (measurer.getPosition() < visible.length()) {
            int end = Breaks.before(visible, measurer.getPosition(), measurer.nextOffset(width));
            rows.add(Row.of(measurer.nextLayout(width, end, false), align, width));
        }
        return rows;
    }

    private byte[] drawn(List<Row> rows) {
        return drawn(rows, null);
    }

    private byte[] drawn(List<Row> rows, @org.jspecify.annotations.Nullable Row besideLast) {
        int height = rows.stream().mapToInt(Row::height).sum();
        int besideHeight =
                besideLast == null ? 0 : besideLast.height() - rows.getLast().height();
        var canvas = new Canvas(dots, height + Math.max(0, besideHeight));
        float top = 0;
        for (Row row : rows) {
            boolean isLast = row == rows.getLast();
            float ascent = isLast && besideLast != null ? Math.max(row.ascent(), besideLast.ascent()) : row.ascent();
            canvas.draw(row, top + ascent);
            if (isLast && besideLast != null) {
                canvas.draw(besideLast, top + ascent);
            }
            top += row.height();
        }
        return canvas.dots();
    }

    /// One row of laid out letters and where it begins. Khmer stacks signs higher and lower than the
    /// font's own ascent says, so what is drawn counts.
    private record Row(TextLayout layout, float left, float ascent, int height) {
        static Row of(TextLayout layout, Align align, int width) {
            float free = Math.max(0, width - layout.getVisibleAdvance());
            float left = switch (align) {
                case LEFT -> 0;
                case CENTRE -> free / 2;
                case RIGHT -> free;
            };
            var bounds = layout.getBounds();
            float ascent = (float) Math.max(layout.getAscent(), -bounds.getMinY());
            double descent = Math.max(layout.getDescent(), bounds.getMaxY());
            return new Row(layout, left, ascent, (int) Math.ceil(ascent + descent) + LEADING);
        }
    }

    private static final class Canvas {
        static final java.awt.font.FontRenderContext CONTEXT = new java.awt.font.FontRenderContext(null, true, true);

        private final BufferedImage image;

        Canvas(int width, int height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            paint(g -> {
                g.setColor(Color.WHITE);
                g.fillRect(0, 0, width, height);
            });
        }

        void draw(Row row, float baseline) {
            paint(g -> {
                g.setColor(Color.BLACK);
                row.layout().draw(g, row.left(), baseline);
            });
        }

        byte[] dots() {
            byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            var packed = new byte[grey.length / 8];
            for (int i = 0; i < grey.length; i++) {
                if ((grey[i] & 0xFF) < WHITE) {
                    packed[i / 8] |= (byte) (0x80 >> i % 8);
                }
            }
            return packed;
        }

        private void paint(java.util.function.Consumer<Graphics2D> strokes) {
            Graphics2D g = image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            strokes.accept(g);
            g.dispose();
        }
    }
}
