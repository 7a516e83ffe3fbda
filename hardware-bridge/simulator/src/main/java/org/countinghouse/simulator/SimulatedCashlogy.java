package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.simulator.PieceByPiece.Ending;

/// A Cashlogy behind its Connector, played at a loopback socket. One command at a time: while a payout
/// runs, only the wish to cancel is heard. Nothing is remembered of what was done; after a loss of
/// power it wants to be initialised.
final class SimulatedCashlogy implements CashMachinePeer, Works.Owner {
    private static final String DONE = "#0#";
    private static final String BUSY = "#ER:BUSY#";
    private static final String BAD_DATA = "#ER:BAD_DATA#";
    private static final String ILLEGAL = "#ER:ILLEGAL#";
    private static final String STACKER = "1";
    private static final int LOW = 3;

    private final String name;
    private final Works works;
    private final FarEnd cable;
    private Optional<Running> running = Optional.empty();
    private boolean accepting;
    private boolean initialised;
    private boolean dead;
    private volatile Runnable listener = () -> {};

    private SimulatedCashlogy(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        this.name = name;
        works = new Works(filledWith, pieceEvery, this);
        cable = new Outlet();
        Thread.ofPlatform().name("cashlogy " + name).daemon().start(this::listen);
    }

    static CashMachinePeer started(String name, Pieces filledWith, Duration pieceEvery) throws IOException {
        return new SimulatedCashlogy(name, filledWith, pieceEvery);
    }

    /// What keeps the machine from hearing other commands.
    ///
    /// @param charge what the customer is to pay; 0 for a payout
    /// @param ours whether its answer goes to whoever is connected
    /// @param fates what becomes of the answer
    private record Running(
            Optional<PieceByPiece> payout, boolean exactly, long charge, boolean cancelled, boolean ours, Fates fates) {
        Running paying(PieceByPiece job) {
            return new Running(Optional.of(job), exactly, charge, cancelled, ours, fates);
        }

        Running cancelling() {
            return new Running(payout, exactly, charge, true, ours, fates);
        }
    }

    /// The troubles that struck a command, kept until its answer is due.
    private record Fates(boolean lost, boolean damaged, boolean twice, boolean stalls) {
        private static final Fates NONE = new Fates(false, false, false, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceAddress address() {
        return cable.cable().through("cashlogy").with("currency", works.currency());
    }

    @Override
    public void whenChanged(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public boolean insert(Denomination denomination) {
        boolean taken = works.insert(denomination);
        if (taken) {
            charged();
            changed();
        }
        return taken;
    }

    @Override
    public void play(Scene scene) {
        switch (scene) {
            case DEAD -> die(true);
            case ALIVE -> die(false);
            case CABLE_CUT -> cable.cut();
            case SECOND_HOST -> secondHost();
            default -> works.play(scene);
        }
    }

    @Override
    public void jamAfter(int pieces) {
        works.metal.jamAfter(pieces);
    }

    @Override
    public void refill(Pieces pieces) {
        works.metal.refill(pieces);
    }

    @Override
    public Holdings holds() {
        return works.metal.holds();
    }

    @Override
    public Pieces paidOut() {
        return works.metal.paidOut();
    }

    @Override
    public Pieces takenIn() {
        return works.metal.takenIn();
    }

    @Override
    public Pieces takeFromTray() {
        return works.metal.takeFromTray();
    }

    @Override
    public void close() {
        works.close();
        cable.close();
    }

    @Override
    public synchronized void over(PieceByPiece payout) {
        var job =
                running.filter(each -> each.payout().filter(it -> it == payout).isPresent());
        if (job.isPresent()) {
            running = Optional.empty();
            if (job.get().ours() && payout.ending() != Ending.POWER_FAILED) {
                answer(told(job.get(), payout), job.get().fates());
            }
        }
    }

    @Override
    public synchronized void powerFailed(boolean memoryKept) {
        running = Optional.empty();
        accepting = false;
        initialised = false;
        cable.cut();
    }

    @Override
    public void changed() {
        listener.run();
    }

    private void listen() {
        var bytes = new byte[4096];
        try {
            while (true) {
                int count = cable.read(bytes);
                var command = CashlogyCommand.of(new String(bytes, 0, count, StandardCharsets.US_ASCII));
                synchronized (this) {
                    command.filter(_ -> !dead).ifPresent(this::hear);
                }
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void hear(CashlogyCommand command) {
        if (command.name().equals("!")) {
            cancel();
        } else if (running.isPresent()) {
            say(BUSY);
        } else if (command.name().equals("I")) {
            initialised = true;
            say("#0#2.5#");
        } else if (!initialised) {
            say(ILLEGAL);
        } else {
            obey(command);
        }
    }

    private void obey(CashlogyCommand command) {
        switch (command.name()) {
            case "P", "U2", "C", "B" -> {
                if (!works.troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
                    move(command);
                }
            }
            case "Q" -> say(accepting ? DONE + works.inMouth().total(works.currency()) + "#" : ILLEGAL);
            case "J" -> say(accepting ? shut() : ILLEGAL);
            case "Y2" ->
                say((isLow() ? "#WR:LEVEL#" : DONE) + kinds(Place.RECYCLER) + "#" + kinds(Place.CASHBOX) + "###");
            case "GI" -> say(DONE + "SIM-1#" + functions() + "#");
            case "?" -> say(troubles(command));
            case "E", "Z" -> say(DONE);
            default -> say(BAD_DATA);
        }
    }

    private void move(CashlogyCommand command) {
        var fates = new Fates(
                works.troubles.strikes(Scene.DROP_NEXT_REPLY),
                works.troubles.strikes(Scene.DAMAGE_NEXT_REPLY),
                works.troubles.strikes(Scene.DUPLICATE_NEXT_REPLY),
                works.troubles.strikes(Scene.STALL_AFTER_NEXT));
        switch (command.name()) {
            case "P" -> pay(command.amount(0), fates);
            case "U2" -> payExactly(command, fates);
            case "C" -> {
                works.openMouth();
                running = Optional.of(new Running(Optional.empty(), false, command.amount(2), false, true, fates));
            }
            default -> {
                works.openMouth();
                accepting = true;
                answer(DONE, fates);
            }
        }
    }

    private void pay(long amount, Fates fates) {
        if (amount < 1) {
            answer(BAD_DATA, fates);
            return;
        }
        var job = works.pay(amount);
        if (job.isEmpty()) {
            answer("#ER:GENERIC#0#0#", fates);
        } else {
            running = Optional.of(new Running(job, false, 0, false, true, fates));
        }
    }

    private void payExactly(CashlogyCommand command, Fates fates) {
        var pieces = command.pieces(0, works.currency());
        if (pieces.isEmpty()
                || !works.metal.in(Place.RECYCLER).lacking(pieces.get()).isNone()) {
            answer(BAD_DATA, fates);
        } else if (command.argument(1).equals(STACKER)) {
            boolean all = PieceByPiece.of(pieces.get()).stream().allMatch(works.metal::toCashbox);
            answer(all ? DONE + written(pieces.get()) + "#" : "#ER:GENERIC##", fates);
        } else {
            var job = works.pay(PieceByPiece.of(pieces.get()));
            running = Optional.of(new Running(Optional.of(job), true, 0, false, true, fates));
        }
    }

    private String shut() {
        works.shutMouth();
        accepting = false;
        return DONE + works.inMouth().total(works.currency()) + "#";
    }

    /// A customer has put in enough: the change, and the end.
    private synchronized void charged() {
        long in = works.inMouth().total(works.currency());
        running.filter(each -> each.charge() > 0 && each.payout().isEmpty() && in >= each.charge())
                .ifPresent(each -> giveBack(each, in - each.charge()));
    }

    private void cancel() {
        var now = running;
        if (now.isEmpty()) {
            say("#WR:CANCEL#");
            return;
        }
        running = Optional.of(now.get().cancelling());
        if (now.get().payout().isPresent()) {
            now.get().payout().get().end(Ending.HALTED);
        } else {
            giveBack(running.get(), works.inMouth().total(works.currency()));
        }
    }

    private void giveBack(Running charge, long back) {
        works.shutMouth();
        var job = back > 0 ? works.pay(back) : Optional.<PieceByPiece>empty();
        if (job.isPresent()) {
            running = Optional.of(charge.paying(job.get()));
        } else {
            running = Optional.empty();
            long in = charge.cancelled() && back == 0 ? 0 : works.inMouth().total(works.currency());
            answer(
                    (charge.cancelled() ? "#WR:CANCEL#" : back > 0 ? "#ER:GENERIC#" : DONE) + in + "#0#0#0#",
                    charge.fates());
        }
    }

    private String told(Running job, PieceByPiece payout) {
        long out = payout.out().total(works.currency());
        boolean whole = payout.ending() == Ending.ALL_OUT;
        String good = isLow() ? "#WR:LEVEL#" : DONE;
        if (job.charge() > 0) {
            long in = works.inMouth().total(works.currency());
            if (job.cancelled() && out == in) {
                return "#WR:CANCEL#0#0#0#0#";
            }
            return (job.cancelled() ? "#WR:CANCEL#" : whole ? good : "#ER:GENERIC#") + in + "#" + out + "#0#0#";
        }
        String status = whole ? good : payout.ending() == Ending.HALTED ? "#WR:CANCEL#" : "#ER:GENERIC#";
        return status + (job.exactly() ? written(payout.out()) + "#" : out + "#0#");
    }

    private void answer(String text, Fates fates) {
        if (fates.stalls()) {
            dead = true;
        } else if (fates.damaged()) {
            say(text.replace('#', '\'').replace('0', '\u0007'));
        } else if (!fates.lost()) {
            say(fates.twice() ? text + text : text);
        }
    }

    private void say(String text) {
        if (!dead) {
            cable.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private synchronized void die(boolean now) {
        dead = now;
    }

    private synchronized void secondHost() {
        var inside = works.metal.in(Place.RECYCLER).counts();
        if (running.isEmpty() && !inside.isEmpty()) {
            var job = works.pay(List.of(inside.firstKey()));
            running = Optional.of(new Running(Optional.of(job), false, 0, false, false, Fates.NONE));
        }
    }

    private boolean isLow() {
        return works.metal.in(Place.RECYCLER).counts().values().stream().anyMatch(count -> count < LOW);
    }

    private String troubles(CashlogyCommand command) {
        if (!works.metal.isJammed()) {
            return DONE + "#";
        }
        return command.arguments().isEmpty() ? DONE + "E101#" : DONE + "E101|1|Piece stuck|Open the cover|||#";
    }

    private String kinds(Place place) {
        return CashlogyCommand.written(works.metal.in(place), works.known());
    }

    private static String written(Pieces pieces) {
        return CashlogyCommand.written(pieces, pieces.counts().keySet());
    }

    /// Everything is taken and paid.
    private String functions() {
        var coins = works.known().stream()
                .filter(each -> !Works.isNote(each))
                .map(each -> each.minorUnits() + ":3")
                .collect(Collectors.joining(","));
        var notes = works.known().stream()
                .filter(Works::isNote)
                .map(each -> each.minorUnits() + ":3")
                .collect(Collectors.joining(","));
        return coins + ";" + notes;
    }
}
