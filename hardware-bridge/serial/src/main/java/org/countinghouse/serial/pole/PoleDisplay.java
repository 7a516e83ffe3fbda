package org.countinghouse.serial.pole;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.DeviceThread;
import org.jspecify.annotations.Nullable;

/// A customer display at a cable. It answers nothing, so all that can be known is whether the cable
/// takes bytes. Showing twice looks the same as showing once, so after a broken cable a show is simply
/// sent again over a new one.
final class PoleDisplay implements LineDisplay, AutoCloseable {
    private static final Duration LAY_LIMIT = Duration.ofMillis(1500);
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(1);
    private static final Duration HANG_UP_LIMIT = Duration.ofMillis(1);

    /// For waiting in line behind another show and showing together.
    private static final Duration SHOW_LIMIT = Duration.ofSeconds(5);

    private final DeviceAddress cableAddress;
    private final Cables cables;
    private final PoleSettings settings;
    private final Lettering lettering;
    private final DeviceThread thread;
    private volatile @Nullable Cable cable;
    private volatile boolean closed;

    PoleDisplay(DeviceAddress cableAddress, Cables cables, PoleSettings settings) {
        this.cableAddress = cableAddress;
        this.cables = cables;
        this.settings = settings;
        lettering = new Lettering(settings.page());
        thread = new DeviceThread(settings.name());
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public int rows() {
        return settings.rows();
    }

    @Override
    public int columns() {
        return settings.columns();
    }

    @Override
    public State state() {
        return thread.answer(SHOW_LIMIT, () -> sent(new byte[0]), PoleDisplay::late) instanceof Showing.Shown
                ? State.READY
                : State.NO_ANSWER;
    }

    @Override
    public Showing show(List<String> lines) {
        if (lines.size() > rows()) {
            return new Showing.Refused("the display has " + rows() + " rows, not " + lines.size());
        }
        var rows = new ArrayList<byte[]>();
        var lacking = new StringBuilder();
        for (int i = 0; i < rows(); i++) {
            var row = lettering.row(i < lines.size() ? lines.get(i) : "", columns());
            rows.add(row.cells());
            lacking.append(row.lacking());
        }
        byte[] whole = PoleCommands.rows(rows);
        return switch (thread.answer(SHOW_LIMIT, () -> sent(whole), PoleDisplay::late)) {
            case Showing.Shown _ -> new Showing.Shown(lacking.toString());
            case Showing.Refused refused -> refused;
            case Showing.NoAnswer none -> none;
        };
    }

    @Override
    public void close() {
        closed = true;
        thread.close();
        letGo();
    }

    private Showing sent(byte[] bytes) {
        try {
            if (cable != null) {
                try {
                    send(bytes);
                    return new Showing.Shown();
                } catch (IOException _) {
                    letGo();
                }
            }
            lay();
            send(bytes);
            return new Showing.Shown();
        } catch (IOException e) {
            letGo();
            return new Showing.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    private void lay() throws IOException {
        if (closed) {
            throw new IOException("this display has been closed");
        }
        var fresh = cables.lay(cableAddress, LAY_LIMIT);
        cable = fresh;
        fresh.write(PoleCommands.fresh(), WRITE_LIMIT);
        if (closed) {
            letGo();
        }
    }

    private void send(byte[] bytes) throws IOException {
        var laid = cable;
        if (laid == null) {
            throw new IOException("the cable was taken off");
        }
        // A socket takes bytes after the far end has hung up; only reading tells. What a display says is dropped.
        laid.read(new byte[64], HANG_UP_LIMIT);
        laid.write(PoleCommands.ready(settings.page().number()), WRITE_LIMIT);
        laid.write(bytes, WRITE_LIMIT);
    }

    private void letGo() {
        var laid = cable;
        cable = null;
        if (laid != null) {
            laid.close();
        }
    }

    private static Showing late(boolean begun) {
        return new Showing.NoAnswer(begun ? "it took no bytes in time" : "busy: an earlier show is still on its way");
    }
}
