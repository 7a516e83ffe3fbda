package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.Look;
import org.countinghouse.app.shell.MemoryDrafts;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.TrainingBegan;
import org.countinghouse.ledger.people.TrainingEnded;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// A training whose devices start slowly, and then not at all.
class RehearsalTest {
    private static final long LIMIT_SECONDS = 60;

    private final SampleStation station = SampleStation.bakery();
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    private Counter.Ports ports() {
        var ports = station.ports(Executors.newVirtualThreadPerTaskExecutor());
        return new Counter.Ports(
                ports.shop(),
                ports.desk(),
                ports.pins(),
                ports.papers(),
                ports.spool(),
                ports.layouts(),
                ports.drawer(),
                ports.devices(),
                ports.cloud(),
                ports.clock(),
                ports.ids(),
                ports.worker(),
                Look.untilTheEnd(),
                Optional.of(this::prepare),
                new MemoryDrafts(),
                ports.setup(),
                Optional.empty(),
                ports.machines(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private TrainingRoom.Prepared prepare(Language language) {
        asked.incrementAndGet();
        try {
            if (!started.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new StationFault("no port is free");
    }

    @Test
    void theCounterWorksWhileTheDevicesStartAndEverythingCountsWhenTheyDoNot() {
        station.order(new Command.OpenShift(
                station.shop.till(), List.of(Cash.of(station.money("100.00"))), Optional.empty()));
        try (var glass = new Glass(_ -> ports(), station::pin, Language.ENGLISH)) {
            glass.signIn("dara");
            glass.await("#moves");
            glass.press("#train");
            glass.until(() -> asked.get() == 1);
            glass.press("#train");
            assertThat(glass.words()).contains("The training begins: the simulated devices are being started.");
            new FxRobot().push(KeyCode.F8);
            glass.await(".dialog");
            new FxRobot().push(KeyCode.ESCAPE);
            started.countDown();
            glass.until(() -> glass.words()
                    .contains("The training could not begin: no port is free. Everything here counts. Try again, or"
                            + " call support."));
            assertThat(Glass.on(() -> glass.find("#trainingBand"))).isNull();
        }
        assertThat(asked).hasValue(1);
        assertThat(station.desk.facts(TrainingBegan.class)).hasSize(1);
        assertThat(station.desk.facts(TrainingEnded.class)).hasSize(1);
    }
}
