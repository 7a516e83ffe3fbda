package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Consumer;

/// Takes an ESC/POS byte stream apart, one byte at a time, and tells the mechanism what to do.
/// Whatever it does not know it
/// skips by its length; nothing a cable can carry makes it fail. Source: Epson, ESC/POS Command
/// Reference.
final class EscPosReader {
    private static final int DLE = 0x10;
    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int FORM_B = 65;

    /// More than any slip holds; longer data is passed over without being kept.
    private static final int LONGEST_DATA = 1 << 20;

    /// Commands we only need to get past: how many bytes follow.
    private static final Map<Integer, Integer> SKIPPED_AFTER_ESC = Map.ofEntries(
            Map.entry((int) '%', 1),
            Map.entry((int) '-', 1),
            Map.entry((int) '2', 0),
            Map.entry((int) '3', 1),
            Map.entry((int) '=', 1),
            Map.entry((int) ' ', 1),
            Map.entry((int) '$', 2),
            Map.entry((int) '\\', 2),
            Map.entry((int) 'c', 2),
            Map.entry((int) 'r', 1),
            Map.entry((int) 'B', 2),
            Map.entry((int) 'L', 0),
            Map.entry((int) 'R', 1),
            Map.entry((int) 'S', 0),
            Map.entry((int) 'T', 1),
            Map.entry((int) 'V', 1),
            Map.entry((int) 'W', 8),
            Map.entry((int) '{', 1),
            Map.entry((int) '<', 0));

    private static final Map<Integer, Integer> SKIPPED_AFTER_FS = Map.of(
            (int) '.', 0, (int) '&', 0, (int) '!', 1, (int) '-', 1, (int) 'S', 2, (int) 'W', 1, (int) 'C', 1, (int) 'p',
            2);

    private static final Map<Integer, Integer> SKIPPED_AFTER_GS = Map.ofEntries(
            Map.entry((int) '$', 2),
            Map.entry((int) '\\', 2),
            Map.entry((int) '/', 1),
            Map.entry((int) ':', 0),
            Map.entry((int) 'B', 1),
            Map.entry((int) 'L', 2),
            Map.entry((int) 'P', 2),
            Map.entry((int) 'T', 1),
            Map.entry((int) 'W', 2),
            Map.entry((int) '^', 3),
            Map.entry((int) 'b', 1),
            Map.entry((int) 'c', 0),
            Map.entry((int) 'f', 1));

    /// What a printer does with its commands.
    interface Mechanism {
        void letter(int letter);

        void endLine();

        void feedLines(int lines);

        void feedDots(int dots);

        void reset();

        void align(int where);

        void bold(boolean on);

        /// @param width times, 1 to 8
        /// @param height times, 1 to 8
        void size(int width, int height);

        /// @param small whether the letters are those of font B
        void letters(boolean small);

        void codePage(int number);

        void picture(int bytesPerRow, byte[] dots);

        void qr(String data, int dotsPerModule);

        /// @param kind its number in form B of GS k
        void bars(int kind, byte[] data);

        void barHeight(int dots);

        void barWidth(int dots);

        void barWords(int where);

        void cut();

        void pulse();

        void answer(byte[] bytes);

        /// @param subjects the bits of GS a
        void tellUnasked(int subjects);

        void tellPaper();

        void tellDrawer();
    }

    private interface Step {
        Step on(int value);
    }

    private final Mechanism mechanism;
    private final QrCommands qr;
    private Step step = this::ground;

    EscPosReader(Mechanism mechanism) {
        this.mechanism = mechanism;
        qr = new QrCommands(mechanism);
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
            case GS -> {
                return this::afterGs;
            }
            case FS -> {
                return command -> skip(SKIPPED_AFTER_FS.getOrDefault(command, 0));
            }
            case DLE -> {
                return this::afterDle;
            }
            case '\n' -> mechanism.endLine();
            default -> {
                if (value >= 0x20) {
                    mechanism.letter(value);
                }
            }
        }
        return this::ground;
    }

    /// Real-time commands were obeyed when they came in; here they are only passed over.
    private Step afterDle(int command) {
        return switch (command) {
            case 0x04, 0x05 -> skip(1);
            case 0x14 -> function -> skip(function == 8 ? 7 : 2);
            default -> this::ground;
        };
    }

    private Step afterEsc(int command) {
        return switch (command) {
            case '@' -> now(mechanism::reset);
            case 'a' -> one(mechanism::align);
            case 'E', 'G' -> one(n -> mechanism.bold((n & 1) == 1));
            case '!' -> one(this::mode);
            case 't' -> one(mechanism::codePage);
            case 'M' -> one(n -> mechanism.letters((n & 1) == 1));
            case 'd' -> one(mechanism::feedLines);
            case 'J' -> one(mechanism::feedDots);
            case 'i', 'm' -> now(mechanism::cut);
            case 'p' -> data(3, _ -> mechanism.pulse());
            case '*' -> data(3, head -> at(head, 1) + 256 * at(head, 2), head -> at(head, 0) < 32 ? 1 : 3);
            case 'D' -> this::upToNul;
            default -> skip(SKIPPED_AFTER_ESC.getOrDefault(command, 0));
        };
    }

    private Step afterGs(int command) {
        return switch (command) {
            case '!' -> one(n -> mechanism.size((n >> 4 & 7) + 1, (n & 7) + 1));
            case 'V' -> this::cut;
            case 'v' -> header(7 - 1, this::picture);
            case '(' -> function -> header(2, size -> block(function, at(size, 0) + 256 * at(size, 1)));
            case 'k' -> this::bars;
            case 'h' -> one(mechanism::barHeight);
            case 'w' -> one(mechanism::barWidth);
            case 'H' -> one(mechanism::barWords);
            case 'a' -> one(mechanism::tellUnasked);
            case 'r' -> one(n -> tell(n & 3));
            case 'I' -> one(_ -> mechanism.answer(new byte[] {0x20}));
            case '*' -> header(2, size -> skip(8L * at(size, 0) * at(size, 1)));
            case '8' -> header(5, size -> skip(at(size, 1) + 256L * at(size, 2) + 65_536L * at(size, 3)));
            default -> skip(SKIPPED_AFTER_GS.getOrDefault(command, 0));
        };
    }

    private void mode(int n) {
        mechanism.bold((n & 0x08) != 0);
        mechanism.size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
    }

    private void tell(int subject) {
        if (subject == 1) {
            mechanism.tellPaper();
        } else if (subject == 2) {
            mechanism.tellDrawer();
        }
    }

    private Step cut(int how) {
        return how >= 65 && how <= 104
                ? one(dots -> {
                    mechanism.feedDots(dots);
                    mechanism.cut();
                })
                : now(mechanism::cut);
    }

    /// GS v 0: 0 m xL xH yL yH, then the dots.
    private Step picture(byte[] head) {
        int bytesPerRow = at(head, 2) + 256 * at(head, 3);
        long size = (long) bytesPerRow * (at(head, 4) + 256 * at(head, 5));
        return size == 0 ? this::ground : data(size, dots -> mechanism.picture(bytesPerRow, dots));
    }

    private Step block(int function, int size) {
        return data(size, bytes -> {
            if (function == 'k') {
                qr.take(bytes);
            } else if (function == 'H' && bytes.length == 6 && (at(bytes, 1) == 48)) {
                mechanism.answer(new byte[] {0x37, 0x22, bytes[2], bytes[3], bytes[4], bytes[5], 0});
            }
        });
    }

    /// GS k m: up to NUL for m below 7 (form A), else a length and so many bytes (form B). Form A
    /// counts from 0.
    private Step bars(int kind) {
        if (kind < FORM_B) {
            return new UpToNul(data -> mechanism.bars(kind + FORM_B, data));
        }
        return length -> data(length, data -> mechanism.bars(kind, data));
    }

    private Step upToNul(int value) {
        return value == 0 ? this::ground : this::upToNul;
    }

    private Step now(Runnable action) {
        action.run();
        return this::ground;
    }

    private Step one(Consumer<Integer> action) {
        return value -> now(() -> action.accept(value));
    }

    private Step skip(long count) {
        return count == 0 ? this::ground : _ -> skip(count - 1);
    }

    private Step header(int count, java.util.function.Function<byte[], Step> then) {
        return new Collecting(count, then);
    }

    private Step data(long count, Consumer<byte[]> action) {
        if (count == 0) {
            return now(() -> action.accept(new byte[0]));
        }
        return count > LONGEST_DATA
                ? skip(count)
                : new Collecting((int) count, bytes -> now(() -> action.accept(bytes)));
    }

    private Step data(
            int headSize,
            java.util.function.ToIntFunction<byte[]> columns,
            java.util.function.ToIntFunction<byte[]> bytesPerColumn) {
        return header(headSize, head -> skip((long) columns.applyAsInt(head) * bytesPerColumn.applyAsInt(head)));
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private final class UpToNul implements Step {
        private final Consumer<byte[]> then;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        UpToNul(Consumer<byte[]> then) {
            this.then = then;
        }

        @Override
        public Step on(int value) {
            if (value == 0) {
                return now(() -> then.accept(bytes.toByteArray()));
            }
            if (bytes.size() < LONGEST_DATA) {
                bytes.write(value);
            }
            return this;
        }
    }

    private static final class Collecting implements Step {
        private final int count;
        private final java.util.function.Function<byte[], Step> then;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collecting(int count, java.util.function.Function<byte[], Step> then) {
            this.count = count;
            this.then = then;
        }

        @Override
        public Step on(int value) {
            bytes.write(value);
            return bytes.size() < count ? this : then.apply(bytes.toByteArray());
        }
    }
}
