package org.countinghouse.serial;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs a native call that may never come back, and stops waiting for it.
final class Worker {
    private Worker() {}

    /// The call's answer, or empty when it was late. A late call's thread is left behind; it is a daemon.
    static <T> Optional<T> within(Duration limit, String what, Supplier<T> call) {
        return within(limit, what, call, _ -> {});
    }

    /// @param late gets the answer that came after nobody waited any more, to undo it
    static <T> Optional<T> within(Duration limit, String what, Supplier<T> call, Consumer<T> late) {
        var answer = new CompletableFuture<T>();
        Thread.ofPlatform().name(what).daemon().start(() -> {
            try {
                T value = call.get();
                if (!answer.complete(value)) {
                    late.accept(value);
                }
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return answer.cancel(false) ? Optional.empty() : Optional.of(answer.join());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e.getCause());
        }
    }
}
