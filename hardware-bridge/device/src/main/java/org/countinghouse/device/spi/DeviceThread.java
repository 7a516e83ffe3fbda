package org.countinghouse.device.spi;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// The one thread a device lives on: its jobs run one after another, and nobody waits for one longer
/// than its limit.
public final class DeviceThread implements AutoCloseable {
    private final ExecutorService jobs;

    /// @param device the name of the device, and of its thread
    public DeviceThread(String device) {
        jobs = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(device).daemon().factory());
    }

    /// Runs a job and gives its answer.
    ///
    /// @param limit for waiting in line and running together
    /// @param late the answer when there is none in time; told whether the job had begun
    public <T> T answer(Duration limit, Callable<T> job, Function<Boolean, T> late) {
        var begun = new AtomicBoolean();
        try {
            var running = jobs.submit(() -> {
                begun.set(true);
                return job.call();
            });
            try {
                return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                running.cancel(true);
            } catch (InterruptedException _) {
                running.cancel(true);
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a device's job failed", e.getCause());
            }
        } catch (RejectedExecutionException _) {
            return late.apply(false);
        }
        return late.apply(begun.get());
    }

    @Override
    public void close() {
        jobs.shutdownNow();
    }
}
