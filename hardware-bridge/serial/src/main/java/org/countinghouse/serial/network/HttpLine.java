package org.countinghouse.serial.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.countinghouse.device.spi.Deadline;
import org.jspecify.annotations.Nullable;

/// HTTP to one machine. Questions may be asked again; what could move money is sent once, on a connection of its own,
/// which no earlier call can have left half closed.
///
/// Java's client sends a GET again by itself when a connection breaks before the first byte of the answer, and a
/// CashDro takes its orders by GET: [OnceOnly] stops that (`decisions/0051`).
///
/// No exception from here names a path, a query or a header: passwords stand in them.
public final class HttpLine implements AutoCloseable {
    /// The largest answer that is read; inventories with every denomination are some ten kilobytes.
    public static final int LARGEST_ANSWER = 256 * 1024;

    /// A machine that counts refuses connections for a moment.
    static final int TRIES = 3;

    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(150);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final HttpSettings settings;
    private final HttpClient questions;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<?> running;

    public HttpLine(HttpSettings settings) {
        this.settings = settings;
        questions = client(settings);
    }

    /// @param path begins with a slash; may hold a query with secrets
    /// @param token sent as `Authorization: Bearer`, if any
    /// @param json a body, sent by POST; without one it is a GET
    public record Call(String path, Optional<Secret> token, Optional<byte[]> json) {
        public static Call get(String path) {
            return new Call(path, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "a call";
        }
    }

    public record Answer(int status, byte[] body) {}

    /// Nothing was sent, because nobody took the connection.
    public static final class Unreachable extends IOException {
        Unreachable(String message) {
            super(message);
        }
    }

    /// It was sent, or part of it, and the connection is gone.
    static final class Broken extends IOException {
        Broken(String message) {
            super(message);
        }
    }

    /// Asks something that moves nothing, at most [#TRIES] times while connections are refused or break.
    public Answer ask(Call call, Duration limit) throws IOException {
        var deadline = Deadline.in(shorter(limit));
        for (int left = TRIES; ; left--) {
            try {
                return send(questions, request(call, body -> body), deadline);
            } catch (Unreachable | Broken e) {
                if (left <= 1 || deadline.left().compareTo(TRY_AGAIN_AFTER) < 0) {
                    throw e;
                }
                pause(TRY_AGAIN_AFTER);
            }
        }
    }

    /// Sends an order, once.
    ///
    /// @throws Unreachable when it was provably not sent
    /// @throws IOException when nobody knows
    public Answer order(Call call, Duration limit) throws IOException {
        var alone = client(settings);
        try {
            return send(alone, request(call, OnceOnly::new), Deadline.in(shorter(limit)));
        } finally {
            alone.shutdownNow();
        }
    }

    /// Waits, unless the line is closed meanwhile.
    public void pause(Duration length) throws IOException {
        try {
            Thread.sleep(length);
        } catch (InterruptedException _) {
            throw interrupted();
        }
        if (closed) {
            throw new IOException("the line was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
        var now = running;
        if (now != null) {
            now.cancel(true);
        }
        questions.shutdownNow();
    }

    private Answer send(HttpClient client, HttpRequest request, Deadline deadline) throws IOException {
        if (closed) {
            throw new IOException("the line was closed");
        }
        var sent = client.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        running = sent;
        try {
            var response = sent.get(Math.max(1, deadline.millisLeft()), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException _) {
            throw new IOException("no answer in time from " + settings.root());
        } catch (InterruptedException _) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw told(e.getCause());
        } catch (java.util.concurrent.CancellationException _) {
            throw new IOException("the line was closed");
        } finally {
            sent.cancel(true);
            running = null;
        }
    }

    private HttpRequest request(Call call, UnaryOperator<HttpRequest.BodyPublisher> guard) {
        var request = HttpRequest.newBuilder(URI.create(settings.root() + call.path()))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "application/json");
        call.token().ifPresent(token -> request.header("Authorization", "Bearer " + token.reveal()));
        call.json().ifPresent(_ -> request.header("Content-Type", "application/json"));
        var body = call.json()
                .map(HttpRequest.BodyPublishers::ofByteArray)
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        return request.method(call.json().isPresent() ? "POST" : "GET", guard.apply(body))
                .build();
    }

    /// A body that goes out once. The client asks for its length whenever it writes a request; the second time it
    /// gets a fault instead, and nothing is sent.
    private static final class OnceOnly implements HttpRequest.BodyPublisher {
        private final HttpRequest.BodyPublisher body;
        private final AtomicBoolean sent = new AtomicBoolean();

        OnceOnly(HttpRequest.BodyPublisher body) {
            this.body = body;
        }

        @Override
        public long contentLength() {
            if (sent.getAndSet(true)) {
                throw new IllegalStateException("an order is sent once");
            }
            return body.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            body.subscribe(subscriber);
        }
    }

    private IOException told(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException) {
                return new Unreachable("nobody takes a connection at " + settings.root());
            }
            if (each instanceof SSLException) {
                return new IOException(
                        settings.root() + " is not the machine it should be, or speaks no TLS; check pin and tls");
            }
        }
        return new Broken("the connection to " + settings.root() + " broke");
    }

    private Duration shorter(Duration limit) {
        return limit.compareTo(settings.answer()) < 0 ? limit : settings.answer();
    }

    private static HttpClient client(HttpSettings settings) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_LIMIT);
        settings.pin().map(PinnedCertificate::of).map(PinnedCertificate::context).ifPresent(client::sslContext);
        return client.build();
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new IOException("given up");
    }
}
