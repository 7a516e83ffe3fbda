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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.countinghouse.device.PrintJob.State;
import org.countinghouse.device.PrintJob.Why;

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
    private final Consumer<PrintJob> beforeSending;
    private final SequencedMap<Long, PrintJob> jobs = new LinkedHashMap<>();
    private final Map<Long, Slip> originals = new HashMap<>();
    private final List<Consumer<PrintJob>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock;
    private final Thread worker;
    private long lastNumber;
    private boolean closed;

    public PrintQueue(ReceiptPrinter printer) {
        this(printer, _ -> {});
    }

    /// @param beforeSending is told of each job before the first byte of it is sent, on the queue's thread
    public PrintQueue(ReceiptPrinter printer, Consumer<PrintJob> beforeSending) {
        this.printer = printer;
        this.beforeSending = beforeSending;
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

        /// The slip to be printed again is still on its way, as this job; nothing was placed.
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

    /// The same for a slip of which one may be on paper since before this queue was opened.
    ///
    /// @param duplicate the word above it, in the shop's language
    public Placing placeDuplicate(Slip slip, String duplicate, Duration deadline) {
        synchronized (jobs) {
            return closed ? new Placing.Gone() : placed(slip, slip.marked(duplicate), Optional.empty(), deadline);
        }
    }

    /// Prints a finished job once more, marked when something of its slip may already be on paper: by this
    /// job, or by another that printed the same slip. While one of them is on its way, nothing is placed.
    ///
    /// @param duplicate the word above it, in the shop's language
    public Placing printAgain(long number, String duplicate, Duration deadline) {
        synchronized (jobs) {
            var job = jobs.get(number);
            var original = originals.get(number);
            if (closed || job == null || original == null) {
                return new Placing.Gone();
            }
            var onItsWay =
                    jobsOf(original).filter(each -> !each.state().isFinal()).findFirst();
            if (onItsWay.isPresent()) {
                return new Placing.NotYet(onItsWay.get());
            }
            boolean marked = mayBeOnPaper(job, original);
            return placed(original, marked ? original.marked(duplicate) : original, Optional.of(number), deadline);
        }
    }

    /// Whether what it prints says that it is a duplicate.
    public boolean isMarked(PrintJob job) {
        synchronized (jobs) {
            var original = originals.get(job.number());
            return original != null && isMarked(job, original);
        }
    }

    /// Whether its slip, printed again, would say that it is a duplicate.
    public boolean wouldBeMarked(long number) {
        synchronized (jobs) {
            var job = jobs.get(number);
            var original = originals.get(number);
            return job != null && original != null && mayBeOnPaper(job, original);
        }
    }

    /// A marked one had another before it, also when that is forgotten.
    private boolean mayBeOnPaper(PrintJob job, Slip original) {
        return isMarked(job, original)
                || jobsOf(original).anyMatch(each -> each.state().mayBeOnPaper());
    }

    private static boolean isMarked(PrintJob job, Slip original) {
        return !job.slip().equals(original);
    }

    /// The jobs that print one slip: it is the same object in each.
    @SuppressWarnings("ReferenceEquality") // An equal slip that somebody placed by itself is another one.
    private Stream<PrintJob> jobsOf(Slip original) {
        return jobs.values().stream().filter(job -> originals.get(job.number()) == original);
    }

    /// Waits until a job has ended, for a background thread.
    ///
    /// @param limit the longest this call may take
    /// @return the job as it stands then; empty when no such job is remembered
    public Optional<PrintJob> await(long number, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (jobs) {
            while (true) {
                var job = jobs.get(number);
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (job == null || job.state().isFinal() || left <= 0) {
                    return Optional.ofNullable(job);
                }
                jobs.wait(left);
            }
        }
    }

    /// Takes a job back. One that is being printed is given up, and nobody knows how much of it is out.
    ///
    /// @return the job as it stands now; empty when no such job is remembered
    public Optional<PrintJob> cancel(long number) {
        synchronized (jobs) {
            giveUp(number, State.CANCELLED, Why.TAKEN_BACK, "taken back");
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
    /// @return ends it
    public Runnable whenChanged(Consumer<PrintJob> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes back what waits and gives up what is being printed. The printer itself stays open.
    @Override
    public void close() {
        synchronized (jobs) {
            closed = true;
            List.copyOf(jobs.keySet())
                    .forEach(number -> giveUp(number, State.CANCELLED, Why.CLOSED, "the station was closed"));
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
        var job = new PrintJob(number, slip, State.WAITING, duplicateOf, Why.NOTHING, "");
        originals.put(number, original);
        change(job);
        long millis = Math.clamp(deadline.toMillis(), 1, LONGEST_DEADLINE.toMillis());
        clock.schedule(() -> passDeadline(number), millis, TimeUnit.MILLISECONDS);
        return new Placing.Placed(job);
    }

    private void passDeadline(long number) {
        synchronized (jobs) {
            giveUp(number, State.LATE, Why.DEADLINE, "its deadline passed");
        }
    }

    private void giveUp(long number, State ifWaiting, Why why, String reason) {
        var job = jobs.get(number);
        if (job == null || job.state().isFinal()) {
            return;
        }
        if (job.state() == State.WAITING) {
            change(job.now(ifWaiting, why, reason));
        } else {
            change(job.now(State.PRINT_UNKNOWN, why, "given up while it was printed: " + reason));
            worker.interrupt();
        }
    }

    private void work() {
        try {
            for (var job = next(); job.isPresent(); job = next()) {
                print(job.get());
            }
        } catch (InterruptedException _) {
            // Nobody interrupts a queue that waits; only a virtual machine that ends would.
        }
    }

    /// The first that waits; empty when the queue was closed.
    private Optional<PrintJob> next() throws InterruptedException {
        synchronized (jobs) {
            while (true) {
                var waiting = jobs.values().stream()
                        .filter(job -> job.state() == State.WAITING)
                        .findFirst();
                if (waiting.isPresent() || closed) {
                    return waiting;
                }
                jobs.wait();
            }
        }
    }

    /// Looks first: a slip a printer did not even begin is no duplicate when it is printed later. Until
    /// then the job waits, and can be taken back without a doubt.
    private void print(PrintJob waiting) {
        long number = waiting.number();
        var hindrance = hindrance();
        if (hindrance.isPresent()) {
            end(number, job -> hindered(job, hindrance.get()));
        } else if (begin(number)) {
            var answer = printed(waiting);
            end(number, job -> ended(job, answer));
        }
    }

    /// What keeps the printer from printing now.
    private Optional<PrinterState> hindrance() {
        try {
            return Optional.of(printer.state()).filter(state -> !state.canPrint());
        } catch (RuntimeException _) {
            // A driver's mistake must not end the queue.
            return Optional.of(PrinterState.ERROR);
        }
    }

    /// @return whether it still waited
    private boolean begin(long number) {
        synchronized (jobs) {
            var job = jobs.get(number);
            boolean waits = job != null && job.state() == State.WAITING;
            if (job != null && waits) {
                change(job.now(State.PRINTING, Why.NOTHING, ""));
            }
            return waits;
        }
    }

    private Printing printed(PrintJob job) {
        try {
            beforeSending.accept(job);
            return printer.print(job.slip());
        } catch (RuntimeException e) {
            return new Printing.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private void end(long number, UnaryOperator<PrintJob> ending) {
        synchronized (jobs) {
            // It may have been given up at the last moment; the next job is not meant.
            Thread.interrupted();
            var job = jobs.get(number);
            if (job != null && !job.state().isFinal()) {
                change(ending.apply(job));
            }
        }
    }

    private static PrintJob hindered(PrintJob job, PrinterState state) {
        return switch (state) {
            case OUT_OF_PAPER -> job.now(State.REFUSED, Why.OUT_OF_PAPER, "out of paper");
            case COVER_OPEN -> job.now(State.REFUSED, Why.COVER_OPEN, "the cover is open");
            case ERROR -> job.now(State.REFUSED, Why.JAMMED, "the printer reports an error");
            case NO_ANSWER -> job.now(State.REFUSED, Why.NO_ANSWER, "the printer does not answer");
            case READY, NEAR_END -> throw new IllegalStateException(state + " can print");
        };
    }

    private static PrintJob ended(PrintJob job, Printing answer) {
        return switch (answer) {
            case Printing.Printed() -> job.now(State.PRINTED, Why.NOTHING, "");
            case Printing.PaperOut() -> job.now(State.STOPPED, Why.OUT_OF_PAPER, "the paper ended");
            case Printing.CoverOpen() -> job.now(State.STOPPED, Why.COVER_OPEN, "the cover was opened");
            case Printing.NoAnswer(var reason) -> job.now(State.REFUSED, Why.NO_ANSWER, reason);
            case Printing.Refused(var reason) -> job.now(State.REFUSED, Why.REFUSED, reason);
            case Printing.Unknown(var reason) -> job.now(State.PRINT_UNKNOWN, Why.UNCONFIRMED, reason);
        };
    }

    private void change(PrintJob job) {
        jobs.put(job.number(), job);
        forgetOld();
        jobs.notifyAll();
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
