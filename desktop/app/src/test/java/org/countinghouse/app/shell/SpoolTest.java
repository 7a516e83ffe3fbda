package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.device.PrintJob;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Slip RECEIPT = Slip.titled("RECEIPT 7").text("3.50").build();

    private final ToyPrinter printer = new ToyPrinter();
    private final OnPaper onPaper = OnPaper.untilTheEnd();
    private long nanos;
    private Spool spool = new Spool(printer, () -> nanos, onPaper);

    @AfterEach
    void close() {
        printer.letGo();
        spool.close();
    }

    @Test
    void aDoublePressPrintsOnce() {
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(print()).as("the same press").isInstanceOf(Printed.Out.class);
        assertThat(printer.printed()).containsExactly(RECEIPT);
    }

    @Test
    void whatIsAskedForLaterIsADuplicate() {
        print();
        nanos += Duration.ofSeconds(3).toNanos();
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(printer.printed()).containsExactly(RECEIPT, RECEIPT.marked("DUPLICATE"));
        assertThat(spool.jobs()).extracting(Spool.Slot::duplicate).containsExactly(false, true);
    }

    @Test
    void twentyPeopleAtTheCounterPrintOneSlip() throws ExecutionException, InterruptedException {
        printer.hold();
        var presses = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> spool.print(receipt(), Duration.ZERO)))
                .toList();
        for (var press : presses) {
            assertThat(press.get()).isInstanceOf(Printed.OnItsWay.class);
        }
        nanos += Duration.ofSeconds(30).toNanos();
        assertThat(spool.print(receipt(), Duration.ZERO)).isInstanceOf(Printed.OnItsWay.class);
        printer.letGo();
        spool.settle(PATIENCE);
        assertThat(printer.printed()).containsExactly(RECEIPT);
    }

    @Test
    void aReprintPressedTwicePrintsOneDuplicate() {
        print();
        nanos += Duration.ofSeconds(3).toNanos();
        printer.hold();
        assertThat(spool.printAgain(1, Duration.ZERO)).isInstanceOf(Printed.OnItsWay.class);
        nanos += Duration.ofSeconds(3).toNanos();
        assertThat(spool.printAgain(1, Duration.ZERO)).isInstanceOf(Printed.OnItsWay.class);
        printer.letGo();
        spool.settle(PATIENCE);
        assertThat(spool.printAgain(2, PATIENCE)).isInstanceOf(Printed.Out.class);
        nanos += Duration.ofSeconds(3).toNanos();
        assertThat(spool.jobs()).hasSize(3);
        assertThat(printer.printed()).hasSize(3);
    }

    @Test
    void whatWasNotBegunIsPrintedLaterWithoutAMark() {
        printer.state = PrinterState.OUT_OF_PAPER;
        var refused = (Printed.NotOut) print();
        assertThat(refused.job().why()).isEqualTo(PrintJob.Why.OUT_OF_PAPER);
        assertThat(onPaper.holds("7")).isFalse();
        printer.state = PrinterState.READY;
        assertThat(print()).isInstanceOf(Printed.Out.class);
        assertThat(printer.printed()).containsExactly(RECEIPT);
    }

    @Test
    void whatMayBeOnPaperIsADuplicateAfterARestart() {
        printer.answer = new Printing.Unknown("the cable was cut");
        assertThat(print()).isInstanceOf(Printed.Unknown.class);
        spool.close();
        printer.answer = new Printing.Printed();
        spool = new Spool(printer, () -> nanos, onPaper);
        print();
        assertThat(printer.printed()).containsExactly(RECEIPT, RECEIPT.marked("DUPLICATE"));
        nanos += Duration.ofSeconds(3).toNanos();
        print();
        assertThat(printer.printed().getLast()).as("marked once").isEqualTo(RECEIPT.marked("DUPLICATE"));
    }

    @Test
    void aRefusedDuplicateIsStillADuplicate() {
        print();
        spool.close();
        spool = new Spool(printer, () -> nanos, onPaper);
        printer.answer = new Printing.Refused("busy");
        assertThat(print()).isInstanceOf(Printed.NotOut.class);
        printer.answer = new Printing.Printed();
        print();
        assertThat(printer.printed().getLast()).isEqualTo(RECEIPT.marked("DUPLICATE"));
        assertThat(onPaper.holds("7")).isTrue();
    }

    @Test
    void figuresSoFarAreNewEachTime() {
        var x = new Spool.Wish("x", RECEIPT, false, "DUPLICATE", true);
        spool.print(x, PATIENCE);
        nanos += Duration.ofSeconds(3).toNanos();
        spool.print(x, PATIENCE);
        assertThat(printer.printed()).containsExactly(RECEIPT, RECEIPT);
        assertThat(spool.jobs()).extracting(Spool.Slot::tellsCash).containsExactly(true, true);
    }

    @Test
    void tooManyWaitingAreRefusedAndAClosedSpoolPrintsNothing() {
        printer.hold();
        Printed last = new Printed.Gone();
        for (int i = 0; i < 30 && !(last instanceof Printed.Full); i++) {
            last = spool.print(new Spool.Wish("slip " + i, RECEIPT.marked("" + i), true, "D", false), Duration.ZERO);
        }
        assertThat(last).isEqualTo(new Printed.Full(20));
        printer.letGo();
        spool.close();
        assertThat(print()).isInstanceOf(Printed.Gone.class);
    }

    @Test
    void aSlipTakenBackIsToldAsSuch() {
        printer.hold();
        spool.print(new Spool.Wish("6", RECEIPT, true, "D", false), Duration.ZERO);
        var waiting = (Printed.OnItsWay) spool.print(receipt(), Duration.ZERO);
        assertThat(spool.takeBack(waiting.job().number())).map(Printed::of).containsInstanceOf(Printed.TakenBack.class);
        assertThat(spool.takeBack(99)).isEmpty();
    }

    private Printed print() {
        return spool.print(receipt(), PATIENCE);
    }

    private static Spool.Wish receipt() {
        return new Spool.Wish("7", RECEIPT, true, "DUPLICATE", false);
    }
}
