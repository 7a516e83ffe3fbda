package org.countinghouse.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Glory cash recycler with its controller, as seen from the network: SOAP at one port, with events
/// told back, and socket.io at another.
final class SimulatedGlory implements CashMachinePeer {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedGlory.class);
    private static final int ROOM = 100;
    private static final int NEAR_EMPTY = 5;
    private static final int NEAR_FULL = 90;
    private static final int REMEMBERED = 1000;
    private static final int DUPLICATE = 96;
    private static final int PARAMETER = 98;
    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int COLLECTED = 8;
    private static final long[] EUROS = {5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
    private static final Set<String> MONEY = Set.of(
            "Change",
            "Cashout",
            "Collect",
            "StartCashin",
            "EndCashin",
            "CashinCancel",
            "StartReplenishmentFromEntrance",
            "EndReplenishmentFromEntrance",
            "ReplenishmentFromEntranceCancel");

    private final String name;
    private final Set<Denomination> known;
    private final Metal metal;
    private final Troubles troubles = new Troubles();
    private final GloryVault vault;
    private final GlorySessions sessions = new GlorySessions();
    private final GloryLinks links;
    private final GloryDoor door;
    private final GlorySocketIo line;
    private final boolean bySocketIo;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> executed = new LinkedHashSet<>();
    private volatile boolean silent;
    private volatile boolean tellsAnswers = true;
    private volatile boolean wantsVerification;
    private String unfinished = "";
    private long transaction = 1000;

    /// @param onLoopback whether it may bring events to 127.0.0.1
    /// @param bySocketIo whether its address is the one of its socket.io port
    SimulatedGlory(String name, Pieces filledWith, Duration pieceEvery, boolean onLoopback, boolean bySocketIo)
            throws IOException {
        this.name = name;
        this.bySocketIo = bySocketIo;
        known = known(filledWith);
        metal = new Metal(filledWith, known, ROOM);
        links = new GloryLinks(onLoopback);
        vault = new GloryVault(metal, troubles, pieceEvery, new Surroundings());
        door = new GloryDoor(name, this::soap);
        line = new GlorySocketIo(name, new Behind());
    }

    static SimulatedGlory started(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedGlory(name, filledWith, pieceEvery, true, false);
    }

    static SimulatedGlory bySocketIo(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedGlory(name, filledWith, pieceEvery, true, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return DeviceAddress.of("glory:tcp://127.0.0.1:"
                + (bySocketIo ? line.port() + "?channel=socket.io" : door.port() + "?events=0"));
    }

    @Override
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean taken = vault.insert(denomination);
        changed();
        return taken;
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case JAMMED -> vault.jam();
            case CLEARED -> vault.clear();
            case DEAD -> silent = true;
            case ALIVE -> silent = false;
            case DROP_NEXT_COMMAND,
                    DROP_NEXT_REPLY,
                    DUPLICATE_NEXT_REPLY,
                    DAMAGE_NEXT_REPLY,
                    STALL_AFTER_NEXT,
                    POWER_CYCLE_DURING_NEXT,
                    MEMORY_LOST_DURING_NEXT,
                    REJECT_NEXT_PIECE,
                    HOLD_NEXT_IN_BEZEL -> troubles.await(scene);
            case POWER_CYCLE -> powerFails(true);
            case MEMORY_LOST -> powerFails(false);
            case BEZEL_TAKEN -> vault.bezel(true);
            case BEZEL_RETRACTED -> vault.bezel(false);
            case CABLE_CUT -> {
                door.cut();
                links.cut();
                line.cut();
            }
            case SECOND_HOST -> vault.paySmallest();
        }
        changed();
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
        door.close();
        links.close();
        line.close();
        vault.powerFails();
    }

    /// Only the event links break.
    void cutEvents() {
        links.cut();
    }

    /// Whether answers are told over the event links as well. Real machines do.
    void tellsAnswers(boolean tells) {
        tellsAnswers = tells;
    }

    /// Whether it asks for its inventory to be verified.
    void wantsVerification(boolean wants) {
        wantsVerification = wants;
    }

    /// Whether a new session of the same user takes the machine over.
    void takesOver(boolean takes) {
        sessions.takesOver(takes);
    }

    /// All sessions end, as after a long silence.
    void sessionsEnd() {
        sessions.forgetAll();
    }

    /// Nobody is let in over socket.io without this password.
    void wantsPassword(String password) {
        line.wantsPassword(password);
    }

    /// How often a near end at its socket.io port shall give signs of life.
    void wantsSigns(Duration every, Duration within) {
        line.wantsSigns(every, within);
    }

    /// How many transactions it has begun since its memory was last lost.
    synchronized int executed() {
        return executed.size();
    }

    /// What a request led to, and what becomes of the answer on its way.
    ///
    /// @param copies how many times it comes
    record Obeyed(GloryAnswer answer, boolean money, int copies, boolean damaged) {
        String soap() {
            return broken(answer.soap());
        }

        String event() {
            return broken(answer.event());
        }

        private String broken(String text) {
            return damaged ? text.substring(0, text.length() * 2 / 3) + "<<" : text;
        }
    }

    private Optional<String> soap(String xml) {
        if (silent) {
            return Optional.empty();
        }
        try {
            var obeyed = obey(GloryAsked.read(xml));
            obeyed.ifPresent(each -> tellOthers(each, line::tell));
            return obeyed.map(Obeyed::soap);
        } catch (IOException e) {
            LOG.debug("{}: {}", name, e.getMessage());
            return Optional.of(new GloryAnswer("Unknown", PARAMETER, "", _ -> "").soap());
        }
    }

    /// @return empty when nobody hears an answer
    private Optional<Obeyed> obey(GloryAsked asked) throws IOException {
        return MONEY.contains(asked.name()) ? moved(asked) : Optional.of(new Obeyed(told(asked), false, 1, false));
    }

    /// Answers about money are told to everybody who listens.
    private void tellOthers(Obeyed obeyed, Consumer<String> bySocketIo) {
        for (int i = 0; i < obeyed.copies() && obeyed.money() && tellsAnswers && !silent; i++) {
            links.tell(obeyed.answer().event());
            bySocketIo.accept(obeyed.answer().event());
        }
    }

    /// Everything that may move money, and what may go wrong with it.
    private Optional<Obeyed> moved(GloryAsked asked) throws IOException {
        if (troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
            return Optional.empty();
        }
        boolean dropped = troubles.strikes(Scene.DROP_NEXT_REPLY);
        boolean twice = troubles.strikes(Scene.DUPLICATE_NEXT_REPLY);
        boolean damaged = troubles.strikes(Scene.DAMAGE_NEXT_REPLY);
        silent |= troubles.strikes(Scene.STALL_AFTER_NEXT);
        try {
            var answer = move(asked);
            changed();
            return dropped || silent ? Optional.empty() : Optional.of(new Obeyed(answer, true, twice ? 2 : 1, damaged));
        } catch (GloryVault.PowerFailed _) {
            remember(asked);
            return Optional.empty();
        }
    }

    private GloryAnswer told(GloryAsked asked) {
        return switch (asked.name()) {
            case "Open" -> {
                String session = sessions.open(asked.text("User"));
                yield GloryAnswer.of(asked, 0, p -> GloryAnswer.element(p, "SessionID", session));
            }
            case "Close" -> GloryAnswer.plain(asked, sessions.end(asked.session()));
            case "Occupy" -> GloryAnswer.plain(asked, sessions.occupy(asked.session()));
            default -> {
                int may = sessions.mayAsk(asked.session());
                yield may == GlorySessions.OK ? toldInSession(asked) : GloryAnswer.plain(asked, may);
            }
        };
    }

    private GloryAnswer toldInSession(GloryAsked asked) {
        return switch (asked.name()) {
            case "Release" -> GloryAnswer.plain(asked, sessions.release(asked.session()));
            case "Status" -> GloryAnswer.of(asked, 0, p -> GloryAnswer.status(p, vault.status()) + verification(p));
            case "Inventory" -> inventory(asked);
            case "RegisterEvent" -> {
                var answer = GloryAnswer.plain(asked, links.register(asked.text("Url"), asked.text("Port")));
                tell("<HeartBeatEvent><SerialNo>SIMULATED</SerialNo></HeartBeatEvent>");
                tellUnfinished();
                yield answer;
            }
            case "UnRegisterEvent" -> GloryAnswer.plain(asked, links.unregister(asked.text("Url"), asked.text("Port")));
            case "ChangeCancel" -> {
                vault.cancel();
                yield GloryAnswer.plain(asked, 0);
            }
            case "Reset" -> {
                vault.reset();
                yield GloryAnswer.of(asked, 0, p -> GloryAnswer.status(p, vault.status()));
            }
            case "AdjustTime", "LockUnit", "UnLockUnit" -> GloryAnswer.plain(asked, 0);
            default -> GloryAnswer.plain(asked, PARAMETER);
        };
    }

    private GloryAnswer move(GloryAsked asked) throws IOException {
        int may = sessions.mayMove(asked.session());
        if (may != GlorySessions.OK) {
            return GloryAnswer.plain(asked, may);
        }
        String id = execute(asked.sequence());
        if (id.isEmpty()) {
            return GloryAnswer.plain(asked, DUPLICATE);
        }
        return switch (asked.name()) {
            case "Change" -> changed(asked, id);
            case "Cashout" -> out(asked, id, OUT, vault.pay(asked.pieces()));
            case "Collect" -> out(asked, id, COLLECTED, vault.collect(asked.pieces()));
            case "StartCashin" -> GloryAnswer.plain(asked, vault.open(false));
            case "StartReplenishmentFromEntrance" -> GloryAnswer.plain(asked, vault.open(true));
            case "EndCashin" -> in(asked, id, vault.keep(false));
            case "EndReplenishmentFromEntrance" -> in(asked, id, vault.keep(true));
            case "CashinCancel" -> back(asked, id, vault.giveBack(false));
            default -> back(asked, id, vault.giveBack(true));
        };
    }

    /// Only payouts: this machine plays no sales.
    private GloryAnswer changed(GloryAsked asked, String id) {
        String amount = asked.text("Amount");
        if (!amount.matches("-[1-9][0-9]{0,11}")) {
            return GloryAnswer.plain(asked, PARAMETER);
        }
        var outcome = vault.pay(-Long.parseLong(amount));
        return GloryAnswer.of(
                asked,
                outcome.result(),
                p -> GloryAnswer.element(p, "TransactionId", id)
                        + GloryAnswer.element(p, "Amount", amount)
                        + GloryAnswer.element(p, "ManualDeposit", "0")
                        + GloryAnswer.status(p, vault.status())
                        + GloryAnswer.cash(p, IN, Pieces.NONE)
                        + GloryAnswer.cash(p, OUT, outcome.out()));
    }

    private static GloryAnswer out(GloryAsked asked, String id, int type, GloryVault.Outcome outcome) {
        return GloryAnswer.of(
                asked,
                outcome.result(),
                p -> GloryAnswer.element(p, "TransactionId", id) + GloryAnswer.cash(p, type, outcome.out()));
    }

    private static GloryAnswer in(GloryAsked asked, String id, GloryVault.Outcome outcome) {
        return outcome.result() == GloryVault.EXCLUSIVE
                ? GloryAnswer.plain(asked, outcome.result())
                : GloryAnswer.of(
                        asked,
                        outcome.result(),
                        p -> GloryAnswer.element(p, "TransactionId", id)
                                + GloryAnswer.element(p, "ManualDeposit", "0")
                                + GloryAnswer.cash(p, IN, outcome.in()));
    }

    private static GloryAnswer back(GloryAsked asked, String id, GloryVault.Outcome outcome) {
        return outcome.result() == GloryVault.EXCLUSIVE
                ? GloryAnswer.plain(asked, outcome.result())
                : GloryAnswer.of(
                        asked,
                        outcome.result(),
                        p -> GloryAnswer.element(p, "TransactionId", id)
                                + GloryAnswer.element(p, "ManualDeposit", "0")
                                + GloryAnswer.cash(p, IN, outcome.in())
                                + GloryAnswer.cash(p, OUT, outcome.out()));
    }

    private GloryAnswer inventory(GloryAsked asked) {
        if (vault.status() != GloryVault.IDLE && !metal.isJammed()) {
            return GloryAnswer.plain(asked, GloryVault.EXCLUSIVE);
        }
        return GloryAnswer.of(
                asked,
                0,
                p -> GloryAnswer.cash(p, 3, metal.holds().all()) + "<Cash " + p + "type=\"4\">" + dispensable(p)
                        + "</Cash>");
    }

    private String dispensable(String prefix) {
        var lines = new StringBuilder();
        for (Denomination each : new TreeSet<>(known)) {
            int count = metal.in(Place.RECYCLER).count(each);
            lines.append(GloryAnswer.line(prefix, each, count, fill(count)));
        }
        return lines.toString();
    }

    private static int fill(int count) {
        if (count == 0) {
            return 0;
        }
        if (count >= NEAR_FULL) {
            return count >= ROOM ? 4 : 3;
        }
        return count < NEAR_EMPTY ? 1 : 2;
    }

    private String verification(String prefix) {
        return "<RequireVerifyInfos><RequireVerifyDenominationInfos><RequireVerifyDenomination " + prefix
                + "devid=\"1\" "
                + prefix + "val=\"" + (wantsVerification ? 1 : 0)
                + "\"/></RequireVerifyDenominationInfos></RequireVerifyInfos>";
    }

    /// @return the transaction's own number; empty when the request's number was had before
    private synchronized String execute(String sequence) {
        if (!executed.add(sequence)) {
            return "";
        }
        if (executed.size() > REMEMBERED) {
            executed.remove(executed.iterator().next());
        }
        return Long.toString(++transaction);
    }

    private synchronized void remember(GloryAsked asked) {
        if (executed.contains(asked.sequence())) {
            unfinished = "<IncompleteTransaction><TransactionId>" + transaction + "</TransactionId><TransactionName>"
                    + asked.name() + "</TransactionName></IncompleteTransaction>";
        }
    }

    private synchronized void tellUnfinished() {
        if (!unfinished.isEmpty()) {
            tell(unfinished);
            unfinished = "";
        }
    }

    private void powerFails(boolean memoryKept) {
        synchronized (this) {
            if (!memoryKept) {
                executed.clear();
                transaction = 1000;
                unfinished = "";
            }
        }
        vault.powerFails();
        sessions.forgetAll();
        links.cut();
        door.cut();
        line.cut();
    }

    private void tell(String event) {
        if (!silent) {
            links.tell(event);
            line.tell(event);
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static Set<Denomination> known(Pieces filledWith) {
        var known = new TreeSet<>(filledWith.counts().keySet());
        if (known.isEmpty() || known.first().currency().equals("EUR")) {
            for (long worth : EUROS) {
                known.add(new Denomination("EUR", worth));
            }
        }
        return known;
    }

    private final class Surroundings implements GloryVault.Surroundings {
        @Override
        public void tell(String event) {
            SimulatedGlory.this.tell(event);
        }

        @Override
        public void powerFails(boolean memoryKept) {
            SimulatedGlory.this.powerFails(memoryKept);
        }
    }

    private final class Behind implements GlorySocketIo.Machine {
        @Override
        public boolean isSilent() {
            return silent;
        }

        @Override
        public String openSession(String user) {
            return sessions.open(user);
        }

        @Override
        public Optional<Obeyed> obey(GloryAsked asked) throws IOException {
            return SimulatedGlory.this.obey(asked);
        }

        @Override
        public void tellOthers(Obeyed obeyed, Consumer<String> bySocketIo) {
            SimulatedGlory.this.tellOthers(obeyed, bySocketIo);
        }
    }
}
