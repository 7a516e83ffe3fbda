package org.countinghouse.javapos;

import java.time.Duration;
import java.util.List;
import jpos.JposException;
import jpos.LineDisplayConst;
import org.countinghouse.device.LineDisplay;

/// A customer's display behind a `jpos.LineDisplay`, see [ControlThread].
final class JavaPosLineDisplay implements LineDisplay, OpenDevice {
    private static final Duration LIMIT = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int USUAL_ROWS = 2;
    private static final int USUAL_COLUMNS = 20;
    private static final int LARGEST = 200;

    private final ControlThread<jpos.LineDisplay> thread;
    private volatile Size size = new Size(0, 0);

    private record Size(int rows, int columns) {
        boolean isKnown() {
            return rows > 0;
        }
    }

    JavaPosLineDisplay(String logicalName) {
        thread = new ControlThread<>(
                logicalName, true, PATIENCE, jpos.LineDisplay::new, jpos.LineDisplay.class::cast, Ears.NONE);
    }

    @Override
    public String name() {
        return thread.logicalName();
    }

    @Override
    public int rows() {
        return size().rows;
    }

    @Override
    public int columns() {
        return size().columns;
    }

    @Override
    public State state() {
        return thread.answer(LIMIT, this::ask, _ -> State.NO_ANSWER, _ -> State.NO_ANSWER);
    }

    @Override
    public Showing show(List<String> lines) {
        return thread.answer(
                LIMIT,
                seat -> showNow(seat, lines),
                _ -> new Showing.NoAnswer("not finished within " + LIMIT.toSeconds() + " s"),
                JavaPosLineDisplay::failed);
    }

    @Override
    public void close() {
        thread.close();
    }

    private Size size() {
        if (!size.isKnown()) {
            state();
        }
        return size.isKnown() ? size : new Size(USUAL_ROWS, USUAL_COLUMNS);
    }

    private State ask(Seat<jpos.LineDisplay> seat) throws JposException {
        makeReady(seat);
        return seat.isOff() ? State.NO_ANSWER : State.READY;
    }

    private Showing showNow(Seat<jpos.LineDisplay> seat, List<String> lines) throws JposException {
        makeReady(seat);
        if (lines.size() > size.rows) {
            return new Showing.Refused("the display has " + size.rows + " rows");
        }
        var control = seat.control();
        var text = DisplayText.of(control.getCharacterSet());
        var lacking = new StringBuilder();
        for (int row = 0; row < size.rows; row++) {
            String line = row < lines.size() ? lines.get(row) : "";
            control.displayTextAt(row, 0, text.fit(line, size.columns), LineDisplayConst.DISP_DT_NORMAL);
            lacking.append(text.lacking(line, size.columns));
        }
        return new Showing.Shown(lacking.toString());
    }

    private void makeReady(Seat<jpos.LineDisplay> seat) throws JposException {
        seat.ready();
        var control = seat.control();
        if (!size.isKnown()) {
            size = new Size(
                    Math.clamp(control.getDeviceRows(), 1, LARGEST),
                    Math.clamp(control.getDeviceColumns(), 1, LARGEST));
        }
    }

    private static Showing failed(JposException e) {
        return NoUse.isRefusal(e) ? new Showing.Refused(NoUse.words(e)) : new Showing.NoAnswer(NoUse.words(e));
    }
}
