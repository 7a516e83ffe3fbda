package org.countinghouse.app.shell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.device.PrintJob;
import org.countinghouse.device.PrintQueue;
import org.countinghouse.device.PrintQueue.Placing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// The station's slips on their way to one printer. Each is asked for by what it is, so that a double press or a
/// second person at the counter prints nothing twice, and what may be on paper already comes out as a duplicate.
public final class Spool implements AutoCloseable {
    /// A slip that is not printed by then is not printed any more.
    public static final Duration DEADLINE = Duration.ofSeconds(60);

    /// Asked for again so soon, a slip was asked for by the same press.
    static final Duration SAME_PRESS = Duration.ofSeconds(2);

    /// For the slips still on their way when the station is closed.
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final PrintQueue queue;
    private final LongSupplier nanos;
    private final OnPaper onPaper;
    private final SequencedMap<Long, Asked> asked = new LinkedHashMap<>();
    private final Runnable listening;

    /// A slip somebody wants.
    ///
    /// @param key the same for the same slip, however often it is asked for
    /// @param slip titled as people call it in a list
    /// @param once whether there may be one of it, and everything after that is a duplicate
    /// @param duplicate the word above a duplicate, in the slip's language
    /// @param tellsCash whether it tells what cash is expected in an open shift
    public record Wish(String key, Slip slip, boolean once, String duplicate, boolean tellsCash) {}

    private record Asked(Wish wish, long at) {}

    /// A job as people see it.
    ///
    /// @param duplicate whether it is marked as one
    /// @param again whether printed again it would be marked as one
    /// @param tellsCash whether it tells what cash is expected in an open shift
    public record Slot(PrintJob job, boolean duplicate, boolean again, boolean tellsCash) {}

    /// @param printer every slip of the station goes to it through here
    /// @param nanos measures waits, as [System#nanoTime]
    /// @param onPaper which slips of earlier runs may be on paper
    public Spool(ReceiptPrinter printer, LongSupplier nanos, OnPaper onPaper) {
        this.nanos = nanos;
        this.onPaper = onPaper;
        queue = new PrintQueue(printer, this::begin);
        listening = queue.whenChanged(this::changed);
    }

    /// Places a slip, unless it is on its way, and waits a moment for it.
    ///
    /// @param patience the longest this call may take
    public Printed print(Wish wish, Duration patience) {
        return answer(placed(wish), patience);
    }

    /// Prints a job's slip once more.
    public Printed printAgain(long number, Duration patience) {
        return answer(placedAgain(number), patience);
    }

    /// Takes a job back; one that is being printed is given up.
    ///
    /// @return the job as it stands now; empty when no such job is remembered
    public Optional<PrintJob> takeBack(long number) {
        return queue.cancel(number);
    }

    /// The job of a slip that is on its way, or was asked for by the same press.
    public synchronized Optional<PrintJob> onItsWay(String key) {
        return last(key).filter(this::isTheSameWish);
    }

    /// Every job that is remembered, oldest first.
    public synchronized List<Slot> jobs() {
        return queue.jobs().stream().map(this::slot).toList();
    }

    public synchronized Optional<Slot> job(long number) {
        return queue.job(number).map(this::slot);
    }

    /// @param changed runs at every change of a job, on a thread of the printer's
    /// @return ends it
    public Runnable whenChanged(Runnable changed) {
        return queue.whenChanged(_ -> changed.run());
    }

    /// Waits until nothing is on its way any more.
    ///
    /// @param limit the longest this call may take
    public void settle(Duration limit) {
        long end = nanos.getAsLong() + limit.toNanos();
        for (PrintJob job : queue.jobs()) {
            await(job.number(), Duration.ofNanos(Math.max(0, end - nanos.getAsLong())));
        }
    }

    /// Lets slips that are on their way come out, for a moment; what is left is taken back.
    @Override
    public void close() {
        settle(CLOSE_LIMIT);
        queue.close();
        listening.run();
    }

    private synchronized Placing placed(Wish wish) {
        var last = last(wish.key());
        if (last.filter(this::isTheSameWish).isPresent()) {
            return new Placing.NotYet(last.get());
        }
        if (wish.once() && last.isPresent()) {
            return asked(wish, queue.printAgain(last.get().number(), wish.duplicate(), DEADLINE));
        }
        boolean marked = wish.once() && onPaper.holds(wish.key());
        return asked(
                wish,
                marked
                        ? queue.placeDuplicate(wish.slip(), wish.duplicate(), DEADLINE)
                        : queue.place(wish.slip(), DEADLINE));
    }

    private synchronized Placing placedAgain(long number) {
        var first = asked.get(number);
        if (first == null) {
            return new Placing.Gone();
        }
        Wish wish = first.wish();
        return last(wish.key())
                .filter(this::isTheSameWish)
                .<Placing>map(Placing.NotYet::new)
                .orElseGet(() -> asked(wish, queue.printAgain(number, wish.duplicate(), DEADLINE)));
    }

    private Placing asked(Wish wish, Placing placing) {
        if (placing instanceof Placing.Placed(var job)) {
            asked.keySet().retainAll(queue.jobs().stream().map(PrintJob::number).collect(Collectors.toSet()));
            asked.put(job.number(), new Asked(wish, nanos.getAsLong()));
        }
        return placing;
    }

    private Optional<PrintJob> last(String key) {
        return asked.reversed().entrySet().stream()
                .filter(each -> each.getValue().wish().key().equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .flatMap(queue::job);
    }

    /// It is on its way, or comes out of the printer this moment.
    private boolean isTheSameWish(PrintJob job) {
        var first = asked.get(job.number());
        boolean fresh = first != null && nanos.getAsLong() - first.at() < SAME_PRESS.toNanos();
        return !job.state().isFinal() || fresh && job.state().mayBeOnPaper();
    }

    private Slot slot(PrintJob job) {
        var first = asked.get(job.number());
        return new Slot(
                job,
                queue.isMarked(job),
                queue.wouldBeMarked(job.number()),
                first != null && first.wish().tellsCash());
    }

    private Printed answer(Placing placing, Duration patience) {
        return switch (placing) {
            case Placing.Placed(var job) ->
                Printed.of(await(job.number(), patience).orElse(job));
            case Placing.NotYet(var job) -> Printed.of(job);
            case Placing.Full(var waiting) -> new Printed.Full(waiting);
            case Placing.Gone() -> new Printed.Gone();
        };
    }

    private Optional<PrintJob> await(long number, Duration limit) {
        try {
            return queue.await(number, limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return queue.job(number);
        }
    }

    /// Before a byte of it is sent a slip is written down: also the next run of the station marks what comes out again.
    private synchronized void begin(PrintJob job) {
        once(job).ifPresent(onPaper::add);
    }

    /// A printer that did not take it after all leaves nothing on paper.
    private synchronized void changed(PrintJob job) {
        if (job.state().isFinal() && !queue.wouldBeMarked(job.number())) {
            once(job).ifPresent(onPaper::remove);
        }
    }

    /// The key of a slip of which there may be one.
    private Optional<String> once(PrintJob job) {
        return Optional.ofNullable(asked.get(job.number()))
                .map(Asked::wish)
                .filter(Wish::once)
                .map(Wish::key);
    }
}
