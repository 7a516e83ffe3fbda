package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentJournal;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.simulator.FaultMatrix.Cell;
import org.countinghouse.simulator.FaultMatrix.Fault;
import org.countinghouse.simulator.FaultMatrix.Kill;
import org.countinghouse.simulator.FaultMatrix.Moment;
import org.countinghouse.simulator.FaultMatrix.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are wrong in the ways such programs are wrong. The matrix must catch each.
class ExactlyOnceControlsTest {
    private static final Cell REPLY_LOST = cell(new Fault.Waiting(Scene.DROP_NEXT_REPLY), false, Optional.empty());
    private static final Cell KILLED_WHEN_TAKEN =
            cell(new Fault.None(), false, Optional.of(new Kill(IntentState.ACKED, Moment.AFTER)));

    @TempDir
    Path folder;

    @Test
    void aJournalThatDoesNotWriteDownThatItSendsIsCaught() {
        UnaryOperator<IntentJournal> forgetful = journal -> new Passing(journal) {
            @Override
            public void keep(String machine, Step step) {
                if (step.state() == IntentState.ARMED || step.state() == IntentState.VOID) {
                    super.keep(machine, step);
                }
            }
        };
        assertThat(verdict(ModelMachine.Memory.RECORD, KILLED_WHEN_TAKEN, forgetful, each -> each))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void aProgramThatTakesSilenceForNoIsCaught() {
        UnaryOperator<MoneyProtocol> credulous = protocol -> new PassingProtocol(protocol) {
            @Override
            public Testimony testify(
                    Intent intent, Sight baseline, Optional<String> reference, boolean same, Duration limit) {
                return new Testimony.NeverHeard(Evidence.RECORD, "no answer came");
            }
        };
        assertThat(verdict(ModelMachine.Memory.RECORD, REPLY_LOST, each -> each, credulous))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void aDriverThatSendsAgainIsCaught() {
        UnaryOperator<MoneyProtocol> stubborn = protocol -> new PassingProtocol(protocol) {
            @Override
            public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep)
                    throws IOException {
                try {
                    return super.begin(intent, baseline, limit, keep);
                } catch (IOException _) {
                    for (int i = 0; i < 3; i++) {
                        super.follow(limit);
                    }
                    return super.begin(intent, baseline, limit, keep);
                }
            }
        };
        assertThat(verdict(ModelMachine.Memory.RECORD, REPLY_LOST, each -> each, stubborn))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void aProgramThatBelievesAnInventoryAfterARefillIsCaught() {
        UnaryOperator<MoneyProtocol> counting = protocol -> new PassingProtocol(protocol) {
            @Override
            public Testimony testify(
                    Intent intent, Sight baseline, Optional<String> reference, boolean same, Duration limit)
                    throws IOException {
                while (super.testify(intent, baseline, reference, same, limit) instanceof Testimony.StillMoving) {
                    // Until it has paid.
                }
                var gone = baseline.holdings().orElseThrow().all().total("USD")
                        - look().holdings().orElseThrow().all().total("USD");
                return new Testimony.Knows(
                        Cash.amount("USD", Math.max(0, gone)), Cash.none("USD"), false, Evidence.INVENTORY, "counted");
            }
        };
        var refilled = cell(new Fault.None(), true, Optional.of(new Kill(IntentState.ACKED, Moment.AFTER)));
        assertThat(verdict(ModelMachine.Memory.INVENTORY, refilled, each -> each, counting))
                .isEqualTo(Verdict.WRONG);
    }

    private Verdict verdict(
            ModelMachine.Memory memory,
            Cell cell,
            UnaryOperator<IntentJournal> journals,
            UnaryOperator<MoneyProtocol> protocols) {
        return new FaultMatrix(new ExactlyOnceTest.Model(memory), ExactlyOnceTest.QUICK, folder)
                .run(cell, journals, protocols)
                .verdict();
    }

    private static Cell cell(Fault fault, boolean refill, Optional<Kill> kill) {
        return new Cell(Intent.Purpose.PAY, fault, refill, kill);
    }

    /// A journal as it is.
    private static class Passing implements IntentJournal {
        private final IntentJournal journal;

        Passing(IntentJournal journal) {
            this.journal = journal;
        }

        @Override
        public void plan(String machine, Intent intent) {
            journal.plan(machine, intent);
        }

        @Override
        public void keep(String machine, Step step) {
            journal.keep(machine, step);
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

    /// A protocol as it is.
    private static class PassingProtocol implements MoneyProtocol {
        private final MoneyProtocol protocol;

        PassingProtocol(MoneyProtocol protocol) {
            this.protocol = protocol;
        }

        @Override
        public String name() {
            return protocol.name();
        }

        @Override
        public Greeting greet(Duration limit) throws IOException {
            return protocol.greet(limit);
        }

        @Override
        public Sight look() throws IOException {
            return protocol.look();
        }

        @Override
        public Begun begin(Intent intent, Sight baseline, Duration limit, Consumer<String> keep) throws IOException {
            return protocol.begin(intent, baseline, limit, keep);
        }

        @Override
        public Progress follow(Duration limit) throws IOException {
            return protocol.follow(limit);
        }

        @Override
        public void finish(boolean giveBack, Duration limit) throws IOException {
            protocol.finish(giveBack, limit);
        }

        @Override
        public void halt(Duration limit) throws IOException {
            protocol.halt(limit);
        }

        @Override
        public Testimony testify(
                Intent intent, Sight baseline, Optional<String> reference, boolean same, Duration limit)
                throws IOException {
            return protocol.testify(intent, baseline, reference, same, limit);
        }

        @Override
        public void close() {
            protocol.close();
        }
    }
}
