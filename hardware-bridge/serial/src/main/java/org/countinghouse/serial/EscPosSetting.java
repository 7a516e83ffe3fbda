package org.countinghouse.serial;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.countinghouse.device.Align;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Cells;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Slip;
import org.jspecify.annotations.Nullable;

/// Sets a slip in ESC/POS: a list of whole commands, so that a drawer pulse may pass between any two
/// of them.
final class EscPosSetting {
    /// Small bands keep a slow serial cable free for the drawer: at 19200 baud one takes less than a
    /// second.
    private static final int BAND_ROWS = 24;

    private static final int LARGEST_QR_DOTS = 360;

    /// GS w: what all printers have. A telephone reads bars of two dots.
    private static final int THINNEST_BAR = 2;

    private static final int THICKEST_BAR = 3;

    /// White on both sides, in bars.
    private static final int QUIET_ZONES = 20;

    private final int columns;
    private final CodePage page;
    private final int bytesPerRow;
    private final Supplier<Fonts> fonts;
    private final List<byte[]> commands = new ArrayList<>();
    private @Nullable Picture picture;

    private EscPosSetting(EscPosSettings settings, Supplier<Fonts> fonts) {
        columns = settings.columns();
        page = settings.page();
        bytesPerRow = settings.dots() / 8;
        this.fonts = fonts;
    }

    /// @param fonts asked only when a line has to be drawn
    static List<byte[]> of(Slip slip, EscPosSettings settings, Supplier<Fonts> fonts) {
        var setting = new EscPosSetting(settings, fonts);
        setting.commands.add(EscPos.joined(
                EscPos.start(settings.letters().ordinal(), settings.page().number()),
                EscPos.tellUnasked(settings.tellsUnasked())));
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
            case Line.Bars(var kind, var data) -> bars(kind, data);
            case Line.Logo(var png) -> draw(Dither.of(png, bytesPerRow * 8));
            case Line.Feed(var lines) -> commands.add(EscPos.feed(lines));
            case Line.Cut() -> commands.add(EscPos.cut());
        }
    }

    private void set(Line.Text line) {
        String text = composed(line.text());
        if (!page.holds(text)) {
            draw(picture().of(new Line.Text(text, line.align(), line.emphasis())));
            return;
        }
        int cells = columns / line.emphasis().columnsPerCell();
        Cells.wrapped(text, cells).forEach(row -> write(row, line.align(), line.emphasis()));
    }

    private void set(Line.Columns line) {
        String left = composed(line.left());
        String right = composed(line.right());
        if (!page.holds(left + right)) {
            draw(picture().of(new Line.Columns(left, right, line.emphasis())));
            return;
        }
        int cells = columns / line.emphasis().columnsPerCell();
        Cells.justified(left, right, cells).forEach(row -> write(row, Align.LEFT, line.emphasis()));
    }

    /// Bars that do not fit come out of a printer as nothing at all, so what they say is written
    /// instead.
    private void bars(Barcode kind, String data) {
        int dots = Math.min(THICKEST_BAR, bytesPerRow * 8 / (kind.modules(data) + QUIET_ZONES));
        if (dots < THINNEST_BAR) {
            set(new Line.Text(data, Align.CENTRE, Emphasis.PLAIN));
            return;
        }
        commands.add(EscPos.joined(EscPos.align(Align.CENTRE), EscPos.bars(kind, data, dots)));
    }

    /// A letter and the mark above it as one letter, where there is such a one: code pages and fonts
    /// know those.
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private Picture picture() {
        var known = picture;
        if (known == null) {
            known = new Picture(fonts.get(), bytesPerRow * 8);
            picture = known;
        }
        return known;
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

    /// Large enough for a telephone held by hand, small enough for the paper. A code for n letters has
    /// about 4 √n + 20 modules.
    private int moduleDots(String data) {
        int modules = 20 + (int) (4 * Math.sqrt(data.length()));
        return Math.clamp(Math.min(LARGEST_QR_DOTS, bytesPerRow * 8) / modules, 3, 8);
    }
}
