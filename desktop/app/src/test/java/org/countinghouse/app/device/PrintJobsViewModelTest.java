package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.OnPaper;
import org.countinghouse.app.shell.SampleStation;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.ToyPrinter;
import org.countinghouse.device.PrintJob.State;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Without a toolkit: what the screen would be told is done by the test's own thread.
class PrintJobsViewModelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SampleStation station = SampleStation.bakery();
    private final Session session = station.session("dara");
    private final ToyPrinter printer = new ToyPrinter();
    private final ConcurrentLinkedQueue<Runnable> screen = new ConcurrentLinkedQueue<>();
    private long nanos;
    private final Spool spool = new Spool(printer, () -> nanos, OnPaper.untilTheEnd());
    private final PrintJobsViewModel model = new PrintJobsViewModel(
            session, Optional.of(spool), new Background(Runnable::run, screen::add), Optional.empty());
    private Runnable life = () -> {};

    @BeforeEach
    void watch() {
        life = model.watch()::unsubscribe;
    }

    @AfterEach
    void close() {
        life.run();
        printer.letGo();
        spool.close();
    }

    @Test
    void aSlipIsSeenOnItsWayAndCountedOnTheChip() {
        printer.hold();
        place("RECEIPT 7");
        place("RECEIPT 8");
        shows(State.WAITING, State.PRINTING);
        assertThat(model.rows()).extracting(PrintRow::slip).containsExactly("RECEIPT 8", "RECEIPT 7");
        assertThat(model.rows()).extracting(PrintRow::canTakeBack).containsExactly(true, true);
        assertThat(model.rows()).extracting(PrintRow::canPrintAgain).containsExactly(false, false);
        assertThat(model.chipProperty().get())
                .hasValue(new Notice(Tone.INFO, "device.print.chip.waiting", Map.of("count", 2L)));
        assertThat(model.asksForALook()).isFalse();

        printer.letGo();
        shows(State.PRINTED, State.PRINTED);
        assertThat(model.chipProperty().get()).isEmpty();
    }

    @Test
    void aChangeThatWasToldAsTheListWasLeftAsksNothingAnyMore() {
        place("RECEIPT 7");
        shows(State.PRINTED);
        printer.hold();
        place("RECEIPT 8");
        await(() -> !screen.isEmpty());
        life.run();
        show();
        assertThat(model.rows()).extracting(PrintRow::slip).containsExactly("RECEIPT 7");
    }

    @Test
    void whatIsTakenBackWhileItWaitsIsNotPrintedAndWhatIsBeingPrintedIsNotKnown() {
        printer.hold();
        place("RECEIPT 7");
        place("RECEIPT 8");
        shows(State.WAITING, State.PRINTING);

        model.takeBack(2);
        told("device.print.takenBack");
        model.takeBack(1);
        told("device.print.unknown");
        shows(State.CANCELLED, State.PRINT_UNKNOWN);
        assertThat(model.rows().getLast().again()).as("it would say DUPLICATE").isTrue();
        assertThat(model.rows().getFirst().again()).isFalse();
        assertThat(model.rows().getLast().words().details())
                .containsEntry("why", new Notice.Word("device.print.why.takenBack"));
    }

    @Test
    void whatDidNotComeOutAsksForALookUntilSomebodyLooks() {
        printer.state = PrinterState.OUT_OF_PAPER;
        place("RECEIPT 7");
        shows(State.REFUSED);
        assertThat(model.asksForALook()).isTrue();
        assertThat(model.chipProperty().get())
                .hasValue(new Notice(Tone.WARNING, "device.print.chip.notOut", Map.of("count", 1L)));

        model.opened();
        assertThat(model.chipProperty().get()).isEmpty();
        model.closed();
        place("RECEIPT 8");
        shows(State.REFUSED, State.REFUSED);
        assertThat(model.asksForALook()).isTrue();
    }

    @Test
    void whatIsPrintedAgainAsksNoMore() {
        printer.state = PrinterState.COVER_OPEN;
        place("RECEIPT 7");
        shows(State.REFUSED);
        printer.state = PrinterState.READY;
        model.printAgain(1);
        told("report.printed");
        shows(State.PRINTED, State.REFUSED);
        assertThat(model.asksForALook()).isFalse();
        assertThat(printer.printed()).extracting(slip -> slip.lines().size()).containsExactly(1);
    }

    @Test
    void pressedTwiceItIsPrintedAgainOnceAndSaysSo() {
        printer.answer = new Printing.Unknown("the cable was cut");
        place("RECEIPT 7");
        shows(State.PRINT_UNKNOWN);
        printer.answer = new Printing.Printed();
        nanos += Duration.ofSeconds(3).toNanos();
        model.printAgain(1);
        model.printAgain(1);
        shows(State.PRINTED, State.PRINT_UNKNOWN);
        assertThat(model.rows()).extracting(PrintRow::duplicate).containsExactly(true, false);
        assertThat(printer.printed()).hasSize(2);
    }

    @Test
    void nobodySignedInTakesBackOrPrintsAgain() {
        place("RECEIPT 7");
        shows(State.PRINTED);
        session.end();
        assertThat(model.rows()).extracting(PrintRow::canPrintAgain).containsExactly(false);
        model.printAgain(1);
        assertThat(printer.printed()).hasSize(1);

        session.begin(station.person("dara"));
        assertThat(model.rows()).extracting(PrintRow::canPrintAgain).containsExactly(true);
    }

    @Test
    void whoCountsBlindPrintsNoFiguresOfAManagerAgain() {
        spool.print(new Spool.Wish("x", Slip.titled("X").build(), false, "DUPLICATE", true), PATIENCE);
        shows(State.PRINTED);
        assertThat(model.rows().getFirst().canPrintAgain()).isFalse();
        model.printAgain(1);
        assertThat(printer.printed()).hasSize(1);

        session.begin(station.person("maly"));
        assertThat(model.rows().getFirst().canPrintAgain()).isTrue();
    }

    @Test
    void whoLooksIsToldWhatIsWrongWithTheShopsLayouts() {
        var wrong = Notice.of(Tone.WARNING, "device.template.file");
        var other = new PrintJobsViewModel(
                session, Optional.of(spool), new Background(Runnable::run, screen::add), Optional.of(wrong));
        other.opened();
        assertThat(other.noticeProperty().get()).hasValue(wrong);
    }

    @Test
    void whoStoppedWatchingHearsNothing() {
        life.run();
        place("RECEIPT 7");
        spool.settle(PATIENCE);
        show();
        assertThat(model.rows()).isEmpty();
    }

    private void place(String name) {
        spool.print(
                new Spool.Wish(name, Slip.titled(name).text("3.50").build(), true, "DUPLICATE", false), Duration.ZERO);
    }

    private void shows(State... states) {
        until(() -> model.rows().stream().map(PrintRow::state).toList().equals(List.of(states)));
    }

    private void told(String key) {
        until(() -> model.noticeProperty()
                .get()
                .filter(told -> told.key().equals(key))
                .isPresent());
    }

    private void show() {
        for (var next = screen.poll(); next != null; next = screen.poll()) {
            next.run();
        }
    }

    private void until(BooleanSupplier claim) {
        await(() -> {
            show();
            return claim.getAsBoolean();
        });
    }

    private void await(BooleanSupplier claim) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time; now " + model.rows()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
