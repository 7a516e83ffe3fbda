package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.FileIntentJournal;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Waits;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol;

/// Every state x every fault x the host killed before, at and after each step, on one kind of machine.
/// A cell pays (or takes) once, lets the fault happen, lets the host die, starts it again, and compares
/// what the journal says with what lies in the tray; then the cashier asks for what is missing, as a
/// cashier would.
final class FaultMatrix {
    static final Denomination SMALL = new Denomination("USD", 25);
    static final Denomination LARGE = new Denomination("USD", 100);
    static final Pieces FILLED = Pieces.of(java.util.Map.of(SMALL, 20, LARGE, 20));
    static final Pieces ASKED = Pieces.of(java.util.Map.of(SMALL, 1, LARGE, 2));

    private static final Duration CELL_LIMIT = Duration.ofSeconds(40);
    private static final int TRIES = 8;
    private static final int SIDE_BY_SIDE = 8;

    private final Station station;
    private final Waits waits;
    private final Path folder;

    /// One kind of machine.
    interface Station {
        CashMachinePeer start() throws IOException;

        /// A near end of it; a program that starts anew takes a new one.
        MoneyProtocol connect(CashMachinePeer peer) throws IOException;

        /// Asks for pieces, where the machine can be told which; otherwise for an amount.
        default Intent.Ask ask(Pieces pieces) {
            return new Intent.Ask.Exactly("USD", pieces);
        }
    }

    FaultMatrix(Station station, Waits waits, Path folder) {
        this.station = station;
        this.waits = waits;
        this.folder = folder;
    }

    /// When the host dies.
    enum Moment {
        /// The step is not written.
        BEFORE,
        /// It is written, and nothing comes after.
        AT,
        /// What comes next is still sent to the machine, and its answer is lost with the host.
        AFTER
    }

    record Kill(IntentState state, Moment moment) {
        @Override
        public String toString() {
            return moment + " " + state;
        }
    }

    /// What goes wrong at the machine.
    sealed interface Fault {
        record None() implements Fault {}

        /// Waits for the next money command.
        record Waiting(Scene scene) implements Fault {}

        /// Happens as soon as this step is written.
        record At(IntentState state, Scene scene) implements Fault {}

        /// So many pieces come out before a jam.
        record JamAfter(int pieces) implements Fault {}

        default boolean isSecondHost() {
            return this instanceof At at && at.scene() == Scene.SECOND_HOST;
        }
    }

    /// @param refill whether somebody fills it by hand while the host is down
    record Cell(Intent.Purpose purpose, Fault fault, boolean refill, Optional<Kill> kill) {
        @Override
        public String toString() {
            return purpose + " " + fault + (refill ? " refilled" : "")
                    + kill.map(each -> ", killed " + each).orElse("");
        }
    }

    /// What came of a cell.
    enum Verdict {
        SETTLED,
        /// A person had to count.
        TO_A_PERSON,
        /// The journal and the tray differ, or it paid twice.
        WRONG,
        /// It never came to an end.
        STUCK
    }

    record Finding(Cell cell, Verdict verdict, String words) {}

    /// All of them.
    static List<Cell> cells(Intent.Purpose purpose) {
        var cells = new ArrayList<Cell>();
        for (Optional<Kill> kill : kills()) {
            for (boolean refill : new boolean[] {false, true}) {
                faults(purpose).forEach(fault -> cells.add(new Cell(purpose, fault, refill, kill)));
            }
        }
        return cells;
    }

    private static List<Optional<Kill>> kills() {
        var kills = new ArrayList<Optional<Kill>>();
        kills.add(Optional.empty());
        for (IntentState state : IntentState.values()) {
            for (Moment moment : Moment.values()) {
                kills.add(Optional.of(new Kill(state, moment)));
            }
        }
        return kills;
    }

    private static List<Fault> faults(Intent.Purpose purpose) {
        var faults = new ArrayList<Fault>();
        faults.add(new Fault.None());
        for (Scene scene : Scene.values()) {
            switch (scene) {
                case DROP_NEXT_COMMAND, DROP_NEXT_REPLY, DUPLICATE_NEXT_REPLY, DAMAGE_NEXT_REPLY, STALL_AFTER_NEXT ->
                    faults.add(new Fault.Waiting(scene));
                case POWER_CYCLE_DURING_NEXT, MEMORY_LOST_DURING_NEXT, REJECT_NEXT_PIECE, HOLD_NEXT_IN_BEZEL -> {
                    if (purpose == Intent.Purpose.PAY) {
                        faults.add(new Fault.Waiting(scene));
                    }
                }
                case POWER_CYCLE, MEMORY_LOST, CABLE_CUT, SECOND_HOST, JAMMED, DEAD -> {
                    for (IntentState state : List.of(
                            IntentState.PLANNED,
                            IntentState.ARMED,
                            IntentState.SENT,
                            IntentState.ACKED,
                            IntentState.MOVING)) {
                        faults.add(new Fault.At(state, scene));
                    }
                }
                case CLEARED, ALIVE, BEZEL_TAKEN, BEZEL_RETRACTED -> {}
            }
        }
        for (int pieces = 0; pieces < 3 && purpose == Intent.Purpose.PAY; pieces++) {
            faults.add(new Fault.JamAfter(pieces));
        }
        return faults;
    }

    /// Runs cells side by side: most of a cell is waiting.
    ///
    /// @param every how many of the cells are run: 1 for all, 7 for each seventh
    List<Finding> run(List<Cell> cells, int every) throws InterruptedException {
        try (var side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var tasks = new ArrayList<Callable<Finding>>();
            for (int i = 0; i < cells.size(); i += every) {
                var cell = cells.get(i);
                tasks.add(() -> run(cell));
            }
            var findings = new ArrayList<Finding>();
            for (Future<Finding> each : side.invokeAll(tasks)) {
                findings.add(each.resultNow());
            }
            return findings;
        }
    }

    Finding run(Cell cell) {
        return run(cell, journal -> journal, protocol -> protocol);
    }

    /// @param journals what stands before the journal, to play one that is not what it should be
    Finding run(Cell cell, UnaryOperator<IntentJournal> journals, UnaryOperator<MoneyProtocol> protocols) {
        try (var peer = station.start()) {
            return new Run(cell, peer, journals, protocols).finding();
        } catch (IOException e) {
            return new Finding(cell, Verdict.STUCK, "the machine did not start: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(cell, Verdict.STUCK, "interrupted");
        }
    }

    private final class Run {
        private final Cell cell;
        private final CashMachinePeer peer;
        private final UnaryOperator<IntentJournal> journals;
        private final UnaryOperator<MoneyProtocol> protocols;
        private final Path file = folder.resolve(UUID.randomUUID() + ".journal");

        Run(
                Cell cell,
                CashMachinePeer peer,
                UnaryOperator<IntentJournal> journals,
                UnaryOperator<MoneyProtocol> protocols) {
            this.cell = cell;
            this.peer = peer;
            this.journals = journals;
            this.protocols = protocols;
        }

        Finding finding() throws IOException, InterruptedException {
            var ask = cell.purpose() == Intent.Purpose.PAY ? station.ask(ASKED) : new Intent.Ask.Open("USD");
            var intent = new Intent(UUID.randomUUID(), cell.purpose(), ask, "matrix", Optional.empty());
            long before = moved();
            firstLife(intent);
            somebodyTakesCareOfIt();
            if (cell.refill()) {
                peer.refill(ASKED);
            }
            return laterLives(intent, before);
        }

        /// The jam is cleared, the machine switched on, and what it holds out is taken.
        private void somebodyTakesCareOfIt() {
            peer.play(Scene.CLEARED);
            peer.play(Scene.ALIVE);
            peer.play(Scene.BEZEL_TAKEN);
        }

        /// Until it ends, or the host dies.
        private void firstLife(Intent intent) throws IOException, InterruptedException {
            try (var kept = FileIntentJournal.at(file)) {
                var host = new MortalHost(journals.apply(kept), cell.kill());
                var protocol = host.watching(protocols.apply(station.connect(peer)));
                try (var machine = CashMachine.over(protocol, host, waits)) {
                    machine.look();
                    switch (cell.fault()) {
                        case Fault.None() -> {}
                        case Fault.Waiting(var scene) -> peer.play(scene);
                        case Fault.At(var state, var scene) -> host.whenWritten(state, () -> peer.play(scene));
                        case Fault.JamAfter(var pieces) -> peer.jamAfter(pieces);
                    }
                    var outcome = machine.perform(intent, _ -> {});
                    if (intent.purpose() == Intent.Purpose.TAKE) {
                        customerPays(host, outcome);
                        machine.finish(false);
                    }
                    await(host, outcome);
                }
            }
        }

        /// Puts two pieces in, as soon as the mouth is open.
        private void customerPays(MortalHost host, CompletableFuture<Outcome> outcome) throws InterruptedException {
            int in = 0;
            for (int i = 0; i < 100 && in < 2 && !host.isDead() && !outcome.isDone(); i++) {
                if (peer.insert(SMALL)) {
                    in++;
                }
                Thread.sleep(1);
            }
        }

        private void await(MortalHost host, CompletableFuture<Outcome> outcome) throws InterruptedException {
            long end = System.nanoTime() + CELL_LIMIT.toNanos();
            while (!host.isDead() && !outcome.isDone() && System.nanoTime() < end) {
                Thread.sleep(1);
            }
        }

        /// The host is started again, looks into what is open, and the cashier asks for what is
        /// missing.
        private Finding laterLives(Intent intent, long before) throws IOException, InterruptedException {
            try (var kept = FileIntentJournal.at(file);
                    var machine =
                            CashMachine.over(protocols.apply(station.connect(peer)), journals.apply(kept), waits)) {
                for (int i = 0; i < TRIES && undecided(machine); i++) {
                    // What the machine began when the host died may be held out only now.
                    somebodyTakesCareOfIt();
                    await(machine.reconcile(_ -> {}));
                }
                if (undecided(machine)) {
                    return found(Verdict.STUCK, "still open: " + machine.open());
                }
                var record = kept.find(intent.id());
                if (record.isPresent() && record.get().state() == IntentState.DISPUTED) {
                    return disputed(moved() - before);
                }
                long journal = record.map(each -> each.moved().minorUnits()).orElse(0L);
                if (!agrees(journal, moved() - before)) {
                    return found(
                            Verdict.WRONG,
                            "journal %d, really %d: %s"
                                    .formatted(
                                            journal,
                                            moved() - before,
                                            record.map(each -> each.steps()
                                                            .getLast()
                                                            .toString())
                                                    .orElse("")));
                }
                return cell.purpose() == Intent.Purpose.PAY
                        ? remainder(machine, journal, before)
                        : found(Verdict.SETTLED, "");
            }
        }

        /// Another host's piece is none of ours.
        private boolean agrees(long journal, long really) {
            return journal == really || cell.fault().isSecondHost() && journal + SMALL.minorUnits() == really;
        }

        private Finding disputed(long really) {
            long most = ASKED.total("USD") + (cell.fault().isSecondHost() ? SMALL.minorUnits() : 0);
            return cell.purpose() == Intent.Purpose.PAY && really > most
                    ? found(Verdict.WRONG, "paid " + really)
                    : found(Verdict.TO_A_PERSON, "");
        }

        /// The cashier asks for what is missing until it is there, or a person has to count. What had
        /// waited for the next command may strike only now.
        private Finding remainder(CashMachine machine, long settled, long before)
                throws InterruptedException, IOException {
            long paid = settled;
            for (int i = 0; i < TRIES && paid < ASKED.total("USD"); i++) {
                var rest = Pieces.of(SMALL, (int) ((ASKED.total("USD") - paid) / SMALL.minorUnits()));
                var again =
                        new Intent(UUID.randomUUID(), Intent.Purpose.PAY, station.ask(rest), "rest", Optional.empty());
                var outcome = await(machine.perform(again, _ -> {}));
                somebodyTakesCareOfIt();
                for (int j = 0; j < TRIES && outcome instanceof Outcome.Open; j++) {
                    outcome = await(machine.reconcile(_ -> {})).getFirst();
                    somebodyTakesCareOfIt();
                }
                switch (outcome) {
                    case Outcome.Disputed _ -> {
                        return disputed(moved() - before);
                    }
                    case Outcome.Open open -> {
                        return found(Verdict.STUCK, "the rest is open: " + open);
                    }
                    case Outcome.Settled done -> paid += done.moved().minorUnits();
                    case Outcome.NotStarted _ -> {}
                }
            }
            long really = moved() - before;
            return agrees(paid, really) && paid == ASKED.total("USD")
                    ? found(Verdict.SETTLED, "")
                    : found(Verdict.WRONG, "in the end " + really + ", by the journal " + paid);
        }

        private boolean undecided(CashMachine machine) {
            return machine.open().stream().anyMatch(each -> each.state() != IntentState.DISPUTED);
        }

        /// What customers really got or is held out to them, or what the mouth really took.
        private long moved() {
            return switch (cell.purpose()) {
                case PAY -> peer.paidOut().plus(peer.holds().in(Place.BEZEL)).total("USD");
                case TAKE, FILL -> peer.takenIn().total("USD");
                case COLLECT -> throw new IllegalStateException("not in the matrix");
            };
        }

        private Finding found(Verdict verdict, String words) {
            return new Finding(cell, verdict, words);
        }

        private static <T> T await(CompletableFuture<T> answer) throws IOException, InterruptedException {
            try {
                return answer.get(CELL_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IOException("no outcome: " + e, e);
            }
        }
    }
}
