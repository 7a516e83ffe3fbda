package org.countinghouse.simulator;

/// Whatever is printed fits a memory: the paper has an end, and can be cut and looked at.
public final class PaperFuzz {
    private PaperFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var head = new PrintHead();
        var reader = new EscPosReader(new Printing(head));
        for (byte each : bytes) {
            reader.take(each & 0xFF);
        }
        look(head.cut());
    }

    private static void look(Paper paper) {
        if (paper.image().getHeight() > 2 * Paper.LONGEST) {
            throw new AssertionError("paper of " + paper.image().getHeight() + " dots");
        }
        if (paper.text().contains("\u001B")) {
            throw new AssertionError("a command on paper");
        }
    }

    private record Printing(PrintHead head) implements EscPosReader.Mechanism {
        @Override
        public void letter(int letter) {
            head.letter(letter);
        }

        @Override
        public void endLine() {
            head.endLine();
        }

        @Override
        public void feedLines(int lines) {
            head.feedLines(lines);
        }

        @Override
        public void feedDots(int dots) {
            head.feedDots(dots);
        }

        @Override
        public void reset() {
            head.reset();
        }

        @Override
        public void align(int where) {
            head.align(where);
        }

        @Override
        public void bold(boolean on) {
            head.bold(on);
        }

        @Override
        public void size(int width, int height) {
            head.size(width, height);
        }

        @Override
        public void codePage(int number) {
            head.codePage(number);
        }

        @Override
        public void picture(int bytesPerRow, byte[] dots) {
            head.picture(bytesPerRow, dots);
        }

        @Override
        public void qr(String data, int dotsPerModule) {
            head.qr(data, dotsPerModule);
        }

        @Override
        public void letters(boolean small) {
            head.letters(small);
        }

        @Override
        public void bars(int kind, byte[] data) {
            head.bars(kind, data);
        }

        @Override
        public void barHeight(int dots) {
            head.barHeight(dots);
        }

        @Override
        public void barWidth(int dots) {
            head.barWidth(dots);
        }

        @Override
        public void barWords(int where) {
            head.barWords(where);
        }

        @Override
        public void cut() {
            look(head.cut());
        }

        @Override
        public void pulse() {}

        @Override
        public void answer(byte[] bytes) {}

        @Override
        public void tellUnasked(int subjects) {}

        @Override
        public void tellPaper() {}

        @Override
        public void tellDrawer() {}
    }
}
