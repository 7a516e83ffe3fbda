package org.countinghouse.simulator;

import java.io.IOException;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.LineDisplayPeer;

/// A customer display at the far end of a cable. It shows what it is told and says nothing.
final class SimulatedDisplay implements LineDisplayPeer {
    private final String name;
    private final FarEnd cable;
    private final Glass glass;
    private final DisplayReader reader;
    private volatile Runnable changed = () -> {};

    private SimulatedDisplay(String name, FarEnd cable, Glass glass) {
        this.name = name;
        this.cable = cable;
        this.glass = glass;
        reader = new DisplayReader(glass);
    }

    static SimulatedDisplay started(String name, FarEnd cable, int rows, int columns) {
        var display = new SimulatedDisplay(name, cable, new Glass(rows, columns));
        Thread.ofPlatform().name(name).daemon().start(display::listen);
        return display;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        var rows = glass.rows();
        return cable.cable()
                .through("display")
                .with("rows", Integer.toString(rows.size()))
                .with("columns", Integer.toString(rows.getFirst().length()));
    }

    @Override
    public List<String> rows() {
        return glass.rows();
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case POWER_CYCLE -> glass.reset();
            case CABLE_CUT -> cable.cut();
        }
        changed.run();
    }

    @Override
    public void whenChanged(Runnable listener) {
        changed = listener;
    }

    @Override
    public void close() {
        cable.close();
    }

    private void listen() {
        var bytes = new byte[256];
        try {
            while (true) {
                int count = cable.read(bytes);
                if (count == 0) {
                    reader.reset();
                }
                for (int i = 0; i < count; i++) {
                    reader.take(bytes[i] & 0xFF);
                }
                changed.run();
            }
        } catch (IOException _) {
            // Closed.
        }
    }
}
