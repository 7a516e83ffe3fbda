package org.countinghouse.simulator;

/// Whatever a printer is told: pictures have whole rows and a bounded size, sizes and numbers are in
/// their ranges.
public final class EscPosReaderFuzz {
    private static final int LONGEST_DATA = 1 << 20;
    private static final EscPosReader ALL_DAY = new EscPosReader(new Checked());

    private EscPosReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var reader = new EscPosReader(new Checked());
        var realTime = new RealTime(new Ignored());
        for (byte each : bytes) {
            realTime.take(each & 0xFF);
            reader.take(each & 0xFF);
            ALL_DAY.take(each & 0xFF);
        }
        reader.reset();
        reader.take('A');
    }

    private static void check(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }

    private static final class Ignored implements RealTime.Reflexes {
        @Override
        public void asked(int subject) {
            check(subject >= 0 && subject <= 0xFF, "subject " + subject);
        }

        @Override
        public void forget() {}

        @Override
        public void pulseNow() {}
    }

    private static final class Checked implements EscPosReader.Mechanism {
        @Override
        public void letter(int letter) {
            check(letter >= 0x20 && letter <= 0xFF, "letter " + letter);
        }

        @Override
        public void endLine() {}

        @Override
        public void feedLines(int lines) {
            check(lines >= 0 && lines <= 0xFF, "lines " + lines);
        }

        @Override
        public void feedDots(int dots) {
            check(dots >= 0 && dots <= 0xFF, "dots " + dots);
        }

        @Override
        public void reset() {}

        @Override
        public void align(int where) {}

        @Override
        public void bold(boolean on) {}

        @Override
        public void size(int width, int height) {
            check(width >= 1 && width <= 8 && height >= 1 && height <= 8, "size " + width + " x " + height);
        }

        @Override
        public void codePage(int number) {}

        @Override
        public void picture(int bytesPerRow, byte[] dots) {
            check(
                    bytesPerRow > 0 && dots.length % bytesPerRow == 0 && dots.length <= LONGEST_DATA,
                    "picture " + dots.length + " / " + bytesPerRow);
        }

        @Override
        public void qr(String data, int dotsPerModule) {
            check(dotsPerModule >= 1 && dotsPerModule <= 16 && data.length() <= 0xFFFF, "qr " + dotsPerModule);
        }

        @Override
        public void letters(boolean small) {}

        @Override
        public void bars(int kind, byte[] data) {
            check(kind >= 0 && kind <= 0xFF && data.length <= LONGEST_DATA, "bars " + kind);
        }

        @Override
        public void barHeight(int dots) {
            check(dots >= 0 && dots <= 0xFF, "bar height " + dots);
        }

        @Override
        public void barWidth(int dots) {
            check(dots >= 0 && dots <= 0xFF, "bar width " + dots);
        }

        @Override
        public void barWords(int where) {
            check(where >= 0 && where <= 0xFF, "bar words " + where);
        }

        @Override
        public void cut() {}

        @Override
        public void pulse() {}

        @Override
        public void answer(byte[] bytes) {
            check(bytes.length <= 7, "answer");
        }

        @Override
        public void tellUnasked(int subjects) {
            check(subjects >= 0 && subjects <= 0xFF, "subjects " + subjects);
        }

        @Override
        public void tellPaper() {}

        @Override
        public void tellDrawer() {}
    }
}
