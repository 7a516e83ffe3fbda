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
    private int dots = Paper.DOTS;
    private Paper paper = new Paper(dots);
    private Charset page = PC437;
    private boolean bold;
    private int width = 1;
    private int height = 1;
    private int align;
    private boolean small;
    private int barHeight = 162;
    private int barWidth = 3;
    private int barWords;

    /// What hung out of the printer is torn off.
    void loadRoll(int millimetres) {
        dots = millimetres == 58 ? Paper.NARROW_DOTS : Paper.DOTS;
        paper = new Paper(dots);
    }

    void letter(int letter) {
        int used = line.stream().mapToInt(Paper.Letter::dots).sum();
        var next = new Paper.Letter(new String(new byte[] {(byte) letter}, page), bold, small, width, height);
        if (used + next.dots() > dots) {
            endLine();
        }
        line.add(next);
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

    void bars(int kind, byte[] data) {
        BarCodes.read(kind, data).ifPresent(code -> paper.bars(code, barHeight, barWidth, barWords, align));
    }

    void barHeight(int newHeight) {
        barHeight = Math.clamp(newHeight, 1, 255);
    }

    void barWidth(int newWidth) {
        barWidth = Math.clamp(newWidth, 2, 6);
    }

    /// @param where 0 nowhere, 1 above, 2 below, 3 both; what is not nowhere is below here
    void barWords(int where) {
        barWords = where % 48;
    }

    void letters(boolean newSmall) {
        small = newSmall;
    }

    void reset() {
        line.clear();
        small = false;
        barHeight = 162;
        barWidth = 3;
        barWords = 0;
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
        paper = new Paper(dots);
        return cut;
    }
}
