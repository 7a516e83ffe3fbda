package org.countinghouse.device;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.countinghouse.device.PrintJob.State;

/// Slips waiting for one printer. Whoever places one does not wait: each job has a deadline, a state
/// everybody can see, and can be taken back. Nothing is printed again by itself, and nothing long
/// after it was wanted.
public final class PrintQueue implements AutoCloseable {
    /// More slips than this waiting means that the printer has been out of order for a while.
    static final int ROOM = 20;

    /// So many finished jobs can still be looked at and printed again.
    static final int KEPT = 50;

    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);

    private final ReceiptPrinter printer;
    private final SequencedMap<Long, PrintJob> jobs = new LinkedHashMap<>();
    private final Map<Long, Slip> originals = new HashMap<>();
    private final List<Consumer<PrintJob>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock;
    private final Thread worker;
    private long lastNumber;
    private boolean closed;

    public PrintQueue(ReceiptPrinter printer) {
        this.printer = printer;
        clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name("deadlines of " + printer.name())
                .daemon()
                .factory());
        worker = Thread.ofPlatform().name("queue of " + printer.name()).daemon().start(this::work);
    }

    /// The answer to a wish to print.
    public sealed interface Placing {
        record Placed(PrintJob job) implements Placing {}

        /// Too many are waiting; nothing was placed.
        record Full(int waiting) implements Placing {}

        /// The job to be printed again is still on its way; nothing was placed.
        record NotYet(PrintJob job) implements Placing {}

        /// No such job is remembered, or the queue is closed; nothing was placed.
        record Gone() implements Placing {}
    }

    /// @param deadline from now on, at most ten minutes; what has not begun by then is never printed, and
    ///     what has begun is given up
    public Placing place(Slip slip, Duration deadline) {
        synchronized (jobs) {
            return closed ? new Placing.Gone() : placed(slip, slip, Optional.empty(), deadline);
        }
    }

    /// Prints a finished job once more, marked when something of it may already be on paper.
    ///
    /// @param duplicate the word above it, in the shop's language
    public Placing printAgain(long number, String duplicate, Duration deadline) {
        synchronized (jobs) {
            var job = jobs.get(number);
            var original = originals.get(number);
            if (closed || job == null || original == null) {
                return new Placing.Gone();
            }
            if (!job.state().isFinal()) {
                return new Placing.NotYet(job);
            }
            boolean marked = job.state().mayBeOnPaper() || job.duplicateOf().isPresent();
            return placed(original, marked ? original.marked(duplicate) : original, Optional.of(number), deadline);
        }
    }

    /// Takes a job back. One that is being printed is given up, and nobody knows how much of it is out.
    ///
    /// @return the job as it stands now; empty when no such job is remembered
    public Optional<PrintJob> cancel(long number) {
        synchronized (jobs) {
            giveUp(number, State.CANCELLED, "taken back");
            return Optional.ofNullable(jobs.get(number));
        }
    }

    /// Every job that is remembered, oldest first.
    public List<PrintJob> jobs() {
        synchronized (jobs) {
            return List.copyOf(jobs.values());
        }
    }

    public Optional<PrintJob> job(long number) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(number));
        }
    }

    /// @param listener gets every change of every job, in order, on a thread of the queue's
    public void whenChanged(Consumer<PrintJob> listener) {
        listeners.add(listener);
    }

    /// Takes back what waits and gives up what is being printed. The printer itself stays open.
    @Override
    public void close() {
        synchronized (jobs) {
            closed = true;
            List.copyOf(jobs.keySet()).forEach(number -> giveUp(number, State.CANCELLED, "the station was closed"));
            jobs.notifyAll();
        }
        clock.shutdown();
    }

    private Placing placed(Slip original, Slip slip, Optional<Long> duplicateOf, Duration deadline) {
        int waiting = (int) jobs.values().stream()
                .filter(job -> job.state() == State.WAITING)
                .count();
        if (waiting >= ROOM) {
            return new Placing.Full(waiting);
        }
        long number = ++lastNumber;
        var job = new PrintJob(number, slip, State.WAITING, duplicateOf, "");
        originals.put(number, original);
        change(job);
        long millis = Math.clamp(deadline.toMillis(), 1, LONGEST_DEADLINE.toMillis());
        clock.schedule(() -> passDeadline(number), millis, TimeUnit.MILLISECONDS);
        jobs.notifyAll();
        return new Placing.Placed(job);
    }

    private void passDeadline(long number) {
        synchronized (jobs) {
            giveUp(number, State.LATE, "not begun by its deadline");
        }
    }

    private void giveUp(long number, State ifWaiting, String why) {
        var job = jobs.get(number);
        if (job == null || job.state().isFinal()) {
            return;
        }
        if (job.state() == State.WAITING) {
            change(job.now(ifWaiting, why));
        } else {
            change(job.now(State.PRINT_UNKNOWN, "given up while it was printed: " + why));
            worker.interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                var job = next();
                if (job.isEmpty()) {
                    return;
                }
                finish(job.get(), printed(job.get().slip()));
            }
        } catch (InterruptedException _) {
            // Nobody interrupts a queue that waits; only a virtual machine that ends would.
        }
    }

    private Optional<PrintJob> next() throws InterruptedException {
        synchronized (jobs) {
            while (true) {
                var waiting = jobs.values().stream()
                        .filter(job -> job.state() == State.WAITING)
                        .findFirst();
                if (waiting.isPresent()) {
                    var begun = waiting.get().now(State.PRINTING, "");
                    change(begun);
                    return Optional.of(begun);
                }
                if (closed) {
                    return Optional.empty();
                }
                jobs.wait();
            }
        }
    }

    /// Looks first: a slip a printer did not even begin is no duplicate when it is printed later.
    private Printing printed(Slip slip) {
        try {
            var state = printer.state();
            return switch (state) {
                case READY, NEAR_END -> printer.print(slip);
                case OUT_OF_PAPER -> new Printing.Refused("out of paper");
                case COVER_OPEN -> new Printing.Refused("the cover is open");
                case ERROR -> new Printing.Refused("the printer reports an error");
                case NO_ANSWER -> new Printing.NoAnswer("the printer does not answer");
            };
        } catch (RuntimeException e) {
            // A driver's mistake must not end the queue.
            return new Printing.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private void finish(PrintJob begun, Printing answer) {
        synchronized (jobs) {
            // It may have been given up at the last moment; the next job is not meant.
            Thread.interrupted();
            var job = jobs.get(begun.number());
            if (job != null && !job.state().isFinal()) {
                change(ended(job, answer));
            }
        }
    }

    private static PrintJob ended(PrintJob job, Printing answer) {
        return switch (answer) {
            case Printing.Printed() -> job.now(State.PRINTED, "");
            case Printing.PaperOut() -> job.now(State.STOPPED, "the paper ended");
            case Printing.CoverOpen() -> job.now(State.STOPPED, "the cover was opened");
            case Printing.NoAnswer(var reason) -> job.now(State.REFUSED, reason);
            case Printing.Refused(var reason) -> job.now(State.REFUSED, reason);
            case Printing.Unknown(var reason) -> job.now(State.PRINT_UNKNOWN, reason);
        };
    }

    private void change(PrintJob job) {
        jobs.put(job.number(), job);
        forgetOld();
        if (!clock.isShutdown()) {
            clock.execute(() -> listeners.forEach(listener -> listener.accept(job)));
        }
    }

    private void forgetOld() {
        var finished = jobs.values().stream()
                .filter(job -> job.state().isFinal())
                .map(PrintJob::number)
                .toList();
        for (long number : finished.subList(0, Math.max(0, finished.size() - KEPT))) {
            jobs.remove(number);
            originals.remove(number);
        }
    }
}
