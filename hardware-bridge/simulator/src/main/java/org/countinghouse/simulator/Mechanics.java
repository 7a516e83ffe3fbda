package org.countinghouse.simulator;

/// Commands in line, obeyed only while online.
final class Mechanics implements EscPosReader.Mechanism {
    /// What is not on paper: the drawer, the roll, and the cable back.
    interface Body {
        void usePaper(int lines);

        void kick();

        void answer(byte[] bytes);

        void cut(Paper paper);

        /// @param subjects the bits of GS a; none is silence
        void tellUnasked(int subjects);

        boolean nearEnd();

        boolean drawerOpen();
    }

    private final PrintHead head;
    private final Body body;

    Mechanics(PrintHead head, Body body) {
        this.head = head;
        this.body = body;
    }

    @Override
    public void letter(int letter) {
        head.letter(letter);
    }

    @Override
    public void endLine() {
        head.endLine();
        body.usePaper(1);
    }

    @Override
    public void feedLines(int lines) {
        head.feedLines(lines);
        body.usePaper(lines);
    }

    @Override
    public void feedDots(int dots) {
        head.feedDots(dots);
    }

    @Override
    public void reset() {
        head.reset();
        body.tellUnasked(0);
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
    public void letters(boolean small) {
        head.letters(small);
    }

    @Override
    public void codePage(int number) {
        head.codePage(number);
    }

    @Override
    public void picture(int bytesPerRow, byte[] dots) {
        head.picture(bytesPerRow, dots);
        body.usePaper(1);
    }

    @Override
    public void qr(String data, int dotsPerModule) {
        head.qr(data, dotsPerModule);
        body.usePaper(1);
    }

    @Override
    public void bars(int kind, byte[] data) {
        head.bars(kind, data);
        body.usePaper(1);
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
        body.cut(head.cut());
    }

    @Override
    public void pulse() {
        body.kick();
    }

    @Override
    public void answer(byte[] bytes) {
        body.answer(bytes);
    }

    @Override
    public void tellUnasked(int subjects) {
        body.tellUnasked(subjects);
    }

    @Override
    public void tellPaper() {
        body.answer(new byte[] {(byte) (body.nearEnd() ? 0x03 : 0x00)});
    }

    @Override
    public void tellDrawer() {
        body.answer(new byte[] {(byte) (body.drawerOpen() ? 0x01 : 0x00)});
    }
}
