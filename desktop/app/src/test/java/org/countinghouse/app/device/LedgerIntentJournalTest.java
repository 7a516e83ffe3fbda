package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.PluggedDesk;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.money.Waits;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of moving money once, on the real ledger with a disk that fails.
class LedgerIntentJournalTest {
    private static final Waits QUICK = new Waits(
            Duration.ofMillis(500),
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMillis(10),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ZERO);

    @TempDir
    Path folder;

    private Station station;
    private final FailingDisk disk = new FailingDisk();
    private Desk desk;
    private LedgerIntentJournal journal;
    private final PretendMachine protocol = new PretendMachine().filled(Map.of(20, 5, 5, 5));

    /// A disk that fails from some order of a machine's step on.
    private static final class FailingDisk {
        private int left = Integer.MAX_VALUE;
        private boolean writesAllTheSame;

        void failAfter(int steps, boolean written) {
            left = steps;
            writesAllTheSame = written;
        }

        void heal() {
            left = Integer.MAX_VALUE;
        }

        Answer perform(Desk desk, Order order) {
            if (!(order.command() instanceof Command.StepMachine)) {
                return desk.perform(order);
            }
            if (left > 0) {
                left--;
                return desk.perform(order);
            }
            if (writesAllTheSame) {
                desk.perform(order);
            }
            return new Answer.NotRecording("the disk is full");
        }
    }

    @BeforeEach
    void open() {
        station =
                Station.open(folder, () -> ShopFile.sample(SampleShop.PHNOM_PENH), Optional.empty(), Clock.systemUTC());
        desk = new PluggedDesk(station.desk(), disk::perform);
        journal = new LedgerIntentJournal(
                desk, station.reader()::find, new StepMoney(station.currencies()), station.till());
    }

    @AfterEach
    void close() {
        station.close();
    }

    private Intent pay() {
        var pieces = Pieces.of(Map.of(new Denomination("USD", 2000), 1, new Denomination("USD", 500), 1));
        var intent = new Intent(
                station.ids().next(),
                Intent.Purpose.PAY,
                new Intent.Ask.Exactly("USD", pieces),
                "change",
                Optional.empty());
        journal.asks(intent.id(), "dara", Optional.empty());
        return intent;
    }

    private long owed() {
        Currency dollars = station.currencies().apply("USD");
        return station.desk()
                .ask(books -> books.balance(Account.owed(station.till()), dollars))
                .minorUnits();
    }

    private void isWhole() {
        assertThat(new Verifier(folder, station.currencies(), _ -> {}).verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void theLedgersStagesAreTheDevicesStates() {
        assertThat(Stage.values()).extracting(Enum::name).isEqualTo(names(IntentState.values()));
        assertThat(Purpose.values()).extracting(Enum::name).isEqualTo(names(Intent.Purpose.values()));
        for (IntentState state : IntentState.values()) {
            assertThat(Stage.valueOf(state.name()).isSettled()).as("%s", state).isEqualTo(state.isSettled());
            for (IntentState next : IntentState.values()) {
                assertThat(Stage.valueOf(state.name()).leadsTo(Stage.valueOf(next.name())))
                        .as("%s to %s", state, next)
                        .isEqualTo(state.leadsTo(next));
            }
        }
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    @Test
    void aPaymentIsInTheLedgerStepByStepAndReadBackAsItWas() {
        var intent = pay();
        try (var machine = CashMachine.over(protocol, journal, QUICK)) {
            assertThat(machine.pay(intent)).isInstanceOf(Outcome.Settled.class);
        }
        var record = journal.find(intent.id()).orElseThrow();
        assertThat(record.intent()).isEqualTo(intent);
        assertThat(record.steps())
                .extracting(step -> step.state().name())
                .containsExactly("PLANNED", "ARMED", "SENT", "ACKED", "SETTLED_FULL");
        assertThat(record.baseline().orElseThrow().holdings()).isPresent();
        var afresh = new LedgerIntentJournal(
                desk, station.reader()::find, new StepMoney(station.currencies()), station.till());
        assertThat(afresh.find(intent.id())).contains(record);
        assertThat(afresh.open(protocol.name())).isEmpty();
        assertThat(owed()).isEqualTo(25_00);
        isWhole();
    }

    @Test
    void whatIsKnownIsToldAgainAndPaysNothing() {
        var intent = pay();
        try (var machine = CashMachine.over(protocol, journal, QUICK)) {
            machine.pay(intent);
            assertThat(machine.pay(intent)).isInstanceOf(Outcome.Settled.class);
        }
        assertThat(protocol.commands()).isEqualTo(1);
        assertThat(owed()).isEqualTo(25_00);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aDiskThatFailsBeforeTheCommandSendsNothing(int steps) {
        failing(steps, false);
        failing(steps, true);
    }

    private void failing(int steps, boolean written) {
        disk.failAfter(steps, written);
        var intent = pay();
        try (var machine = CashMachine.over(protocol, journal, QUICK)) {
            assertThat(machine.pay(intent)).isInstanceOf(Outcome.NotStarted.class);
            assertThat(protocol.commands()).isZero();
            disk.heal();
            machine.reconcile(_ -> {}).orTimeout(5, TimeUnit.SECONDS).join();
        }
        // Who cannot say whether "sent" was written asks the machine, whose record says that nothing moved.
        assertThat(journal.open(protocol.name())).isEmpty();
        assertThat(owed()).isZero();
        isWhole();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aDiskThatFailsAfterTheCommandLeavesThePaymentOpenUntilItIsProved(int steps) {
        disk.failAfter(steps, false);
        var intent = pay();
        try (var machine = CashMachine.over(protocol, journal, QUICK)) {
            assertThat(machine.pay(intent)).isInstanceOf(Outcome.Open.class);
        }
        assertThat(protocol.commands()).isEqualTo(1);
        assertThat(journal.open(protocol.name())).hasSize(1);
        assertThat(owed()).isEqualTo(25_00);
        disk.heal();
        try (var machine = CashMachine.over(protocol, journal, QUICK)) {
            var other = machine.pay(pay());
            assertThat(other).isInstanceOf(Outcome.NotStarted.class);
            machine.reconcile(_ -> {}).orTimeout(5, TimeUnit.SECONDS).join();
        }
        assertThat(protocol.commands()).isEqualTo(1);
        assertThat(journal.find(intent.id()).orElseThrow().state().isSettled()).isTrue();
        isWhole();
    }

    @Test
    void aStepWhoseAnswerWasLostStandsOnce() {
        var intent = pay();
        disk.failAfter(0, true);
        assertThatThrownBy(() -> journal.plan(protocol.name(), intent)).isInstanceOf(IntentJournal.Unavailable.class);
        disk.heal();
        long before = station.reader().lastSequence();
        journal.plan(protocol.name(), intent);
        assertThat(station.reader().lastSequence()).isEqualTo(before);
        assertThat(journal.open(protocol.name())).hasSize(1);
    }

    @Test
    void aMachineThatTalksWithoutEndIsCutShort() {
        var intent = pay();
        journal.plan(protocol.name(), intent);
        var none = Cash.none("USD");
        var voided = new Step(
                intent.id(),
                IntentState.VOID,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                false,
                Optional.empty(),
                "x".repeat(2_000_000));
        journal.keep(protocol.name(), voided);
        long written = station.reader().lastSequence();
        journal.keep(protocol.name(), voided);
        assertThat(station.reader().lastSequence()).isEqualTo(written);
        assertThat(journal.find(intent.id()).orElseThrow().words()).hasSize(1_000);
        var other = pay();
        journal.plan(protocol.name(), other);
        var endless = new Step(
                other.id(),
                IntentState.VOID,
                Optional.empty(),
                Optional.of("7".repeat(100_000)),
                none,
                none,
                false,
                Optional.empty(),
                "");
        assertThatThrownBy(() -> journal.keep(protocol.name(), endless)).isInstanceOf(IntentJournal.Unavailable.class);
    }

    @Test
    void whatNobodyAskedForIsNotBegun() {
        var intent = new Intent(
                UUID.fromString("0192f0c8-7b1a-7c3e-9d52-3f1b2c4d5e6f"),
                Intent.Purpose.TAKE,
                new Intent.Ask.Open("USD"),
                "",
                Optional.empty());
        assertThatThrownBy(() -> journal.plan(protocol.name(), intent)).isInstanceOf(IntentJournal.Unavailable.class);
        assertThat(journal.refusal(intent.id())).isPresent();
        assertThat(protocol.commands()).isZero();
    }

    @Test
    void aCurrencyNobodyKnowsIsNotBegun() {
        var intent =
                new Intent(station.ids().next(), Intent.Purpose.TAKE, new Intent.Ask.Open("XXQ"), "", Optional.empty());
        journal.asks(intent.id(), "dara", Optional.empty());
        assertThatThrownBy(() -> journal.plan(protocol.name(), intent)).isInstanceOf(IntentJournal.Unavailable.class);
    }
}
