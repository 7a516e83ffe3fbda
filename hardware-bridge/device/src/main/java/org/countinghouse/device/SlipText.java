package org.countinghouse.device;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets a slip as rows of plain text.
final class SlipText {
    private final int columns;

    private SlipText(int columns) {
        this.columns = columns;
    }

    static String of(Slip slip, int columns) {
        if (columns < 16) {
            throw new IllegalArgumentException("a slip needs 16 columns or more, not " + columns);
        }
        var text = new SlipText(columns);
        return slip.lines().stream().flatMap(text::rows).map(row -> row + "\n").collect(Collectors.joining());
    }

    private Stream<String> rows(Line line) {
        return switch (line) {
            case Line.Text(var text, var align, var emphasis) -> set(text, align, emphasis);
            case Line.Columns(var left, var right, var emphasis) -> justified(left, right, emphasis);
            case Line.Rule() -> Stream.of("-".repeat(columns));
            case Line.Qr(var data, var caption) ->
                Stream.concat(set("[QR " + data + "]", Align.CENTRE, Emphasis.PLAIN), caption(caption));
            case Line.Bars(var kind, var data) -> set("[" + kind + " " + data + "]", Align.CENTRE, Emphasis.PLAIN);
            case Line.Logo _ -> set("[logo]", Align.CENTRE, Emphasis.PLAIN);
            case Line.Feed(var lines) -> Stream.generate(() -> "").limit(lines);
            case Line.Cut() -> Stream.of("- ".repeat(columns / 2).stripTrailing());
        };
    }

    private Stream<String> caption(String caption) {
        return caption.isEmpty() ? Stream.of() : set(caption, Align.CENTRE, Emphasis.PLAIN);
    }

    private Stream<String> set(String text, Align align, Emphasis emphasis) {
        return wrapped(text, emphasis).stream().map(row -> placed(row, align));
    }

    private List<String> wrapped(String text, Emphasis emphasis) {
        return Cells.wrapped(text, columns / emphasis.columnsPerCell());
    }

    private Stream<String> justified(String left, String right, Emphasis emphasis) {
        int cells = columns / emphasis.columnsPerCell();
        return emphasis == Emphasis.LARGE && Cells.width(left) + Cells.width(right) >= cells
                ? Stream.concat(set(left, Align.LEFT, emphasis), set(right, Align.RIGHT, emphasis))
                : Cells.justified(left, right, columns).stream();
    }

    private String placed(String row, Align align) {
        int free = Math.max(0, columns - Cells.width(row));
        return switch (align) {
            case LEFT -> row;
            case CENTRE -> " ".repeat(free / 2) + row;
            case RIGHT -> " ".repeat(free) + row;
        };
    }
}
