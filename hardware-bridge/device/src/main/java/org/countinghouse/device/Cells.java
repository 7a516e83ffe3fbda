package org.countinghouse.device;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Counts text as a till roll does, in cells of one width. A Khmer vowel sign or a subscript takes no cell of its
/// own,
/// an East Asian ideograph takes two.
public final class Cells {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    /// Khmer COENG: the consonant after it is written below the one before (Unicode 17.0, 16.4 Khmer).
    private static final int COENG = 0x17D2;

    private Cells() {}

    /// The width of a text in cells.
    public static int width(String text) {
        int cells = 0;
        int previous = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(previous)) {
            int letter = text.codePointAt(i);
            cells += previous == COENG ? 0 : cells(letter);
            previous = letter;
        }
        return cells;
    }

    /// The text followed by blanks up to `cells`; a text that is wider stays as it is.
    public static String padded(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }

    /// Breaks a text into rows of at most `cells`, between words where it can and between letters where it must.
    public static List<String> wrapped(String text, int cells) {
        var rows = new ArrayList<String>();
        var row = new StringBuilder();
        for (String word : text.split("(?<= )", -1)) {
            if (!row.isEmpty() && width(row + word.stripTrailing()) > cells) {
                rows.add(row.toString().stripTrailing());
                row.setLength(0);
            }
            String rest = word;
            while (width(rest.stripTrailing()) > cells) {
                String head = fitting(rest, cells);
                rows.add(head);
                rest = rest.substring(head.length());
            }
            row.append(rest);
        }
        rows.add(row.toString().stripTrailing());
        return List.copyOf(rows);
    }

    /// A left and a right text on one paper width, with at least one blank between; the left one wraps when both do
    /// not
    /// fit.
    public static List<String> justified(String left, String right, int cells) {
        int room = cells - width(right) - 1;
        if (room < cells / 4) {
            var rows = new ArrayList<>(wrapped(left, cells));
            wrapped(right, cells).forEach(row -> rows.add(" ".repeat(Math.max(0, cells - width(row))) + row));
            return List.copyOf(rows);
        }
        var rows = new ArrayList<>(wrapped(left, room));
        String last = rows.removeLast();
        rows.add(padded(last, cells - width(right)) + right);
        return List.copyOf(rows);
    }

    /// The longest head of whole letters that fits, and at least one letter so that wrapping always ends.
    private static String fitting(String text, int cells) {
        var matcher = CLUSTER.matcher(text);
        int end = 0;
        while (matcher.find() && (end == 0 || width(text.substring(0, matcher.end())) <= cells)) {
            end = matcher.end();
        }
        return text.substring(0, end);
    }

    private static int cells(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL -> 0;
            default -> isWide(letter) ? 2 : 1;
        };
    }

    private static boolean isWide(int letter) {
        return Character.isIdeographic(letter)
                || letter >= 0x3040 && letter <= 0x30FF
                || letter >= 0xAC00 && letter <= 0xD7A3
                || letter >= 0xFF01 && letter <= 0xFF60;
    }
}
