package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.ScannerPeer;

/// A bar code scanner at the far end of a cable. It sends what it is told to read and hears nothing.
final class SimulatedScanner implements ScannerPeer {
    private final String name;
    private final FarEnd cable;
    private volatile String prefix = "";
    private volatile String ending = "\r";
    private volatile Runnable changed = () -> {};

    private SimulatedScanner(String name, FarEnd cable) {
        this.name = name;
        this.cable = cable;
    }

    static SimulatedScanner started(String name, FarEnd cable) {
        var scanner = new SimulatedScanner(name, cable);
        Thread.ofPlatform().name(name).daemon().start(scanner::listen);
        return scanner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return cable.cable().through("scanner");
    }

    @Override
    public void scan(String data) {
        send(prefix + data + ending);
    }

    @Override
    public void scanWithoutEnd(String data) {
        send(prefix + data);
    }

    @Override
    public void dress(String before, String after) {
        prefix = before;
        ending = after;
    }

    @Override
    public void cutCable() {
        cable.cut();
    }

    @Override
    public void whenChanged(Runnable listener) {
        changed = listener;
    }

    @Override
    public void close() {
        cable.close();
    }

    private void send(String text) {
        cable.write(text.getBytes(StandardCharsets.UTF_8));
        changed.run();
    }

    private void listen() {
        var unheard = new byte[64];
        try {
            while (cable.read(unheard) >= 0) {
                changed.run();
            }
        } catch (IOException _) {
            // Closed.
        }
    }
}
