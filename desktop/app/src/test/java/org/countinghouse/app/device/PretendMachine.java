package org.countinghouse.app.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol;

/// A cash machine that is only a protocol: no cable, no far end. It holds dollar notes, pays what it is told, and does
/// what a test tells it. Drivers are tried against real cables elsewhere.
public final class PretendMachine implements MoneyProtocol {
    private static final List<Long> NOTES = List.of(100L, 500L, 1000L, 2000L, 5000L, 10000L);

    private final ArrayDeque<Denomination> inserted = new ArrayDeque<>();
    private Pieces inside = Pieces.NONE;
    private Pieces taken = Pieces.NONE;
    private Optional<Intent> running = Optional.empty();
    private boolean finished;
    private int commands;
    private int jamsAfter = Integer.MAX_VALUE;
    private boolean mute;
    private boolean dying;
    private boolean forgetful;

    /// Notes by their worth in whole dollars.
    public synchronized PretendMachine filled(Map<Integer, Integer> notes) {
        notes.forEach((dollars, count) -> inside = inside.plus(Pieces.of(note(dollars), count)));
        return this;
    }

    private static Denomination note(int dollars) {
        return new Denomination("USD", dollars * 100L);
    }

    public synchronized void insert(int... dollars) {
        for (int each : dollars) {
            inserted.add(note(each));
        }
    }

    /// The next payment stops after so many pieces.
    public synchronized void jamAfter(int pieces) {
        jamsAfter = pieces;
    }

    /// It takes the next command and says nothing from then on.
    public synchronized void dieAtTheNextCommand() {
        dying = true;
    }

    /// From now on it does not answer.
    public synchronized void fallSilent() {
        mute = true;
    }

    /// It answers again.
    ///
    /// @param forgot whether what it says of earlier commands cannot be
    public synchronized void speakAgain(boolean forgot) {
        mute = false;
        dying = false;
        forgetful = forgot;
    }

    /// How many commands that move money reached it.
    public synchronized int commands() {
        return commands;
    }

    public synchronized Pieces inside() {
        return inside;
    }

    @Override
    public String name() {
        return "pretend recycler";
    }

    @Override
    public synchronized Greeting greet(Duration limit) throws IOException {
        listen();
        var slots = NOTES.stream()
                .map(worth -> new Slot(new Denomination("USD", worth), true, true))
                .toList();
        return new Greeting("Pretend", "1", slots, false, false, true);
    }

    @Override
    public synchronized Sight look() throws IOException {
        listen();
        var state = running.isEmpty() ? Sight.State.READY : Sight.State.TAKING;
        return new Sight(
                state, Optional.of(Holdings.of(Place.RECYCLER, inside)), new TreeMap<>(), Optional.empty(), List.of());
    }

    @Override
    public synchronized Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep)
            throws IOException {
        commands++;
        running = Optional.of(intent);
        taken = Pieces.NONE;
        finished = false;
        mute = mute || dying;
        listen();
        return new Begun.Accepted();
    }

    @Override
    public synchronized Progress follow(Duration limit) throws IOException {
        listen();
        var intent = running.orElseThrow(() -> new IOException("nothing runs"));
        return switch (intent.purpose()) {
            case PAY -> paid(intent);
            case TAKE, FILL -> took();
            case COLLECT -> ended(Pieces.NONE, Optional.empty());
        };
    }

    private Progress paid(Intent intent) {
        var wanted = ((Intent.Ask.Exactly) intent.ask()).pieces();
        var out = first(wanted, jamsAfter);
        inside = inside.minus(out);
        jamsAfter = Integer.MAX_VALUE;
        return ended(out, out.equals(wanted) ? Optional.empty() : Optional.of(DeviceFault.JAMMED));
    }

    private static Pieces first(Pieces wanted, int most) {
        var counts = new HashMap<Denomination, Integer>();
        int left = most;
        for (var each : new TreeMap<>(wanted.counts()).descendingMap().entrySet()) {
            int out = Math.min(left, each.getValue());
            counts.put(each.getKey(), out);
            left -= out;
        }
        return Pieces.of(counts);
    }

    private Progress took() {
        var note = inserted.poll();
        if (note != null) {
            taken = taken.plus(Pieces.of(note, 1));
            inside = inside.plus(Pieces.of(note, 1));
            return new Progress.Moving(Cash.of("USD", taken), false);
        }
        return finished ? ended(taken, Optional.empty()) : new Progress.Quiet();
    }

    private Progress ended(Pieces moved, Optional<DeviceFault> fault) {
        running = Optional.empty();
        return new Progress.Ended(Cash.of("USD", moved), Cash.none("USD"), fault, false, "ended");
    }

    @Override
    public synchronized void finish(boolean giveBack, Duration limit) throws IOException {
        listen();
        finished = true;
    }

    @Override
    public synchronized void halt(Duration limit) throws IOException {
        listen();
    }

    @Override
    public synchronized Testimony testify(
            Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
            throws IOException {
        listen();
        if (forgetful) {
            running = finished ? Optional.empty() : running;
            return new Testimony.Contradicts("its counter jumped");
        }
        running = Optional.empty();
        return new Testimony.Knows(
                Cash.none("USD"), Cash.none("USD"), false, Evidence.RECORD, "its record says that nothing moved");
    }

    @Override
    public void close() {}

    private void listen() throws IOException {
        if (mute) {
            throw new IOException("it does not answer");
        }
    }

    /// The machine as what stands behind an address.
    public Devices devices() {
        return new Devices() {
            @Override
            public DeviceAddress address() {
                throw new UnsupportedOperationException("nobody asks");
            }

            @Override
            public Optional<ReceiptPrinter> printer() {
                return Optional.empty();
            }

            @Override
            public Optional<CashDrawer> drawer() {
                return Optional.empty();
            }

            @Override
            public Optional<MoneyProtocol> cashMachine() {
                return Optional.of(PretendMachine.this);
            }

            @Override
            public void close() {
                PretendMachine.this.close();
            }
        };
    }
}
