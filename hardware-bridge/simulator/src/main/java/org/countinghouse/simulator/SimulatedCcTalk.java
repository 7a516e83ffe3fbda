package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;

/// A ccTalk bus with a coin acceptor (2), a bill validator (40) and a hopper for each denomination it
/// is filled with (3 and up). Coins that come in fall into their hopper, or into the cashbox when it is
/// full; bills go to the stacker.
///
/// It has no bezel: a coin that is out lies in the tray, so [Scene#HOLD_NEXT_IN_BEZEL] and what follows
/// from it change nothing.
final class SimulatedCcTalk implements CashMachinePeer, CcTalkBench {
    private static final int FIRST_HOPPER = 3;
    private static final int DISPENSE = 0xA7;
    private static final int ROUTE = 0x9A;
    private static final int ROOM = 500;
    private static final int[] BILLS = {5, 10, 20, 50};

    private final String name;
    private final FarEnd farEnd;
    private final Duration pieceEvery;
    private final Ways ways;
    private final Metal bowls;
    private final Metal stacker;
    private final Troubles troubles = new Troubles();
    private final List<CcTalkHopper> hoppers = new ArrayList<>();
    private final CcTalkCoinAcceptor coins;
    private final CcTalkBillValidator bills;
    private final Map<Integer, CcTalkSlave> slaves = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService telling;
    private volatile boolean dead;

    private SimulatedCcTalk(String name, FarEnd farEnd, Pieces filledWith, Duration pieceEvery, Ways ways) {
        this.name = name;
        this.farEnd = farEnd;
        this.pieceEvery = pieceEvery;
        this.ways = ways;
        var known = List.copyOf(filledWith.counts().keySet());
        var notes = notes(known);
        bowls = new Metal(filledWith, Set.copyOf(known), ROOM);
        stacker = new Metal(Pieces.NONE, Set.copyOf(notes), 0);
        coins = new CcTalkCoinAcceptor(bowls, known);
        bills = new CcTalkBillValidator(stacker, notes);
        telling = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        for (Denomination coin : known) {
            hoppers.add(new CcTalkHopper(FIRST_HOPPER + hoppers.size(), coin, bowls, this));
        }
        hoppers.forEach(hopper -> slaves.put(hopper.address(), hopper));
        slaves.put(coins.address(), coins);
        slaves.put(bills.address(), bills);
    }

    static SimulatedCcTalk started(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return started(name, filledWith, pieceEvery, Ways.USUAL);
    }

    static SimulatedCcTalk started(String name, Pieces filledWith, Duration pieceEvery, Ways ways) throws IOException {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return started(name, linux ? new PseudoTerminal(name) : new Outlet(), filledWith, pieceEvery, ways);
    }

    static SimulatedCcTalk started(String name, FarEnd farEnd, Pieces filledWith, Duration pieceEvery, Ways ways) {
        var bus = new SimulatedCcTalk(name, farEnd, filledWith, pieceEvery, ways);
        Thread.ofPlatform().name(name + " bus").daemon().start(bus::serve);
        return bus;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        var at = new StringBuilder();
        hoppers.forEach(hopper -> at.append(at.isEmpty() ? "" : ",")
                .append(hopper.address())
                .append(':')
                .append(hopper.coin().currency())
                .append(hopper.coin().minorUnits()));
        var address = farEnd.cable()
                .through("cctalk")
                .with("coins", String.valueOf(coins.address()))
                .with("bills", String.valueOf(bills.address()));
        if (!at.isEmpty()) {
            address = address.with("hoppers", at.toString());
        }
        return (ways.crc() ? address.with("checksum", "crc") : address).with("echo", ways.echo() ? "yes" : "no");
    }

    @Override
    public Duration pieceEvery() {
        return pieceEvery;
    }

    @Override
    public Ways ways() {
        return ways;
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void changed() {
        try {
            telling.execute(() -> listeners.forEach(Runnable::run));
        } catch (RejectedExecutionException _) {
            // It was closed; nobody listens any more.
        }
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean taken = !bills.knows(denomination) ? coins.insert(denomination) : bills.insert(denomination);
        changed();
        return taken;
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case JAMMED -> {
                bowls.jam();
                stacker.jam();
            }
            case CLEARED -> {
                bowls.clear();
                stacker.clear();
                hoppers.forEach(CcTalkHopper::cleared);
            }
            case DEAD -> dead = true;
            case ALIVE -> dead = false;
            case DROP_NEXT_COMMAND,
                    DROP_NEXT_REPLY,
                    DUPLICATE_NEXT_REPLY,
                    DAMAGE_NEXT_REPLY,
                    STALL_AFTER_NEXT,
                    POWER_CYCLE_DURING_NEXT,
                    MEMORY_LOST_DURING_NEXT -> troubles.await(scene);
            case POWER_CYCLE -> powerFails(false);
            case MEMORY_LOST -> powerFails(true);
            case REJECT_NEXT_PIECE -> bowls.rejectNext();
            case HOLD_NEXT_IN_BEZEL, BEZEL_TAKEN, BEZEL_RETRACTED -> {
                // There is no bezel.
            }
            case CABLE_CUT -> farEnd.cut();
            case SECOND_HOST ->
                hoppers.stream()
                        .min(Comparator.comparing(CcTalkHopper::coin))
                        .ifPresent(CcTalkHopper::payOneForAnother);
        }
        changed();
    }

    @Override
    public Set<Scene> scenes() {
        return EnumSet.complementOf(EnumSet.copyOf(Scene.AT_THE_BEZEL));
    }

    @Override
    public void powerFails(boolean memoryLost) {
        slaves.values().forEach(slave -> slave.powerUp(memoryLost));
        changed();
    }

    @Override
    public void jamAfter(int pieces) {
        bowls.jamAfter(pieces);
    }

    @Override
    public void refill(Pieces pieces) {
        bowls.refill(pieces);
        changed();
    }

    @Override
    public Holdings holds() {
        var all = new EnumMap<Place, Pieces>(Place.class);
        for (Place place : Place.values()) {
            all.put(place, bowls.in(place).plus(stacker.in(place)));
        }
        return new Holdings(all);
    }

    @Override
    public Pieces paidOut() {
        return bowls.paidOut();
    }

    @Override
    public Pieces takenIn() {
        return bowls.takenIn().plus(stacker.takenIn());
    }

    @Override
    public Pieces takeFromTray() {
        return bowls.takeFromTray();
    }

    @Override
    public void close() {
        farEnd.close();
        telling.shutdownNow();
        hoppers.forEach(hopper -> hopper.powerUp(false));
    }

    /// Lets the counters stand where they stand after some years of work.
    void worn(int events) {
        hoppers.forEach(hopper -> hopper.worn(events, 100 * events));
        coins.worn(events);
        bills.worn(events);
    }

    private void serve() {
        var ear = new CcTalkEar(ways.crc());
        var bytes = new byte[256];
        try {
            while (true) {
                int count = farEnd.read(bytes);
                if (count == 0) {
                    ear.forget();
                }
                if (ways.echo() && count > 0) {
                    farEnd.write(Arrays.copyOf(bytes, count));
                }
                for (var heard : ear.hear(bytes, count, System.nanoTime())) {
                    hear(ear, heard);
                }
            }
        } catch (IOException _) {
            // It was closed.
        }
    }

    private void hear(CcTalkEar ear, CcTalkEar.Heard heard) {
        var slave = slaves.get(heard.to());
        boolean money = heard.header() == DISPENSE || heard.header() == ROUTE;
        if (dead || slave == null || money && troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
            return;
        }
        if (slave instanceof CcTalkHopper hopper && heard.header() == DISPENSE) {
            armPowerFailure(hopper);
        }
        var say = slave.obey(heard.header(), heard.data());
        if (money) {
            changed();
        }
        if (money && troubles.strikes(Scene.STALL_AFTER_NEXT)) {
            dead = true;
        }
        if (say.isEmpty() || dead || money && troubles.strikes(Scene.DROP_NEXT_REPLY)) {
            return;
        }
        byte[] reply = ear.spoken(heard.from(), slave.address(), say.get());
        if (money && troubles.strikes(Scene.DAMAGE_NEXT_REPLY)) {
            reply[reply.length - 1] ^= 0x55;
        }
        farEnd.write(reply);
        if (money && troubles.strikes(Scene.DUPLICATE_NEXT_REPLY)) {
            farEnd.write(reply);
        }
    }

    private void armPowerFailure(CcTalkHopper hopper) {
        boolean memoryToo = troubles.strikes(Scene.MEMORY_LOST_DURING_NEXT);
        if (memoryToo || troubles.strikes(Scene.POWER_CYCLE_DURING_NEXT)) {
            hopper.powerFailsNext(memoryToo);
        }
    }

    /// Bills that go with coins: five, ten, twenty and fifty times the largest round coin.
    private static List<Denomination> notes(List<Denomination> coins) {
        if (coins.isEmpty()) {
            return List.of();
        }
        var largest = coins.getLast();
        long round = 1;
        while (round * 10 <= largest.minorUnits()) {
            round *= 10;
        }
        var notes = new ArrayList<Denomination>();
        for (int times : BILLS) {
            var note = new Denomination(largest.currency(), round * times);
            if (!coins.contains(note)) {
                notes.add(note);
            }
        }
        return notes;
    }
}
