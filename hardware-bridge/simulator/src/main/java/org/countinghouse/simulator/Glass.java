package org.countinghouse.simulator;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The glass of a customer display: letters in rows, and a cursor (Epson, DM-D110 Specification,
/// chapter 5).
final class Glass {
    private static final Charset PC437 = Charset.forName("IBM437");
    private static final Map<Integer, Charset> PAGES = Map.of(
            0, PC437,
            2, Charset.forName("IBM850"),
            16, Charset.forName("windows-1252"),
            19, Charset.forName("IBM00858"));

    private final char[][] cells;
    private final int columns;
    private Charset page = PC437;
    private int row;
    private int column;
    private boolean scrolls;

    Glass(int rows, int columns) {
        cells = new char[rows][columns];
        this.columns = columns;
        reset();
    }

    synchronized List<String> rows() {
        var rows = new ArrayList<String>();
        for (char[] each : cells) {
            rows.add(new String(each));
        }
        return List.copyOf(rows);
    }

    synchronized void reset() {
        page = PC437;
        scrolls = false;
        clear();
    }

    synchronized void clear() {
        for (char[] each : cells) {
            Arrays.fill(each, ' ');
        }
        home();
    }

    synchronized void clearRow() {
        Arrays.fill(cells[row], ' ');
        column = 0;
    }

    synchronized void home() {
        row = 0;
        column = 0;
    }

    synchronized void bottom() {
        row = cells.length - 1;
        column = columns - 1;
    }

    synchronized void page(int number) {
        page = PAGES.getOrDefault(number, PC437);
    }

    synchronized void scrolls(boolean on) {
        scrolls = on;
    }

    /// Counted from 1; a place that is not on the glass is ignored.
    synchronized void move(int toColumn, int toRow) {
        if (toColumn >= 1 && toColumn <= columns && toRow >= 1 && toRow <= cells.length) {
            column = toColumn - 1;
            row = toRow - 1;
        }
    }

    synchronized void rowStart() {
        column = 0;
    }

    synchronized void rowEnd() {
        column = columns - 1;
    }

    synchronized void right() {
        if (++column == columns) {
            column = 0;
            down();
        }
    }

    synchronized void left() {
        if (--column < 0) {
            column = columns - 1;
            up();
        }
    }

    synchronized void down() {
        if (row < cells.length - 1) {
            row++;
        } else if (scrolls) {
            scroll();
        } else {
            row = 0;
        }
    }

    synchronized void up() {
        row = row > 0 ? row - 1 : cells.length - 1;
    }

    synchronized void letter(int value) {
        cells[row][column] = new String(new byte[] {(byte) value}, page).charAt(0);
        right();
    }

    private void scroll() {
        for (int i = 1; i < cells.length; i++) {
            System.arraycopy(cells[i], 0, cells[i - 1], 0, columns);
        }
        Arrays.fill(cells[cells.length - 1], ' ');
    }
}
