package org.countinghouse.simulator;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts letters on the paper in the way last asked for.
final class PrintHead {
    private static final Charset PC437 = Charset.forName("IBM437");
    private static final Map<Integer, Charset> PAGES = Map.of(
            0, PC437,
            2, Charset.forName("IBM850"),
            16, Charset.forName("windows-1252"),
            19, Charset.forName("IBM00858"));
    private static final int BLANK_LINE_DOTS = 30;

    private final List<Paper.Letter> line = new ArrayList<>();
    private Paper paper = new Paper();
    private Charset page = PC437;
    private boolean bold;
    private int width = 1;
    private int height = 1;
    private int align;

    void letter(int letter) {
        int used = line.stream().mapToInt(Paper.Letter::dots).sum();
        if (used + width * Paper.LETTER_WIDTH > Paper.DOTS) {
            endLine();
        }
        line.add(new Paper.Letter(new String(new byte[] {(byte) letter}, page), bold, width, height));
    }

    void endLine() {
        paper.line(List.copyOf(line), align);
        line.clear();
    }

    void feedLines(int lines) {
        if (!line.isEmpty()) {
            endLine();
        }
        for (int i = 0; i < lines; i++) {
            endLine();
        }
    }

    void feedDots(int dots) {
        if (!line.isEmpty()) {
            endLine();
        }
        paper.feedDots(dots);
    }

    void picture(int bytesPerRow, byte[] dots) {
        paper.picture(bytesPerRow, dots, align);
    }

    void qr(String data, int dotsPerModule) {
        paper.qr(data, dotsPerModule, align);
    }

    void reset() {
        line.clear();
        page = PC437;
        bold = false;
        width = 1;
        height = 1;
        align = 0;
    }

    void align(int where) {
        align = where % 48;
    }

    void bold(boolean on) {
        bold = on;
    }

    void size(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
    }

    void codePage(int number) {
        page = PAGES.getOrDefault(number, PC437);
    }

    /// The paper up to the knife; a new strip begins.
    Paper cut() {
        if (!line.isEmpty()) {
            endLine();
        }
        paper.feedDots(BLANK_LINE_DOTS);
        Paper cut = paper;
        paper = new Paper();
        return cut;
    }
}
