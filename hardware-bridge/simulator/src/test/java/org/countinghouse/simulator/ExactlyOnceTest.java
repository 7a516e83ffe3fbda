package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Waits;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.simulator.FaultMatrix.Finding;
import org.countinghouse.simulator.FaultMatrix.Verdict;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rules of moving money once, tried exhaustively on the smallest machine.
class ExactlyOnceTest {
    static final Waits QUICK = new Waits(
            Duration.ofMillis(500),
            Duration.ofMillis(200),
            Duration.ofMillis(50),
            Duration.ofMillis(60),
            Duration.ofMillis(300),
            Duration.ofMillis(10),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ZERO);

    /// A build runs a part of them, `--long` all.
    static final int EVERY = System.getProperty("long") != null ? 1 : 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ModelMachine.Memory.class)
    void whateverHappensTheJournalSaysWhatWasPaidOrAPersonCounts(ModelMachine.Memory memory)
            throws InterruptedException {
        report(memory.name(), Intent.Purpose.PAY, findings(memory, Intent.Purpose.PAY));
    }

    @ParameterizedTest
    @EnumSource(ModelMachine.Memory.class)
    void whateverHappensTheJournalSaysWhatWasTakenOrAPersonCounts(ModelMachine.Memory memory)
            throws InterruptedException {
        report(memory.name(), Intent.Purpose.TAKE, findings(memory, Intent.Purpose.TAKE));
    }

    private List<Finding> findings(ModelMachine.Memory memory, Intent.Purpose purpose) throws InterruptedException {
        return new FaultMatrix(new Model(memory), QUICK, folder).run(FaultMatrix.cells(purpose), EVERY);
    }

    static void report(String machine, Intent.Purpose purpose, List<Finding> findings) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        findings.forEach(each -> counts.merge(each.verdict(), 1, Integer::sum));
        System.out.println(machine + " " + purpose + ": " + findings.size() + " cells, " + counts);
        var wrong = new ArrayList<>(findings);
        wrong.removeIf(each -> each.verdict() == Verdict.SETTLED || each.verdict() == Verdict.TO_A_PERSON);
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
    }

    record Model(ModelMachine.Memory memory) implements FaultMatrix.Station {
        @Override
        public CashMachinePeer start() {
            return new ModelMachine(memory, FaultMatrix.FILLED);
        }

        @Override
        public MoneyProtocol connect(CashMachinePeer peer) {
            return ((ModelMachine) peer).connected();
        }
    }
}
