package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.PrinterPeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt printer with a drawer, as seen from its cable. Offline it keeps what it gets and prints
/// it later, as real ones
/// do; only real-time commands get through then.
final class SimulatedPrinter implements PrinterPeer {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPrinter.class);
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final OutTray tray;
    private final PrinterFront front;
    private final PrintHead head = new PrintHead();
    private final EscPosReader reader = new EscPosReader(new Mechanics(head, new Body()));
    private final RealTime realTime = new RealTime(new Reflexes());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private OutputStream answers = OutputStream.nullOutputStream();
    private final Condition condition = new Condition();
    private boolean dead;
    private boolean drawerLocked;
    private boolean tellsUnasked;
    private byte[] lastTold = {};
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
            case PAPER_IN -> condition.newRoll();
            case PAPER_NEAR_END -> condition.nearEnd = true;
            case PAPER_OUT -> condition.paperOut = true;
            case COVER_OPEN -> condition.coverOpen = true;
            case COVER_SHUT -> condition.coverOpen = false;
            case KNIFE_STUCK -> condition.knifeStuck = true;
            case KNIFE_FREE -> condition.knifeStuck = false;
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
        condition.paperEndsAfter(lines);
    }

    @Override
    public synchronized void loadRoll(int millimetres) {
        head.loadRoll(millimetres);
    }

    @Override
    public void turnDrawerKey() {
        moveDrawer(true);
    }

    @Override
    public void pushDrawerShut() {
        moveDrawer(false);
    }

    private void moveDrawer(boolean open) {
        synchronized (this) {
            condition.drawerOpen = open;
            tellChanges();
        }
        tellListeners();
    }

    @Override
    public synchronized boolean drawerOpen() {
        return condition.drawerOpen;
    }

    @Override
    public Standing standing() {
        boolean pluggedIn = front.isPluggedIn();
        synchronized (this) {
            return new Standing(
                    roll(),
                    condition.linesLeft(),
                    condition.coverOpen,
                    condition.knifeStuck,
                    !dead,
                    pluggedIn,
                    condition.drawerOpen,
                    drawerLocked);
        }
    }

    private Standing.Roll roll() {
        if (condition.paperOut) {
            return Standing.Roll.OUT;
        }
        return condition.nearEnd ? Standing.Roll.NEAR_END : Standing.Roll.ENOUGH;
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
        tray.close();
    }

    private synchronized void loseWhatWaits() {
        waiting.reset();
        reader.reset();
        head.cut();
        head.reset();
    }

    /// Prints what waits until nothing is left or something stops it.
    private void work() {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        int done = 0;
        while (done < bytes.length && !condition.isOffline() && !dead) {
            reader.take(bytes[done++] & 0xFF);
        }
        waiting.write(bytes, done, bytes.length - done);
        tellChanges();
    }

    private void tellChanges() {
        byte[] now = condition.told();
        if (tellsUnasked && !dead && !Arrays.equals(now, lastTold)) {
            lastTold = now;
            answer(now);
        }
    }

    private void kick() {
        pulses++;
        condition.drawerOpen |= !drawerLocked;
        LOG.debug("{}: drawer pulse {}", name, pulses);
    }

    private void answer(byte[] bytes) {
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
            int printed = tray.count();
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
            if (tray.count() != printed || pulses() != kicked) {
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

    /// Real-time commands, obeyed whatever else is the matter.
    private final class Reflexes implements RealTime.Reflexes {
        @Override
        public void asked(int subject) {
            int answer = condition.answer(subject);
            if (answer != 0) {
                answer(new byte[] {(byte) answer});
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
    }

    private final class Body implements Mechanics.Body {
        @Override
        public void usePaper(int lines) {
            condition.usePaper(lines);
        }

        @Override
        public void kick() {
            SimulatedPrinter.this.kick();
        }

        @Override
        public void answer(byte[] bytes) {
            SimulatedPrinter.this.answer(bytes);
        }

        @Override
        public void cut(Paper paper) {
            tray.take(paper);
        }

        @Override
        public void tellUnasked(int subjects) {
            tellsUnasked = subjects != 0;
            lastTold = new byte[0];
        }

        @Override
        public boolean nearEnd() {
            return condition.nearEnd;
        }

        @Override
        public boolean drawerOpen() {
            return condition.drawerOpen;
        }
    }
}
