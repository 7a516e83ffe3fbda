package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.PrinterPeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt printer with a drawer, as seen from its cable. Offline it keeps what it gets and prints it later, as
/// real ones
/// do; only real-time commands get through then.
final class SimulatedPrinter implements PrinterPeer {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPrinter.class);
    private static final int BUFFER = 1 << 16;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final String name;
    private final OutTray tray;
    private final PrinterFront front;
    private final PrintHead head = new PrintHead();
    private final EscPosReader reader = new EscPosReader(new Mechanics());
    private final RealTime realTime = new RealTime(new Reflexes());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private OutputStream answers = OutputStream.nullOutputStream();
    private boolean dead;
    private boolean paperOut;
    private boolean nearEnd;
    private boolean coverOpen;
    private boolean knifeStuck;
    private boolean drawerLocked;
    private boolean drawerOpen;
    private int linesLeft = ENDLESS;
    private int pulses;

    private SimulatedPrinter(String name, Path folder) throws IOException {
        this.name = name;
        tray = new OutTray(folder);
        front = new PrinterFront(name, new Ear());
    }

    static SimulatedPrinter started(String name, Path folder) throws IOException {
        return new SimulatedPrinter(name, folder);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("tcp://127.0.0.1:" + front.port());
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case UNPLUGGED -> {
                front.unplug();
                loseWhatWaits();
            }
            case PLUGGED_IN -> front.plugIn();
            default -> playInside(scene);
        }
        tellListeners();
    }

    private synchronized void playInside(Scene scene) {
        switch (scene) {
            case PAPER_IN -> newRoll();
            case PAPER_NEAR_END -> nearEnd = true;
            case PAPER_OUT -> paperOut = true;
            case COVER_OPEN -> coverOpen = true;
            case COVER_SHUT -> coverOpen = false;
            case KNIFE_STUCK -> knifeStuck = true;
            case KNIFE_FREE -> knifeStuck = false;
            case DEAD -> dead = true;
            case ALIVE -> dead = false;
            case DRAWER_LOCKED -> drawerLocked = true;
            case DRAWER_UNLOCKED -> drawerLocked = false;
            case UNPLUGGED, PLUGGED_IN -> throw new IllegalArgumentException(scene + " happens at the front");
        }
        work();
    }

    @Override
    public synchronized void paperEndsAfter(int lines) {
        linesLeft = lines;
    }

    @Override
    public void pushDrawerShut() {
        synchronized (this) {
            drawerOpen = false;
        }
        tellListeners();
    }

    @Override
    public synchronized boolean drawerOpen() {
        return drawerOpen;
    }

    @Override
    public synchronized int pulses() {
        return pulses;
    }

    @Override
    public List<Printout> printouts() {
        return tray.printouts();
    }

    @Override
    public void close() {
        front.close();
    }

    private synchronized void loseWhatWaits() {
        waiting.reset();
        reader.reset();
        head.cut();
        head.reset();
    }

    private void newRoll() {
        paperOut = false;
        nearEnd = false;
        linesLeft = ENDLESS;
    }

    private boolean isOffline() {
        return paperOut || coverOpen || knifeStuck;
    }

    /// Prints what waits until nothing is left or something stops it.
    private void work() {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        int done = 0;
        while (done < bytes.length && !isOffline() && !dead) {
            reader.take(bytes[done++] & 0xFF);
        }
        waiting.write(bytes, done, bytes.length - done);
    }

    private void usePaper(int lines) {
        if (linesLeft != ENDLESS) {
            linesLeft -= lines;
            paperOut |= linesLeft <= 0;
        }
    }

    private void kick() {
        pulses++;
        drawerOpen |= !drawerLocked;
        LOG.debug("{}: drawer pulse {}", name, pulses);
    }

    private void answer(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        try {
            answers.write(bytes);
            answers.flush();
        } catch (IOException _) {
            LOG.debug("{}: nobody is there for an answer", name);
        }
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    /// What comes in over the cable.
    private final class Ear implements PrinterFront.Hearer {
        @Override
        public void heard(byte[] bytes, int count, OutputStream back) {
            int printed = tray.printouts().size();
            int kicked = pulses();
            synchronized (SimulatedPrinter.this) {
                if (dead) {
                    return;
                }
                answers = back;
                for (int i = 0; i < count; i++) {
                    realTime.take(bytes[i] & 0xFF);
                    if (waiting.size() < BUFFER) {
                        waiting.write(bytes[i]);
                    }
                }
                work();
            }
            if (tray.printouts().size() != printed || pulses() != kicked) {
                tellListeners();
            }
        }

        @Override
        public void alone() {
            synchronized (SimulatedPrinter.this) {
                reader.reset();
            }
        }
    }

    /// Real-time commands, obeyed whatever else is the matter. Status bits: Epson, DLE EOT.
    private final class Reflexes implements RealTime.Reflexes {
        @Override
        public void asked(int subject) {
            switch (subject) {
                case 1 -> answer(0x12 | bit(drawerOpen, 0x04) | bit(isOffline(), 0x08));
                case 2 -> answer(0x12 | bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(knifeStuck, 0x40));
                case 3 -> answer(0x12 | bit(knifeStuck, 0x08));
                case 4 -> answer(0x12 | bit(nearEnd || paperOut, 0x0C) | bit(paperOut, 0x60));
                default -> LOG.debug("{}: asked about {}", name, subject);
            }
        }

        @Override
        public void forget() {
            loseWhatWaits();
        }

        @Override
        public void pulseNow() {
            kick();
        }

        private static int bit(boolean is, int mask) {
            return is ? mask : 0;
        }
    }

    /// Commands in line, obeyed only while online.
    private final class Mechanics implements EscPosReader.Mechanism {
        @Override
        public void letter(int letter) {
            head.letter(letter);
        }

        @Override
        public void endLine() {
            head.endLine();
            usePaper(1);
        }

        @Override
        public void feedLines(int lines) {
            head.feedLines(lines);
            usePaper(lines);
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
            usePaper(1);
        }

        @Override
        public void qr(String data, int dotsPerModule) {
            head.qr(data, dotsPerModule);
            usePaper(1);
        }

        @Override
        public void cut() {
            tray.take(head.cut());
        }

        @Override
        public void pulse() {
            kick();
        }

        @Override
        public void answer(byte[] bytes) {
            var values = new int[bytes.length];
            java.util.Arrays.setAll(values, i -> bytes[i]);
            SimulatedPrinter.this.answer(values);
        }

        @Override
        public void tellPaper() {
            SimulatedPrinter.this.answer(nearEnd ? 0x03 : 0x00);
        }

        @Override
        public void tellDrawer() {
            SimulatedPrinter.this.answer(drawerOpen ? 0x01 : 0x00);
        }
    }
}
