package org.countinghouse.serial.glory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request that was sent, and its answer when it comes.
///
/// @param answer fails with an [IOException] when nobody knows what became of the request
record FccCall(FccRequest request, String sequence, CompletableFuture<FccReply> answer) {
    boolean isOver() {
        return answer.isDone();
    }

    /// The answer, which is there, or comes within the limit.
    FccReply await(Duration limit) throws IOException {
        try {
            return answer.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer to " + request.name() + " within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits for the machine any more");
        } catch (CancellationException e) {
            throw new IOException(request.name() + " was given up", e);
        } catch (ExecutionException e) {
            throw new IOException(request.name() + ": " + reason(e.getCause()), e.getCause());
        }
    }

    /// Whether not one byte of it was sent: there was no connection to send it on.
    boolean wasNeverSent() {
        return answer.state() == Future.State.FAILED
                && (answer.exceptionNow() instanceof ConnectException
                        || answer.exceptionNow() instanceof HttpConnectTimeoutException);
    }

    /// Whether an answer, by whatever way it came, is the answer to this.
    boolean isAnsweredBy(FccReply reply) {
        return reply.name().equals(request.answeredBy()) && hasNumber(reply.sequence());
    }

    boolean hasNumber(String number) {
        return areSame(number, sequence);
    }

    /// Some machines may give a number back without its leading zeros.
    static boolean areSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /// Stops listening. The machine does what it was told all the same.
    void abandon() {
        answer.cancel(true);
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "no reason told";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String bare(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
