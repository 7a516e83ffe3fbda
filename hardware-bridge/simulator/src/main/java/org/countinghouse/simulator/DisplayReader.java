package org.countinghouse.simulator;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/// Takes the bytes a customer display gets apart, one at a time, and tells the glass what to do. What
/// it does not know it skips by its length; nothing a cable can carry makes it fail. Source: Epson,
/// DM-D110 Specification, 5.4.
final class DisplayReader {
    private static final int ESC = 0x1B;
    private static final int US = 0x1F;

    /// Commands we only need to get past: how many bytes follow.
    private static final Map<Integer, Integer> SKIPPED_AFTER_ESC =
            Map.of((int) '%', 1, (int) '?', 1, (int) 'R', 1, (int) '=', 1);

    private static final Map<Integer, Integer> SKIPPED_AFTER_US = Map.ofEntries(
            Map.entry((int) 'C', 1),
            Map.entry((int) 'E', 1),
            Map.entry((int) 'X', 1),
            Map.entry((int) 'r', 1),
            Map.entry((int) 'v', 1),
            Map.entry((int) '.', 1),
            Map.entry((int) ',', 1),
            Map.entry((int) ';', 1),
            Map.entry((int) '#', 2),
            Map.entry((int) 'T', 2),
            Map.entry((int) '^', 2));

    private interface Step {
        Step on(int value);
    }

    private final Glass glass;
    private Step step = this::ground;

    DisplayReader(Glass glass) {
        this.glass = glass;
    }

    void take(int value) {
        step = step.on(value);
    }

    /// Forgets a command that was cut off in the middle.
    void reset() {
        step = this::ground;
    }

    private Step ground(int value) {
        switch (value) {
            case ESC -> {
                return this::afterEsc;
            }
            case US -> {
                return this::afterUs;
            }
            case 0x08 -> glass.left();
            case 0x09 -> glass.right();
            case 0x0A -> glass.down();
            case 0x0B -> glass.home();
            case 0x0C -> glass.clear();
            case 0x0D -> glass.rowStart();
            case 0x18 -> glass.clearRow();
            default -> {
                if (value >= 0x20) {
                    glass.letter(value);
                }
            }
        }
        return this::ground;
    }

    private Step afterEsc(int command) {
        return switch (command) {
            case '@' -> now(glass::reset);
            case 't' -> one(glass::page);
            case 'W' -> _ -> on -> skip(on == 1 || on == '1' ? 4 : 0);
            case '&' -> _ -> first -> last -> patterns(last - first + 1);
            default -> skip(SKIPPED_AFTER_ESC.getOrDefault(command, 0));
        };
    }

    private Step afterUs(int command) {
        return switch (command) {
            case 0x01 -> now(() -> glass.scrolls(false));
            case 0x02 -> now(() -> glass.scrolls(true));
            case 0x0A -> now(glass::up);
            case 0x0D -> now(glass::rowEnd);
            case 'B' -> now(glass::bottom);
            case '$' -> two(glass::move);
            case '(' -> _ -> low -> high -> skip(low + 256 * high);
            default -> skip(SKIPPED_AFTER_US.getOrDefault(command, 0));
        };
    }

    /// ESC &: for each letter a width and so many bytes of dots.
    private Step patterns(int letters) {
        return letters <= 0 ? this::ground : width -> skip(width, letters - 1);
    }

    private Step skip(int count, int lettersAfter) {
        return count == 0 ? patterns(lettersAfter) : _ -> skip(count - 1, lettersAfter);
    }

    private Step skip(int count) {
        return skip(count, 0);
    }

    private Step now(Runnable action) {
        action.run();
        return this::ground;
    }

    private Step one(IntConsumer action) {
        return value -> now(() -> action.accept(value));
    }

    private Step two(BiConsumer<Integer, Integer> action) {
        return first -> second -> now(() -> action.accept(first, second));
    }
}
