package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.MoneyProtocol;

/// The smallest cash machine there can be, without bytes: metal, one connection at a time, and one way
/// of telling what it did. The rules about money are tried on it exhaustively and fast; the protocols
/// are tried on their simulators.
final class ModelMachine implements CashMachinePeer {
    static final String CURRENCY = "USD";

    /// What it remembers.
    enum Memory {
        /// Its transactions, by number.
        RECORD,
        /// How many commands it took and what the last one paid.
        COUNTERS,
        /// Only what is inside.
        INVENTORY,
        /// Not even that.
        NOTHING
    }

    private final Metal metal;
    private final Memory memory;
    private final Troubles troubles = new Troubles();
    private final Pieces filledWith;
    private int connection;
    private boolean stalled;
    private boolean dead;
    private boolean open;
    private boolean forgets;
    private long orders;
    private String lastId = "";
    private List<Denomination> toPay = List.of();
    private Cash paid = Cash.none(CURRENCY);
    private boolean over = true;
    private boolean held;
    private Pieces taken = Pieces.NONE;
    private Optional<Runnable> nextPiece = Optional.empty();

    ModelMachine(Memory memory, Pieces filledWith) {
        this.memory = memory;
        this.filledWith = filledWith;
        metal = new Metal(filledWith, filledWith.counts().keySet(), 1000);
    }

    MoneyProtocol connected() {
        return new Line();
    }

    @Override
    public String name() {
        return "model " + memory;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("model:" + memory.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public void whenChanged(Runnable listener) {}

    @Override
    public void close() {}

    @Override
    public synchronized boolean insert(Denomination denomination) {
        boolean in = open && metal.take(denomination);
        if (in) {
            taken = taken.plus(Pieces.of(denomination, 1));
        }
        return in;
    }

    @Override
    public synchronized void play(Scene scene) {
        switch (scene) {
            case JAMMED -> metal.jam();
            case CLEARED -> metal.clear();
            case DEAD -> dead = true;
            case ALIVE -> {
                dead = false;
                stalled = false;
            }
            case POWER_CYCLE -> power(false);
            case MEMORY_LOST -> power(true);
            case CABLE_CUT -> connection++;
            case SECOND_HOST -> pieceForAnother();
            case BEZEL_TAKEN -> metal.bezelTaken();
            case BEZEL_RETRACTED -> metal.bezelRetracted();
            case REJECT_NEXT_PIECE -> metal.rejectNext();
            case DROP_NEXT_COMMAND,
                    DROP_NEXT_REPLY,
                    DUPLICATE_NEXT_REPLY,
                    DAMAGE_NEXT_REPLY,
                    STALL_AFTER_NEXT,
                    POWER_CYCLE_DURING_NEXT,
                    MEMORY_LOST_DURING_NEXT,
                    HOLD_NEXT_IN_BEZEL -> troubles.await(scene);
        }
    }

    @Override
    public void jamAfter(int pieces) {
        metal.jamAfter(pieces);
    }

    @Override
    public void refill(Pieces pieces) {
        metal.refill(pieces);
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

    private void pieceForAnother() {
        var smallest = filledWith.counts().firstKey();
        orders++;
        lastId = "another's";
        toPay = List.of();
        paid = Cash.none(CURRENCY);
        if (metal.pay(smallest) == Metal.Paying.OUT) {
            paid = Cash.of(CURRENCY, Pieces.of(smallest, 1));
        }
        over = true;
    }

    private void power(boolean memoryLost) {
        connection++;
        over = true;
        toPay = List.of();
        open = false;
        if (memoryLost) {
            orders = 0;
            lastId = "";
            paid = Cash.none(CURRENCY);
            forgets = true;
        }
    }

    /// Pays the next piece, if one is due.
    private void work() {
        nextPiece.ifPresent(Runnable::run);
    }

    private void payOne() {
        if (over || toPay.isEmpty()) {
            over = true;
            return;
        }
        boolean last = toPay.size() == 1;
        if (last && troubles.strikes(Scene.HOLD_NEXT_IN_BEZEL)) {
            held = metal.present(toPay.getFirst()) == Metal.Paying.OUT;
            count();
            over = true;
            return;
        }
        switch (metal.pay(toPay.getFirst())) {
            case OUT -> count();
            case REJECTED -> {
                return;
            }
            case EMPTY, JAMMED -> over = true;
        }
        if (troubles.strikes(Scene.POWER_CYCLE_DURING_NEXT)) {
            power(false);
        } else if (troubles.strikes(Scene.MEMORY_LOST_DURING_NEXT)) {
            power(true);
        } else if (toPay.isEmpty()) {
            over = true;
        }
    }

    private void count() {
        paid = Cash.of(CURRENCY, paid.pieces().orElseThrow().plus(Pieces.of(toPay.getFirst(), 1)));
        toPay = toPay.subList(1, toPay.size());
    }

    private static List<Denomination> pieces(Intent intent) {
        var pieces = new ArrayList<Denomination>();
        if (intent.ask() instanceof Intent.Ask.Exactly exactly) {
            exactly.pieces().counts().forEach((denomination, count) -> {
                for (int i = 0; i < count; i++) {
                    pieces.add(denomination);
                }
            });
        }
        return pieces;
    }

    /// One near end. A new greeting takes the place of the old one.
    private final class Line implements MoneyProtocol {
        private int mine = -1;
        private boolean shut;

        @Override
        public String name() {
            return ModelMachine.this.name();
        }

        @Override
        public Greeting greet(Duration limit) throws IOException {
            synchronized (ModelMachine.this) {
                if (dead) {
                    throw new IOException("nobody answers");
                }
                mine = ++connection;
                stalled = false;
                var slots = filledWith.counts().keySet().stream()
                        .map(each -> new Slot(each, false, true))
                        .toList();
                return new Greeting("model", "7", slots, false, false, false);
            }
        }

        @Override
        public Sight look() throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                var counters = new TreeMap<String, Long>();
                if (memory == Memory.COUNTERS) {
                    counters.put("orders", orders);
                }
                var alarms = held ? List.of(Alarm.of(Alarm.Kind.NOTE_HELD, "held")) : List.<Alarm>of();
                var state = open
                        ? Sight.State.TAKING
                        : metal.isJammed() ? Sight.State.JAMMED : over ? Sight.State.READY : Sight.State.PAYING;
                work();
                return new Sight(
                        state,
                        memory == Memory.NOTHING ? Optional.empty() : Optional.of(metal.holds()),
                        counters,
                        memory == Memory.RECORD ? Optional.of(lastId) : Optional.empty(),
                        alarms);
            }
        }

        @Override
        public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                if (troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
                    throw lost();
                }
                obey(intent);
                if (troubles.strikes(Scene.DROP_NEXT_REPLY) || troubles.strikes(Scene.DAMAGE_NEXT_REPLY)) {
                    throw lost();
                }
                troubles.strikes(Scene.DUPLICATE_NEXT_REPLY);
                stalled = troubles.strikes(Scene.STALL_AFTER_NEXT);
                return new Begun.Accepted();
            }
        }

        private void obey(Intent intent) {
            orders++;
            lastId = intent.id().toString();
            toPay = pieces(intent);
            paid = Cash.none(CURRENCY);
            held = false;
            forgets = false;
            taken = Pieces.NONE;
            boolean in = intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
            open = in;
            over = in;
            nextPiece = in ? Optional.empty() : Optional.of(ModelMachine.this::payOne);
        }

        @Override
        public Progress follow(Duration limit) throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                if (stalled) {
                    work();
                    throw lost();
                }
                if (open) {
                    return new Progress.Moving(Cash.of(CURRENCY, taken), false);
                }
                boolean wasOver = over;
                work();
                listening();
                if (!over) {
                    return new Progress.Moving(paid, held);
                }
                boolean deposit = nextPiece.isEmpty();
                return wasOver || toPay.isEmpty() || metal.isJammed() ? end(deposit) : new Progress.Quiet();
            }
        }

        private Progress end(boolean deposit) {
            var moved = deposit ? Cash.of(CURRENCY, taken) : paid;
            Optional<DeviceFault> fault =
                    metal.isJammed() && !toPay.isEmpty() ? Optional.of(DeviceFault.JAMMED) : Optional.empty();
            return new Progress.Ended(moved, Cash.none(CURRENCY), fault, held, "ended");
        }

        @Override
        public void finish(boolean giveBack, Duration limit) throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                open = false;
                over = true;
            }
        }

        @Override
        public void halt(Duration limit) throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                toPay = List.of();
                over = true;
            }
        }

        @Override
        public Testimony testify(
                Intent intent, Sight baseline, Optional<String> reference, boolean sameEpoch, Duration limit)
                throws IOException {
            synchronized (ModelMachine.this) {
                listening();
                if (!over) {
                    work();
                    return new Testimony.StillMoving(paid);
                }
                boolean deposit = intent.purpose() == Intent.Purpose.TAKE;
                var moved = deposit ? Cash.of(CURRENCY, taken) : paid;
                var none = Cash.none(CURRENCY);
                return switch (memory) {
                    case RECORD -> {
                        if (lastId.equals(intent.id().toString())) {
                            yield new Testimony.Knows(moved, none, held, Evidence.RECORD, "its record");
                        }
                        yield lastId.equals(baseline.record().orElseThrow()) && !forgets
                                ? new Testimony.NeverHeard(Evidence.RECORD, "its record is the old one")
                                : new Testimony.Contradicts("its record is another's");
                    }
                    case COUNTERS -> {
                        long before = baseline.counters().getOrDefault("orders", 0L);
                        if (orders == before && !forgets) {
                            yield new Testimony.NeverHeard(Evidence.COUNTERS, "its counter did not move");
                        }
                        yield orders == before + 1 && !forgets && !lastId.equals("another's")
                                ? new Testimony.Knows(moved, none, held, Evidence.COUNTERS, "its counter")
                                : new Testimony.Contradicts("its counter jumped");
                    }
                    case INVENTORY, NOTHING -> new Testimony.Silent("it keeps no record");
                };
            }
        }

        @Override
        public void close() {
            shut = true;
        }

        private void listening() throws IOException {
            if (shut || dead || mine != connection) {
                throw new IOException("the cable broke");
            }
        }

        private IOException lost() {
            return new IOException("no answer");
        }
    }
}
