package org.countinghouse.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.device.CashMachine;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;

/// A recycler: it takes only denominations it knows, pays only what it holds, jams when told, and remembers every
/// payment.
final class SimulatedCashMachine implements CashMachine, CashMachinePeer {
    private static final String ADDRESS = "simulated:cash-machine/";

    /// Where the driver meets the machines that were started.
    private static final Map<String, SimulatedCashMachine> STARTED = new ConcurrentHashMap<>();

    private static final int NEVER = Integer.MAX_VALUE;

    private final String name;
    private final Map<String, Dispensing> payments = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Pieces known;
    private Pieces holds;
    private Pieces taken = Pieces.NONE;
    private Pieces tray = Pieces.NONE;
    private boolean taking;
    private boolean jammed;
    private boolean dead;
    private boolean losesAnswer;
    private int jamsAfter = NEVER;

    private SimulatedCashMachine(String name, Pieces filledWith) {
        this.name = name;
        known = filledWith;
        holds = filledWith;
    }

    static SimulatedCashMachine started(String name, Pieces filledWith) {
        var machine = new SimulatedCashMachine(name, filledWith);
        if (STARTED.putIfAbsent(name, machine) != null) {
            throw new IllegalStateException("a cash machine \"" + name + "\" is running already");
        }
        return machine;
    }

    static Optional<SimulatedCashMachine> at(DeviceAddress address) {
        return Optional.ofNullable(STARTED.get(address.target().substring("cash-machine/".length())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of(ADDRESS + name);
    }

    @Override
    public synchronized State state() {
        if (dead) {
            return State.NO_ANSWER;
        }
        if (jammed) {
            return State.JAMMED;
        }
        return taking ? State.TAKING : State.READY;
    }

    @Override
    public synchronized Stock stock() {
        return dead ? new Stock.NoAnswer(silence()) : new Stock.Holds(holds);
    }

    @Override
    public synchronized Depositing beginDeposit(String reference) {
        if (dead) {
            return new Depositing.NoAnswer(silence());
        }
        if (jammed) {
            return new Depositing.Jammed();
        }
        if (taking) {
            return new Depositing.Busy("a deposit is open");
        }
        taking = true;
        taken = Pieces.NONE;
        return new Depositing.Taking();
    }

    @Override
    public synchronized Deposited deposited() {
        if (dead) {
            return new Deposited.NoAnswer(silence());
        }
        return taking ? new Deposited.SoFar(taken) : new Deposited.NotTaking();
    }

    @Override
    public synchronized DepositEnd endDeposit() {
        if (dead) {
            return new DepositEnd.NoAnswer(silence());
        }
        if (!taking) {
            return new DepositEnd.NotTaking();
        }
        taking = false;
        return new DepositEnd.Kept(taken);
    }

    /// A jammed machine cannot give anything back: it keeps what it took and says so.
    @Override
    public synchronized DepositEnd cancelDeposit() {
        if (dead) {
            return new DepositEnd.NoAnswer(silence());
        }
        if (!taking) {
            return new DepositEnd.NotTaking();
        }
        taking = false;
        if (jammed) {
            return new DepositEnd.GivenBack(Pieces.NONE, taken);
        }
        holds = holds.minus(taken);
        tray = tray.plus(taken);
        return new DepositEnd.GivenBack(taken, Pieces.NONE);
    }

    @Override
    public Dispensing dispense(Pieces pieces, String reference) {
        var answer = pay(pieces, reference);
        tellListeners();
        return answer;
    }

    @Override
    public synchronized Optional<Dispensing> answerTo(String reference) {
        return dead ? Optional.of(new Dispensing.NoAnswer(silence())) : Optional.ofNullable(payments.get(reference));
    }

    private synchronized Dispensing pay(Pieces pieces, String reference) {
        if (dead) {
            return new Dispensing.NoAnswer(silence());
        }
        var before = payments.get(reference);
        if (before != null) {
            return before;
        }
        if (jammed) {
            return new Dispensing.Jammed();
        }
        if (taking) {
            return new Dispensing.Busy("a deposit is open");
        }
        var missing = holds.lacking(pieces);
        if (!missing.isNone()) {
            return new Dispensing.NotEnough(missing);
        }
        var answer = paid(pieces);
        payments.put(reference, answer);
        boolean lost = losesAnswer;
        losesAnswer = false;
        return lost ? new Dispensing.NoAnswer(silence()) : answer;
    }

    private Dispensing paid(Pieces pieces) {
        var out = firstOf(pieces, jamsAfter);
        holds = holds.minus(out);
        tray = tray.plus(out);
        if (out.equals(pieces)) {
            return new Dispensing.Paid(pieces);
        }
        jammed = true;
        jamsAfter = NEVER;
        return new Dispensing.PartlyPaid(out, pieces.minus(out));
    }

    /// Machines pay from the largest piece down.
    private static Pieces firstOf(Pieces pieces, int count) {
        var out = Pieces.NONE;
        int left = count;
        for (var each : pieces.counts().reversed().entrySet()) {
            int some = Math.min(left, each.getValue());
            out = out.plus(Pieces.of(each.getKey(), some));
            left -= some;
        }
        return out;
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean takes;
        synchronized (this) {
            takes = taking && !jammed && !dead && known.counts().containsKey(denomination);
            if (takes) {
                var piece = Pieces.of(denomination, 1);
                taken = taken.plus(piece);
                holds = holds.plus(piece);
            }
        }
        tellListeners();
        return takes;
    }

    @Override
    public void play(Scene scene) {
        synchronized (this) {
            switch (scene) {
                case JAMMED -> jammed = true;
                case CLEARED -> jammed = false;
                case DEAD -> dead = true;
                case ALIVE -> dead = false;
                case NEXT_ANSWER_LOST -> losesAnswer = true;
            }
        }
        tellListeners();
    }

    @Override
    public synchronized void jamAfter(int pieces) {
        jamsAfter = pieces;
    }

    @Override
    public synchronized Pieces holds() {
        return holds;
    }

    @Override
    public synchronized Pieces takeFromTray() {
        var out = tray;
        tray = Pieces.NONE;
        return out;
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        STARTED.remove(name, this);
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }

    private String silence() {
        return name + " does not answer";
    }
}
