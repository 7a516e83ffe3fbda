package org.countinghouse.javapos;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jpos.LineDisplayConst;

/// The one window of a display, with a cursor (UPOS 1.15, Line Display, `displayText`): text goes on in the next row at
/// a row's end, and the rows move up at the last one's. Only used under its service's lock.
final class DisplayWindow {
    /// Blinking, colours and other wishes a plain display does not have; the text still shows.
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\|[!#*]?[0-9]*[a-z]*[A-Z]");

    private final int columns;
    private final int[][] cells;
    private int row;
    private int column;

    DisplayWindow(int rows, int columns) {
        this.columns = columns;
        cells = new int[rows][columns];
        clear();
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    /// @return whether there is such a place; a cursor may stand behind a row's last cell
    boolean place(int toRow, int toColumn) {
        if (toRow < 0 || toRow >= cells.length || toColumn < 0 || toColumn > columns) {
            return false;
        }
        row = toRow;
        column = toColumn;
        return true;
    }

    void clear() {
        for (int[] each : cells) {
            Arrays.fill(each, ' ');
        }
        row = 0;
        column = 0;
    }

    void write(String text) {
        ESCAPE.matcher(text).replaceAll("").codePoints().forEach(this::write);
    }

    private void write(int character) {
        switch (character) {
            case '\r' -> column = 0;
            case '\n' -> nextRow();
            default -> {
                if (column == columns) {
                    nextRow();
                }
                cells[row][column] = character;
                column++;
            }
        }
    }

    private void nextRow() {
        column = 0;
        row++;
        if (row == cells.length) {
            row--;
            scroll(LineDisplayConst.DISP_ST_UP, 1);
        }
    }

    /// @return whether that is a direction
    boolean scroll(int direction, int units) {
        int by = Math.clamp(units, 0, Math.max(cells.length, columns));
        switch (direction) {
            case LineDisplayConst.DISP_ST_UP -> shift(by, 0);
            case LineDisplayConst.DISP_ST_DOWN -> shift(-by, 0);
            case LineDisplayConst.DISP_ST_LEFT -> shift(0, by);
            case LineDisplayConst.DISP_ST_RIGHT -> shift(0, -by);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void shift(int rows, int across) {
        int[][] before = Arrays.stream(cells).map(int[]::clone).toArray(int[][]::new);
        for (int each = 0; each < cells.length; each++) {
            for (int at = 0; at < columns; at++) {
                int fromRow = each + rows;
                int fromColumn = at + across;
                boolean isInside = fromRow >= 0 && fromRow < cells.length && fromColumn >= 0 && fromColumn < columns;
                cells[each][at] = isInside ? before[fromRow][fromColumn] : ' ';
            }
        }
    }

    List<String> lines() {
        return Arrays.stream(cells)
                .map(each -> new String(each, 0, each.length).stripTrailing())
                .toList();
    }
}
