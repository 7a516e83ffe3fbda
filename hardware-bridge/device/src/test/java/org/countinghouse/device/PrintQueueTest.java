package org.countinghouse.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.PrintJob.State;
import org.countinghouse.device.PrintQueue.Placing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrintQueueTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Slip SLIP = slip("sale 17");

    private final ToyPrinter printer = new ToyPrinter();
    private final PrintQueue queue = new PrintQueue(printer);

    @AfterEach
    void close() {
        printer.let.countDown();
        queue.close();
    }

    @Test
    void whoPlacesASlipDoesNotWaitAndSeesEveryState() {
        var states = new CopyOnWriteArrayList<State>();
        queue.whenChanged(job -> states.add(job.state()));

        await(place(SLIP), State.PRINTED);

        until(() -> states.size() == 3);
        assertThat(states).containsExactly(State.WAITING, State.PRINTING, State.PRINTED);
        assertThat(printer.printed).containsExactly(SLIP);
    }

    @Test
    void slipsComeOutInTheOrderTheyWerePlacedAndTooManyAreRefused() {
        printer.holds = true;
        await(place(SLIP), State.PRINTING);
        for (int i = 0; i < PrintQueue.ROOM; i++) {
            place(slip("slip " + i));
        }

        assertThat(queue.place(SLIP, SOON)).isEqualTo(new Placing.Full(PrintQueue.ROOM));
        printer.let.countDown();
        until(() -> queue.jobs().stream().allMatch(job -> job.state() == State.PRINTED));
        assertThat(printer.printed.subList(1, 4)).extracting(Slip::title).containsExactly("slip 0", "slip 1", "slip 2");
    }

    @Test
    void aSlipThatWaitedTooLongIsNeverPrinted() {
        printer.holds = true;
        await(place(SLIP), State.PRINTING);

        await(number(queue.place(slip("late"), Duration.ofMillis(30))), State.LATE);
        printer.let.countDown();
        await(place(slip("next")), State.PRINTED);
        assertThat(printer.printed).extracting(Slip::title).containsExactly("sale 17", "next");
    }

    @Test
    void aSlipInTheMiddleAtItsDeadlineIsUnknownAndItsReprintIsADuplicate() {
        printer.holds = true;
        long number = number(queue.place(SLIP, Duration.ofMillis(50)));

        await(number, State.PRINT_UNKNOWN);
        printer.holds = false;
        long again = number(queue.printAgain(number, "DUPLICATE", SOON));
        await(again, State.PRINTED);
        assertThat(printer.printed.getLast()).isEqualTo(SLIP.marked("DUPLICATE"));
        assertThat(queue.job(again).orElseThrow().duplicateOf()).contains(number);
        assertThat(queue.job(number).orElseThrow().state())
                .as("what is unknown stays so")
                .isEqualTo(State.PRINT_UNKNOWN);
    }

    @Test
    void whatWaitsCanBeTakenBackAndWhatIsPrintedIsGivenUp() {
        printer.holds = true;
        long printing = place(SLIP);
        await(printing, State.PRINTING);
        until(() -> printer.printed.size() == 1);
        long waiting = place(SLIP);

        assertThat(queue.cancel(waiting).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(queue.cancel(printing).orElseThrow().state()).isEqualTo(State.PRINT_UNKNOWN);
        until(() -> printer.interrupted);
        assertThat(queue.cancel(99)).isEmpty();
        printer.holds = false;
        await(place(SLIP), State.PRINTED);
        assertThat(printer.printed).as("nothing is printed again by itself").hasSize(2);
    }

    @Test
    void aSlipThatNeverBeganIsNoDuplicateWhenItIsPrintedLater() {
        printer.state = PrinterState.OUT_OF_PAPER;
        long refused = place(SLIP);
        await(refused, State.REFUSED);
        assertThat(queue.job(refused).orElseThrow().reason()).isEqualTo("out of paper");
        assertThat(queue.job(refused).orElseThrow().why()).isEqualTo(PrintJob.Why.OUT_OF_PAPER);

        printer.state = PrinterState.READY;
        await(number(queue.printAgain(refused, "DUPLICATE", SOON)), State.PRINTED);
        assertThat(printer.printed).containsExactly(SLIP);
    }

    @Test
    void paperThatEndsInTheMiddleStopsTheJobAndMarksTheReprintOnce() {
        printer.answer = new Printing.PaperOut();
        long stopped = place(SLIP);
        await(stopped, State.STOPPED);

        printer.answer = new Printing.Printed();
        long second = number(queue.printAgain(stopped, "DUPLICATE", SOON));
        await(second, State.PRINTED);
        await(number(queue.printAgain(second, "DUPLICATE", SOON)), State.PRINTED);
        assertThat(printer.printed.subList(1, 3)).containsOnly(SLIP.marked("DUPLICATE"));
    }

    @Test
    void aJobOnItsWayIsNotPrintedTwice() {
        printer.holds = true;
        long printing = place(SLIP);
        await(printing, State.PRINTING);

        assertThat(queue.printAgain(printing, "DUPLICATE", SOON)).isInstanceOf(Placing.NotYet.class);
        assertThat(queue.printAgain(77, "DUPLICATE", SOON)).isEqualTo(new Placing.Gone());
    }

    @Test
    void whatWasPrintedAgainWithoutAMarkIsADuplicateFromThenOn() {
        printer.state = PrinterState.OUT_OF_PAPER;
        long refused = place(SLIP);
        await(refused, State.REFUSED);
        printer.state = PrinterState.READY;
        await(number(queue.printAgain(refused, "DUPLICATE", SOON)), State.PRINTED);

        long third = number(queue.printAgain(refused, "DUPLICATE", SOON));
        await(third, State.PRINTED);
        assertThat(printer.printed).containsExactly(SLIP, SLIP.marked("DUPLICATE"));
        assertThat(queue.isMarked(queue.job(third).orElseThrow())).isTrue();
        assertThat(queue.isMarked(queue.job(refused).orElseThrow())).isFalse();
    }

    @Test
    void whilePrintedAgainTheFirstJobCannotBePrintedAgain() {
        long first = place(SLIP);
        await(first, State.PRINTED);
        printer.holds = true;
        long again = number(queue.printAgain(first, "DUPLICATE", SOON));
        await(again, State.PRINTING);

        assertThat(queue.printAgain(first, "DUPLICATE", SOON))
                .isEqualTo(new Placing.NotYet(queue.job(again).orElseThrow()));
    }

    @Test
    void aPrinterThatIsOnlyLookedAtHasNothingOfTheSlip() {
        printer.looks = new CountDownLatch(1);
        long number = place(SLIP);
        until(() -> printer.looked);

        assertThat(queue.job(number).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(queue.cancel(number).orElseThrow().state()).isEqualTo(State.CANCELLED);
        printer.looks.countDown();
        await(place(slip("next")), State.PRINTED);
        assertThat(printer.printed).extracting(Slip::title).containsExactly("next");
    }

    @Test
    void somebodyIsToldBeforeTheFirstByteIsSent() {
        var told = new CopyOnWriteArrayList<Integer>();
        try (var telling = new PrintQueue(printer, _ -> told.add(printer.printed.size()))) {
            telling.place(SLIP, SOON);
            until(() -> printer.printed.size() == 1);
        }
        assertThat(told).containsExactly(0);
    }

    @Test
    void whoWaitsForAnEndWaitsNoLongerThanItsLimit() throws InterruptedException {
        printer.holds = true;
        long number = place(SLIP);
        await(number, State.PRINTING);

        assertThat(queue.await(number, Duration.ofMillis(20)).orElseThrow().state())
                .isEqualTo(State.PRINTING);
        printer.let.countDown();
        assertThat(queue.await(number, SOON).orElseThrow().state()).isEqualTo(State.PRINTED);
        assertThat(queue.await(99, SOON)).isEmpty();
    }

    @Test
    void whoStoppedListeningHearsNothing() {
        var heard = new CopyOnWriteArrayList<State>();
        queue.whenChanged(job -> heard.add(job.state())).run();
        var listened = new CopyOnWriteArrayList<State>();
        queue.whenChanged(job -> listened.add(job.state()));

        await(place(SLIP), State.PRINTED);
        until(() -> listened.contains(State.PRINTED));
        assertThat(heard).isEmpty();
    }

    @Test
    void aDriversMistakeEndsTheJobAndNotTheQueue() {
        printer.breaks = true;
        await(place(SLIP), State.PRINT_UNKNOWN);
        printer.breaks = false;
        await(place(SLIP), State.PRINTED);
    }

    @Test
    void oldJobsAreForgotten() {
        for (int i = 0; i < PrintQueue.KEPT + 5; i++) {
            await(place(SLIP), State.PRINTED);
        }
        assertThat(queue.jobs()).hasSize(PrintQueue.KEPT);
        assertThat(queue.job(1)).isEmpty();
    }

    @Test
    void aClosedQueueTakesBackWhatWaitsAndPrintsNothingMore() {
        printer.holds = true;
        long printing = place(SLIP);
        await(printing, State.PRINTING);
        long waiting = place(SLIP);

        queue.close();
        assertThat(queue.job(printing).orElseThrow().state()).isEqualTo(State.PRINT_UNKNOWN);
        assertThat(queue.job(waiting).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(queue.place(SLIP, SOON)).isEqualTo(new Placing.Gone());
    }

    private static Slip slip(String title) {
        return Slip.titled(title).text("5.00").cut().build();
    }

    private long place(Slip slip) {
        return number(queue.place(slip, SOON));
    }

    private static long number(Placing placing) {
        return ((Placing.Placed) placing).job().number();
    }

    private void await(long number, State state) {
        until(() -> queue.job(number).map(PrintJob::state).filter(state::equals).isPresent());
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /// Prints at once, or holds a slip until it is let go.
    private static final class ToyPrinter implements ReceiptPrinter {
        final List<Slip> printed = new CopyOnWriteArrayList<>();
        final CountDownLatch let = new CountDownLatch(1);
        volatile PrinterState state = PrinterState.READY;
        volatile Printing answer = new Printing.Printed();
        volatile boolean holds;
        volatile boolean breaks;
        volatile boolean interrupted;
        volatile CountDownLatch looks = new CountDownLatch(0);
        volatile boolean looked;

        @Override
        public String name() {
            return "toy";
        }

        @Override
        public int columns() {
            return 48;
        }

        @Override
        public PrinterState state() {
            looked = true;
            try {
                assertThat(looks.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return state;
        }

        @Override
        public Printing print(Slip slip) {
            if (breaks) {
                throw new IllegalStateException("a driver's mistake");
            }
            printed.add(slip);
            try {
                if (holds && !let.await(5, TimeUnit.SECONDS)) {
                    return new Printing.Unknown("held too long");
                }
                return answer;
            } catch (InterruptedException _) {
                interrupted = true;
                Thread.currentThread().interrupt();
                return new Printing.Unknown("given up");
            }
        }
    }
}
