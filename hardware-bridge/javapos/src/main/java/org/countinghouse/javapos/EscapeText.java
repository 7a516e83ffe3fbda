package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.device.Align;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;

/// Reads the text of printNormal with its escape sequences (UPOS 1.15, POS Printer, "Data Characteristics and Escape
/// Sequences"): alignment, bold, size, feed and cut. A line with a left and a right part becomes columns. Other
/// sequences
/// change nothing.
final class EscapeText {
    private static final Pattern TOKEN = Pattern.compile("\u001B\\|(?<what>[!#*]?[0-9]*[a-z]*[A-Z])|(?<end>\r?\n)");

    private final StringBuilder left = new StringBuilder();
    private final StringBuilder right = new StringBuilder();
    private Align align = Align.LEFT;
    private boolean bold;
    private boolean large;
    private boolean isBegun;
    private final List<Line> lines = new ArrayList<>();

    /// The lines that end in this text. What stands after the last line's end waits for more.
    List<Line> take(String text) {
        lines.clear();
        normal();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find(from)) {
            write(text.substring(from, token.start()));
            from = token.end();
            if (token.group("end") != null) {
                endLine();
            } else {
                obey(token.group("what"));
            }
        }
        write(text.substring(from));
        return List.copyOf(lines);
    }

    private void obey(String what) {
        switch (what.replaceAll("[0-9]", "#")) {
            case "N" -> normal();
            case "cA" -> align = Align.CENTRE;
            case "rA" -> align = Align.RIGHT;
            case "lA" -> align = Align.LEFT;
            case "bC" -> bold = true;
            case "!bC" -> bold = false;
            case "#C" -> large = what.equals("4C");
            case "lF", "#lF", "##lF" -> feed(number(what));
            case "P", "#P", "##P", "###P", "fP", "#fP", "##fP", "###fP", "sP", "#sP", "##sP" -> cut();
            default -> {
                // Something this printer does not do, such as italics: the text still comes out.
            }
        }
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            isBegun = true;
            (align == Align.RIGHT ? right : left).append(text);
        }
    }

    private void endLine() {
        if (left.isEmpty() && right.isEmpty()) {
            lines.add(new Line.Feed(1));
        } else if (left.isEmpty()) {
            lines.add(new Line.Text(right.toString(), Align.RIGHT, emphasis()));
        } else if (right.isEmpty()) {
            lines.add(new Line.Text(left.toString(), align == Align.CENTRE ? align : Align.LEFT, emphasis()));
        } else {
            lines.add(new Line.Columns(left.toString(), right.toString(), emphasis()));
        }
        left.setLength(0);
        right.setLength(0);
        isBegun = false;
    }

    private void feed(int count) {
        finish();
        lines.add(new Line.Feed(Math.clamp(count, 1, 20)));
    }

    private void cut() {
        finish();
        lines.add(new Line.Cut());
    }

    private void finish() {
        if (isBegun) {
            endLine();
        }
    }

    private Emphasis emphasis() {
        if (large) {
            return Emphasis.LARGE;
        }
        return bold ? Emphasis.BOLD : Emphasis.PLAIN;
    }

    private void normal() {
        align = Align.LEFT;
        bold = false;
        large = false;
    }

    private static int number(String what) {
        String digits = what.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 1 : Integer.parseInt(digits);
    }
}
