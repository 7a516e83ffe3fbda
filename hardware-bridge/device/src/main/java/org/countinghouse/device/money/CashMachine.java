package org.countinghouse.device.money;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.jspecify.annotations.Nullable;

/// A recycler that takes, keeps and pays cash, and moves it exactly once: every intent is in the
/// journal before the machine hears of it. Calls may come from any thread but the screen's; the machine
/// itself lives on one.
///
/// While an intent is not settled nothing else is begun: the shop goes on with its drawer.
public final class CashMachine implements AutoCloseable {
    private static final int LONGEST_QUEUE = 64;

    private final MoneyProtocol protocol;
    private final IntentJournal journal;
    private final Waits waits;
    private final Mover mover;
    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closed;
    private volatile View view = new View.NoAnswer("not asked yet");
    private @Nullable CompletableFuture<Outcome> awaited;

    private CashMachine(MoneyProtocol protocol, IntentJournal journal, Waits waits) {
        this.protocol = protocol;
        this.journal = journal;
        this.waits = waits;
        mover = new Mover(protocol, journal, waits);
        thread = Thread.ofPlatform().name(protocol.name()).daemon().unstarted(this::live);
    }

    /// Brings a machine to life. What an earlier run left open is looked into first.
    public static CashMachine over(MoneyProtocol protocol, IntentJournal journal, Waits waits) {
        var machine = new CashMachine(protocol, journal, waits);
        machine.thread.start();
        return machine;
    }

    /// What the machine said of itself when it was last asked.
    public sealed interface View {
        record Seen(Greeting greeting, Sight sight) implements View {}

        record NoAnswer(String reason) implements View {}
    }

    public String name() {
        return protocol.name();
    }

    /// Begins an intent; its outcome comes when there is one. Asking again with the same id tells what
    /// became of it.
    ///
    /// @param told hears of every step once it is written, on the machine's thread; it must return soon
    public CompletableFuture<Outcome> perform(Intent intent, Consumer<Step> told) {
        var outcome = new CompletableFuture<Outcome>();
        boolean queued = submit(outcome, () -> {
            var at = mover.begin(intent, told);
            if (at.isPresent()) {
                outcome.complete(at.get());
            } else {
                awaited = outcome;
            }
        });
        if (!queued) {
            outcome.complete(new Outcome.NotStarted(DeviceFault.BUSY, "too much is waiting for it, or it was closed"));
        }
        return outcome;
    }

    /// Pays, and waits for the end.
    public Outcome pay(Intent intent) {
        var limit = waits.total(1000).plus(waits.greet()).plus(waits.look()).multipliedBy(2);
        return within(
                limit,
                perform(intent, _ -> {}),
                () -> new Outcome.Open(
                        intent,
                        IntentState.UNKNOWN,
                        Cash.none(intent.ask().currency()),
                        "no outcome within " + limit.toSeconds() + " s"));
    }

    /// Ends the open deposit.
    ///
    /// @param giveBack whether the customer gets it back; where the machine cannot do that by itself it
    ///        is kept, and paying it back is a new intent
    public void finish(boolean giveBack) {
        submit(new CompletableFuture<>(), () -> mover.finish(giveBack));
    }

    /// Asks the machine to stop; what moved has moved, and the outcome tells it.
    public void halt() {
        submit(new CompletableFuture<>(), mover::halt);
    }

    /// Looks now, unless something is on its way; then it tells the last look.
    public View look() {
        var seen = new CompletableFuture<View>();
        boolean queued = submit(seen, () -> seen.complete(mover.isRunning() ? view : lookNow()));
        return queued ? within(waits.greet().plus(waits.look()), seen, () -> view) : view;
    }

    /// The last look; asks nobody.
    public View lastLook() {
        return view;
    }

    /// What is not settled, oldest first. While there is any, the machine begins nothing else.
    public List<IntentRecord> open() {
        return journal.open(name());
    }

    /// Looks into everything that is not settled.
    ///
    /// @return the outcome of each, in the order of [#open]
    public CompletableFuture<List<Outcome>> reconcile(Consumer<Step> told) {
        var outcomes = new CompletableFuture<List<Outcome>>();
        if (!submit(outcomes, () -> outcomes.complete(reconcileNow(told)))) {
            outcomes.complete(List.of());
        }
        return outcomes;
    }

    /// A person has counted what a disputed intent moved.
    ///
    /// @param who who counted, and who approved it where two are needed
    public CompletableFuture<Outcome> settle(UUID intent, Cash moved, Cash returned, String who) {
        var outcome = new CompletableFuture<Outcome>();
        boolean queued = submit(outcome, () -> outcome.complete(settleNow(intent, moved, returned, who)));
        if (!queued) {
            outcome.complete(new Outcome.NotStarted(DeviceFault.BUSY, "too much is waiting for it, or it was closed"));
        }
        return outcome;
    }

    /// How it does, from the last look.
    public DeviceHealth health() {
        return MachineHealth.of(name(), view, !open().isEmpty());
    }

    /// Lets the cable go. What is on its way stays open in the journal, and is looked into at the next
    /// start.
    @Override
    public void close() {
        closed = true;
        protocol.close();
        thread.interrupt();
    }

    private void live() {
        if (!waits.retry().isZero()) {
            jobs.offer(() -> {
                reconcileNow(_ -> {});
                lookNow();
            });
        }
        while (!closed) {
            try {
                turn();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                // A driver that is wrong, or a journal that cannot be read: what was sent stays open in the journal.
                mover.abandon();
                view = new View.NoAnswer(String.valueOf(e.getMessage()));
                fail(e);
            }
        }
    }

    private void turn() throws InterruptedException {
        var job = mover.isRunning() ? jobs.poll() : awaitJob();
        if (job != null) {
            job.run();
        } else if (mover.isRunning()) {
            mover.advance().ifPresent(this::ended);
        } else if (!waits.retry().isZero()) {
            idle();
        }
    }

    private @Nullable Runnable awaitJob() throws InterruptedException {
        return jobs.poll(waits.retry().isZero() ? 1000 : waits.retry().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void idle() {
        if (journal.open(name()).stream().anyMatch(each -> each.state() != IntentState.DISPUTED)) {
            reconcileNow(_ -> {});
        }
        lookNow();
    }

    private void ended(Outcome outcome) {
        if (awaited != null) {
            awaited.complete(outcome);
            awaited = null;
        }
    }

    private void fail(RuntimeException e) {
        if (awaited != null) {
            awaited.completeExceptionally(e);
            awaited = null;
        }
    }

    private View lookNow() {
        try {
            mover.link().ensure();
            view = new View.Seen(mover.link().greeting(), protocol.look());
        } catch (IOException e) {
            mover.link().broke();
            view = new View.NoAnswer(String.valueOf(e.getMessage()));
        }
        return view;
    }

    private List<Outcome> reconcileNow(Consumer<Step> told) {
        return journal.open(name()).stream()
                .map(record -> mover.reconcile(record, told))
                .toList();
    }

    private Outcome settleNow(UUID intent, Cash moved, Cash returned, String who) {
        return journal.find(intent)
                .map(record -> record.state().isSettled()
                        ? Notes.told(record)
                        : mover.settle(record, moved, returned, who, _ -> {}))
                .orElseGet(() -> new Outcome.NotStarted(DeviceFault.NOT_FOUND, "there is no such intent"));
    }

    /// @return false when it was not queued
    private boolean submit(CompletableFuture<?> answer, Runnable job) {
        return !closed
                && jobs.offer(() -> {
                    try {
                        job.run();
                    } catch (RuntimeException e) {
                        answer.completeExceptionally(e);
                        throw e;
                    }
                });
    }

    private static <T> T within(Duration limit, CompletableFuture<T> answer, Supplier<T> late) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return late.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return late.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IntentJournal.Unavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("a cash machine's job failed", e.getCause());
        }
    }
}
