package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.spi.CashMachinePeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A note recycler (NV200 with SMART Payout) or a coin hopper (SMART Hopper) of Innovative Technology,
/// as seen from its cable. A frame with the sequence bit of the last one is answered as the last one
/// was and not obeyed again.
final class SimulatedPayout implements CashMachinePeer {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPayout.class);
    private static final int SYNC = 0x11;
    private static final int RESET = 0x01;
    private static final byte[] KEY_NOT_SET = {(byte) 0xFA};
    private static final int ROOM_FOR = 30;
    private static final int MOST_CHANNELS = 16;
    private static final int HOPPER_ADDRESS = 16;
    private static final List<Long> USUAL_NOTES = List.of(500L, 1000L, 2000L, 5000L);

    private final String name;
    private final FarEnd far;
    private final int slave;
    private final Duration pieceEvery;
    private final Metal metal;
    private final Troubles troubles = new Troubles();
    private final PayoutMachine machine;
    private final SmileyLine line = new SmileyLine();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object memory = new Object();
    private PayoutCommands commands;
    private SmileyKeys keys;
    private int lastSequence = -1;
    private byte[] lastAnswer = {};
    private volatile boolean dead;
    private volatile boolean closed;

    private SimulatedPayout(String name, Pieces filledWith, Duration pieceEvery, boolean hopper) throws IOException {
        this.name = name;
        this.pieceEvery = pieceEvery;
        slave = hopper ? HOPPER_ADDRESS : 0;
        var known = known(filledWith);
        metal = new Metal(filledWith, known, ROOM_FOR);
        machine = new PayoutMachine(metal, troubles, channels(known), hopper);
        keys = new SmileyKeys();
        commands = new PayoutCommands(machine, keys, name, this::run);
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        far = linux ? new PseudoTerminal("ssp") : new Outlet();
        Thread.ofPlatform().name(name).daemon().start(this::listen);
    }

    /// A note recycler; it takes EUR notes when it is filled with nothing.
    static SimulatedPayout payout(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedPayout(name, filledWith, pieceEvery, false);
    }

    /// A coin hopper: no counters, no bezel, coins are credited by their value.
    static SimulatedPayout hopper(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedPayout(name, filledWith, pieceEvery, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        var address = far.cable().through("ssp");
        return slave == 0 ? address : address.with("slave", Integer.toString(slave));
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean taken = machine.insert(denomination);
        changed();
        return taken;
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case JAMMED -> metal.jam();
            case CLEARED -> metal.clear();
            case DEAD -> dead = true;
            case ALIVE -> dead = false;
            case POWER_CYCLE, MEMORY_LOST -> {
                machine.powerCycle(scene == Scene.MEMORY_LOST);
                restart();
            }
            case REJECT_NEXT_PIECE -> metal.rejectNext();
            case BEZEL_TAKEN -> machine.bezelTaken();
            case BEZEL_RETRACTED -> machine.bezelRetracted();
            case CABLE_CUT -> far.cut();
            case SECOND_HOST -> machine.payForAnother();
            case DROP_NEXT_COMMAND,
                    DROP_NEXT_REPLY,
                    DUPLICATE_NEXT_REPLY,
                    DAMAGE_NEXT_REPLY,
                    STALL_AFTER_NEXT,
                    POWER_CYCLE_DURING_NEXT,
                    MEMORY_LOST_DURING_NEXT,
                    HOLD_NEXT_IN_BEZEL -> troubles.await(scene);
        }
        changed();
    }

    @Override
    public Set<Scene> scenes() {
        var scenes = EnumSet.allOf(Scene.class);
        if (machine.isHopper()) {
            scenes.removeAll(Scene.AT_THE_BEZEL);
        }
        return scenes;
    }

    @Override
    public void jamAfter(int pieces) {
        metal.jamAfter(pieces);
    }

    @Override
    public void refill(Pieces pieces) {
        metal.refill(pieces);
        changed();
    }

    @Override
    public Holdings holds() {
        return metal.holds();
    }

    @Override
    public Pieces paidOut() {
        return metal.paidOut();
    }

    @Override
    public Pieces takenIn() {
        return metal.takenIn();
    }

    @Override
    public Pieces takeFromTray() {
        return metal.takeFromTray();
    }

    @Override
    public void close() {
        closed = true;
        far.close();
    }

    private void listen() {
        var bytes = new byte[256];
        try {
            while (!closed) {
                int count = far.read(bytes);
                if (count == 0) {
                    line.forget();
                }
                for (var packet : line.heard(bytes, count)) {
                    if (!dead && packet.address() == slave) {
                        heard(packet);
                    }
                }
            }
        } catch (IOException _) {
            LOG.debug("{} is closed", name);
        }
    }

    private void heard(SmileyLine.Packet packet) {
        synchronized (memory) {
            byte[] data = packet.data();
            boolean anew = (data[0] & 0xFF) == SYNC || packet.sequence() != lastSequence;
            if (!anew) {
                far.write(lastAnswer);
            } else if (data[0] == SmileyKeys.ENCRYPTED) {
                encrypted(packet);
            } else if (PayoutCommands.isSecret(data)) {
                answered(packet, KEY_NOT_SET, false);
            } else {
                answered(packet, commands.answer(data), false);
            }
            if ((data[0] & 0xFF) == SYNC) {
                // The next frame has the bit not set, whatever this one had.
                lastSequence = 0x80;
            }
        }
        changed();
    }

    private void encrypted(SmileyLine.Packet packet) {
        if (!keys.areSet()) {
            answered(packet, KEY_NOT_SET, false);
            return;
        }
        var command = keys.opened(packet.data());
        if (command.isEmpty()) {
            LOG.debug("{} heard a packet that is out of step", name);
            return;
        }
        boolean money = commands.movesMoney(command.get());
        if (money && troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
            return;
        }
        dead |= money && troubles.strikes(Scene.STALL_AFTER_NEXT);
        byte[] answer = commands.answer(command.get());
        answered(packet, keys.sealed(answer), money);
        if ((command.get()[0] & 0xFF) == RESET) {
            machine.powerCycle(false);
            restart();
        }
    }

    /// Remembers the answer for a repetition, and lets it go the way the scenes want.
    private void answered(SmileyLine.Packet to, byte[] answer, boolean money) {
        lastSequence = to.sequence();
        lastAnswer = SmileyLine.framed(new SmileyLine.Packet(to.head(), answer));
        if (dead || money && troubles.strikes(Scene.DROP_NEXT_REPLY)) {
            return;
        }
        if (money && troubles.strikes(Scene.DAMAGE_NEXT_REPLY)) {
            var damaged = lastAnswer.clone();
            damaged[damaged.length - 3] ^= 0x15;
            far.write(damaged);
            return;
        }
        far.write(lastAnswer);
        if (money && troubles.strikes(Scene.DUPLICATE_NEXT_REPLY)) {
            far.write(lastAnswer);
        }
    }

    /// One piece after another, on a thread of its own, until the run is over or the power was gone.
    private void run(PayoutMachine of, PayoutRun run) {
        Thread.ofPlatform().name(name + " motor").daemon().start(() -> {
            try {
                var step = PayoutMachine.Step.GOES_ON;
                while (step == PayoutMachine.Step.GOES_ON && !closed) {
                    Thread.sleep(pieceEvery);
                    step = of.step(run);
                    if (step == PayoutMachine.Step.POWER_FAILED) {
                        restart();
                    }
                    changed();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// What the power kept alive outside the machine's memory: the key, and the last frame.
    private void restart() {
        synchronized (memory) {
            keys = new SmileyKeys();
            commands = new PayoutCommands(machine, keys, name, this::run);
            lastSequence = -1;
            lastAnswer = new byte[0];
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static Set<Denomination> known(Pieces filledWith) {
        var known = new HashSet<>(filledWith.counts().keySet());
        if (known.isEmpty()) {
            USUAL_NOTES.forEach(value -> known.add(new Denomination("EUR", value)));
        }
        return known;
    }

    private static List<Denomination> channels(Set<Denomination> known) {
        return known.stream()
                .sorted(Comparator.naturalOrder())
                .limit(MOST_CHANNELS)
                .toList();
    }
}
