package org.countinghouse.serial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.countinghouse.device.Align;
import org.countinghouse.device.Cells;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Slip;

/// Sets a slip in ESC/POS: a list of whole commands, so that a drawer pulse may pass between any two of them.
final class EscPosSetting {
    /// Small bands keep a slow serial cable free for the drawer: at 19200 baud one takes less than a second.
    private static final int BAND_ROWS = 24;

    private static final int LARGEST_QR_DOTS = 360;

    private final int columns;
    private final CodePage page;
    private final int bytesPerRow;
    private final Supplier<Picture> picture;
    private final List<byte[]> commands = new ArrayList<>();

    private EscPosSetting(EscPosSettings settings, Supplier<Fonts> fonts) {
        columns = settings.columns();
        page = settings.page();
        bytesPerRow = settings.dots() / 8;
        picture = () -> new Picture(fonts.get(), settings.dots());
    }

    /// @param fonts asked only when a line has to be drawn
    static List<byte[]> of(Slip slip, EscPosSettings settings, Supplier<Fonts> fonts) {
        var setting = new EscPosSetting(settings, fonts);
        setting.commands.add(EscPos.start(settings.page().number()));
        slip.lines().forEach(setting::set);
        return List.copyOf(setting.commands);
    }

    private void set(Line line) {
        switch (line) {
            case Line.Text text -> set(text);
            case Line.Columns sides -> set(sides);
            case Line.Rule() -> write(rule(), Align.LEFT, Emphasis.PLAIN);
            case Line.Qr(var data, var caption) -> {
                int dots = moduleDots(data);
                commands.add(
                        EscPos.joined(EscPos.feedDots(4 * dots), EscPos.align(Align.CENTRE), EscPos.qr(data, dots)));
                if (!caption.isEmpty()) {
                    set(new Line.Text(caption, Align.CENTRE, Emphasis.PLAIN));
                }
            }
            case Line.Feed(var lines) -> commands.add(EscPos.feed(lines));
            case Line.Cut() -> commands.add(EscPos.cut());
        }
    }

    private void set(Line.Text line) {
        if (!page.holds(line.text())) {
            draw(picture.get().of(line));
            return;
        }
        int cells = columns / line.emphasis().columnsPerCell();
        Cells.wrapped(line.text(), cells).forEach(row -> write(row, line.align(), line.emphasis()));
    }

    private void set(Line.Columns line) {
        if (!page.holds(line.left() + line.right())) {
            draw(picture.get().of(line));
            return;
        }
        int cells = columns / line.emphasis().columnsPerCell();
        Cells.justified(line.left(), line.right(), cells).forEach(row -> write(row, Align.LEFT, line.emphasis()));
    }

    private void write(String row, Align align, Emphasis emphasis) {
        commands.add(EscPos.joined(
                EscPos.align(align), EscPos.emphasis(emphasis), page.encoded(row), new byte[] {EscPos.LF}));
    }

    private void draw(byte[] dots) {
        commands.add(EscPos.align(Align.LEFT));
        int band = BAND_ROWS * bytesPerRow;
        for (int from = 0; from < dots.length; from += band) {
            byte[] rows = Arrays.copyOfRange(dots, from, Math.min(dots.length, from + band));
            commands.add(EscPos.picture(rows, bytesPerRow));
        }
    }

    private String rule() {
        return (page.holds("─") ? "─" : "-").repeat(columns);
    }

    /// Large enough for a telephone held by hand, small enough for the paper. A code for n letters has about 4 √n +
    /// 20 modules.
    private int moduleDots(String data) {
        int modules = 20 + (int) (4 * Math.sqrt(data.length()));
        return Math.clamp(Math.min(LARGEST_QR_DOTS, bytesPerRow * 8) / modules, 3, 8);
    }
}
