package org.countinghouse.serial;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs native calls that may never come back, and stops waiting for them. A late call's thread is left
/// behind; it is a daemon. What it was at is remembered until it comes back, so that a port whose
/// driver hangs costs one thread and not one for every try.
final class Worker {
    private final Set<String> leftBehind = ConcurrentHashMap.newKeySet();

    /// Whether an earlier call of that name has not come back yet.
    boolean hangs(String what) {
        return leftBehind.contains(what);
    }

    /// The call's answer, or empty when it was late.
    <T> Optional<T> within(Duration limit, String what, Supplier<T> call) {
        return within(limit, what, call, _ -> {});
    }

    /// @param late gets the answer that came after nobody waited any more, to undo it
    <T> Optional<T> within(Duration limit, String what, Supplier<T> call, Consumer<T> late) {
        var answer = new CompletableFuture<T>();
        Thread.ofPlatform().name(what).daemon().start(() -> run(what, call, late, answer));
        try {
            return Optional.of(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return givenUp(what, answer);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return givenUp(what, answer);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what, e.getCause());
        }
    }

    /// An error is told too: otherwise whoever waits would learn of it as lateness.
    private <T> void run(String what, Supplier<T> call, Consumer<T> late, CompletableFuture<T> answer) {
        try {
            T value = call.get();
            if (!answer.complete(value)) {
                late.accept(value);
            }
        } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        } finally {
            leftBehind.remove(what);
        }
    }

    private <T> Optional<T> givenUp(String what, CompletableFuture<T> answer) {
        leftBehind.add(what);
        if (answer.cancel(false)) {
            return Optional.empty();
        }
        leftBehind.remove(what);
        return answer.isCompletedExceptionally() ? Optional.empty() : Optional.of(answer.join());
    }
}
