package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.FileIntentJournal;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashMachineTest {
    private static final Pieces TWO = Pieces.of(FaultMatrix.LARGE, 2);

    @TempDir
    Path folder;

    private FileIntentJournal journal;
    private ModelMachine peer;
    private CashMachine machine;

    @BeforeEach
    void start() throws IOException {
        journal = FileIntentJournal.at(folder.resolve("journal"));
        start(ModelMachine.Memory.NOTHING, journal);
    }

    @AfterEach
    void stop() throws IOException {
        machine.close();
        journal.close();
    }

    @Test
    void whatWasAskedIsPaidAndTheSameIntentNeverPaysTwice() {
        var intent = pay(TWO);

        var first = (Outcome.Settled) machine.pay(intent);
        var again = (Outcome.Settled) machine.pay(intent);

        assertThat(first.state()).isEqualTo(IntentState.SETTLED_FULL);
        assertThat(again.moved()).isEqualTo(first.moved());
        assertThat(peer.paidOut()).isEqualTo(TWO);
    }

    @Test
    void aJamOnTheWayTellsWhatIsMissing() {
        machine.look();
        peer.jamAfter(1);

        var outcome = (Outcome.Settled) machine.pay(pay(TWO));

        assertThat(outcome.state()).isEqualTo(IntentState.SETTLED_PARTIAL);
        assertThat(outcome.remainder()).isEqualTo(100);
        assertThat(outcome.fault()).contains(DeviceFault.JAMMED);
    }

    @Test
    void whatItDoesNotHoldIsRefusedBeforeAnythingIsSent() throws IOException {
        stop();
        journal = FileIntentJournal.at(folder.resolve("other"));
        start(ModelMachine.Memory.INVENTORY, journal);
        var intent = pay(Pieces.of(FaultMatrix.LARGE, 21));

        assertThat(machine.pay(intent)).isEqualTo(new Outcome.NotStarted(DeviceFault.REFUSED, "it lacks 1 x USD 100"));
        assertThat(journal.find(intent.id()).orElseThrow().state()).isEqualTo(IntentState.VOID);
    }

    @Test
    void whileOneIsNotSettledNothingElseIsBegunUntilAPersonCounts() throws Exception {
        machine.look();
        var lost = pay(TWO);
        peer.play(Scene.DROP_NEXT_REPLY);
        assertThat(machine.pay(lost)).isInstanceOf(Outcome.Disputed.class);
        assertThat(machine.health().level()).isEqualTo(DeviceHealth.Level.WARNING);

        assertThat(machine.pay(pay(TWO))).isInstanceOf(Outcome.NotStarted.class);
        var counted = machine.settle(lost.id(), Cash.of("USD", TWO), Cash.none("USD"), "maly")
                .get(5, TimeUnit.SECONDS);

        assertThat(counted).isInstanceOf(Outcome.Settled.class);
        assertThat(machine.open()).isEmpty();
        assertThat(machine.pay(pay(Pieces.of(FaultMatrix.SMALL, 1)))).isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void aDepositTellsItsRunningTotalAndIsKept() throws Exception {
        var told = new CompletableFuture<Cash>();
        var intent = new Intent(
                UUID.randomUUID(), Intent.Purpose.TAKE, new Intent.Ask.Open("USD"), "sale 1", Optional.empty());
        var outcome = machine.perform(intent, step -> {
            if (step.moved().minorUnits() == 125) {
                told.complete(step.moved());
            }
        });
        insert(FaultMatrix.LARGE);
        insert(FaultMatrix.SMALL);
        assertThat(told.get(5, TimeUnit.SECONDS).pieces())
                .contains(Pieces.of(Map.of(FaultMatrix.LARGE, 1, FaultMatrix.SMALL, 1)));

        machine.finish(false);

        var settled = (Outcome.Settled) outcome.get(5, TimeUnit.SECONDS);
        assertThat(settled.moved().minorUnits()).isEqualTo(125);
        assertThat(peer.insert(FaultMatrix.SMALL)).as("the mouth is shut").isFalse();
    }

    @Test
    void whatCannotBeWrittenDownIsNotSent() throws Exception {
        for (int failing = 1; failing <= 3; failing++) {
            machine.close();
            start(ModelMachine.Memory.RECORD, new FailingAt(journal, failing));
            var failed = machine.perform(pay(TWO), _ -> {});
            assertThat(failed.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.NotStarted.class);
            assertThat(peer.paidOut()).as("write " + failing).isEqualTo(Pieces.NONE);
        }
    }

    @Test
    void whatCannotBeWrittenWhileMoneyMovesIsWrittenWhenItCan() {
        machine.close();
        start(ModelMachine.Memory.RECORD, new FailingAt(journal, 4));
        var intent = pay(TWO);

        assertThat(machine.pay(intent)).isInstanceOf(Outcome.Settled.class);
        assertThat(journal.find(intent.id()).orElseThrow().steps().stream().map(Step::state))
                .containsSubsequence(IntentState.SENT, IntentState.ACKED, IntentState.MOVING, IntentState.SETTLED_FULL);
    }

    @Test
    void aJournalThatWasCutOffForgetsOnlyWhatWasNeverAcknowledged() throws IOException {
        machine.pay(pay(TWO));
        stop();
        Path file = folder.resolve("journal");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, "machine=model\tintent=ha", StandardOpenOption.APPEND);

        journal = FileIntentJournal.at(file);

        assertThat(journal.open(machine.name())).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThatThrownBy(() -> FileIntentJournal.at(file)).hasMessageContaining("in use by another program");
    }

    @Test
    void aDamagedLineIsToldAndNothingIsBelievedPastIt() throws IOException {
        machine.pay(pay(TWO));
        stop();
        Path file = folder.resolve("journal");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> FileIntentJournal.at(file)).hasMessageContaining("is damaged in line");
        Files.delete(file);
        journal = FileIntentJournal.at(file);
    }

    private void start(ModelMachine.Memory memory, IntentJournal kept) {
        peer = new ModelMachine(memory, FaultMatrix.FILLED);
        machine = CashMachine.over(peer.connected(), kept, ExactlyOnceTest.QUICK);
    }

    private void insert(org.countinghouse.device.Denomination piece) throws InterruptedException {
        for (int i = 0; i < 1000 && !peer.insert(piece); i++) {
            Thread.sleep(1);
        }
    }

    private static Intent pay(Pieces pieces) {
        return new Intent(
                UUID.randomUUID(),
                Intent.Purpose.PAY,
                new Intent.Ask.Exactly("USD", pieces),
                "change",
                Optional.empty());
    }

    /// A disk that refuses one write.
    private static final class FailingAt implements IntentJournal {
        private final IntentJournal journal;
        private final AtomicInteger until;

        FailingAt(IntentJournal journal, int write) {
            this.journal = journal;
            until = new AtomicInteger(write);
        }

        @Override
        public void plan(String machine, Intent intent) {
            count();
            journal.plan(machine, intent);
        }

        @Override
        public void keep(String machine, Step step) {
            count();
            journal.keep(machine, step);
        }

        private void count() {
            if (until.decrementAndGet() == 0) {
                throw new Unavailable("the disk is full", new IOException("ENOSPC"));
            }
        }

        @Override
        public List<IntentRecord> open(String machine) {
            return journal.open(machine);
        }

        @Override
        public Optional<IntentRecord> find(UUID intent) {
            return journal.find(intent);
        }
    }
}
