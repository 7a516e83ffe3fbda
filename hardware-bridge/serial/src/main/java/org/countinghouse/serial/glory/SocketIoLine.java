package org.countinghouse.serial.glory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.countinghouse.serial.network.PinnedCertificate;
import org.jspecify.annotations.Nullable;

/// One socket.io connection, straight over a WebSocket, from its first byte to its end. It ends at the
/// first thing that may not be, and is never laid anew: what was on its way is then unknown, and
/// whoever greets the machine again lays another.
final class SocketIoLine implements AutoCloseable {
    /// Packets of ours that wait for the one before them.
    private static final int MOST_WAITING = 32;

    /// However seldom the machine wants signs of life: we want to know soon when it is gone.
    private static final Duration LONGEST_BEAT = Duration.ofSeconds(5);

    private static final Duration SHORTEST_REST = Duration.ofMillis(1);

    private final GloryTimings timings;
    private final Ear ear;
    private final HttpClient client;
    private final CompletableFuture<WebSocket> ready = new CompletableFuture<>();
    private final CompletableFuture<IOException> over = new CompletableFuture<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private CompletableFuture<?> last = ready;
    private volatile @Nullable WebSocket socket;

    /// Who listens: called by one thread at a time, in the order of what came.
    interface Ear {
        void heard(SocketIoPacket.Event event);

        /// @param message with XML in it
        void heard(byte[] message);

        /// Once. What was sent may have arrived.
        void ended(IOException why);
    }

    private SocketIoLine(GlorySettings settings, GloryTimings timings, Ear ear) {
        this.timings = timings;
        this.ear = ear;
        client = client(settings);
    }

    /// Begins to connect, and returns at once.
    static SocketIoLine to(GlorySettings settings, GloryTimings timings, Ear ear) {
        var line = new SocketIoLine(settings, timings, ear);
        line.connect(settings);
        return line;
    }

    boolean isUp() {
        return ready.isDone() && !over.isDone();
    }

    /// Sends a packet after those before it, once the machine is ready for it.
    ///
    /// @param packet asked for at the last moment; empty when it is not wanted any more
    /// @return fails with a [ConnectException] when nothing of it was sent, and with anything else when
    ///         nobody knows
    synchronized CompletableFuture<?> send(Supplier<Optional<String>> packet) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(new ConnectException("too much waits to be sent"));
        }
        var sent = last.handle((_, _) -> packet).thenCompose(this::hand);
        last = sent.whenComplete((_, _) -> waiting.decrementAndGet());
        return sent;
    }

    @Override
    public void close() {
        end(new IOException("the cable has been cut"));
    }

    private CompletableFuture<?> hand(Supplier<Optional<String>> packet) {
        var now = socket;
        if (now == null || over.isDone()) {
            String why = over.isDone() ? ": " + over.join().getMessage() : "";
            return CompletableFuture.failedFuture(new ConnectException("there is no connection to the machine" + why));
        }
        return packet.get()
                .<CompletableFuture<?>>map(text -> now.sendText(text, true).whenComplete((_, failure) -> {
                    if (failure != null) {
                        end(new IOException("the machine takes nothing any more", failure));
                    }
                }))
                .orElseGet(() -> CompletableFuture.completedFuture(now));
    }

    private void connect(GlorySettings settings) {
        // The connection has to be there soon; all that is said before the first request may take as long as one.
        ready.orTimeout(timings.question().toMillis(), TimeUnit.MILLISECONDS).whenComplete((_, late) -> {
            if (late != null) {
                end(new IOException("nobody speaks socket.io there in time", late));
            }
        });
        client.newWebSocketBuilder()
                .connectTimeout(timings.question())
                .buildAsync(settings.service(), new WebSocketEar(new Packets()))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        var cause = failure.getCause() == null ? failure : failure.getCause();
                        end(new IOException("no socket.io there: " + cause, cause));
                    }
                });
    }

    private void end(IOException why) {
        if (!over.complete(why)) {
            return;
        }
        ready.completeExceptionally(why);
        var now = socket;
        if (now != null) {
            now.abort();
        }
        client.shutdownNow();
        ear.ended(why);
    }

    /// In Engine.IO 3 the near end gives signs of life, and the far end answers them. Whoever says
    /// nothing at all for the time of a sign and its answer is gone.
    private void beat(SocketIoPacket.Opened told, Packets packets) {
        long every = Math.min(told.pingEvery().toNanos(), LONGEST_BEAT.toNanos());
        long silence = every + told.pongWithin().toNanos();
        long beaten = System.nanoTime();
        while (!over.isDone()) {
            long now = System.nanoTime();
            if (now - packets.heardAt >= silence) {
                end(new IOException("the machine has said nothing for "
                        + Duration.ofNanos(silence).toMillis() + " ms"));
            } else if (now - beaten >= every) {
                beaten = now;
                var _ = send(() -> Optional.of("2"));
            }
            rest(Math.min(beaten + every, packets.heardAt + silence) - System.nanoTime());
        }
    }

    /// Until it is time, or the line is over.
    private void rest(long nanos) {
        try {
            over.get(Math.max(SHORTEST_REST.toNanos(), nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // It is time.
        } catch (InterruptedException | ExecutionException e) {
            end(new IOException("the connection was given up", e));
        }
    }

    private HttpClient client(GlorySettings settings) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timings.connect())
                .executor(this::run);
        if (!settings.pin().isEmpty()) {
            client.sslContext(PinnedCertificate.of(settings.pin()).context());
        }
        return client.build();
    }

    /// Once it is open, what comes is heard by the thread that read it. Handed to another, the end of a
    /// connection is lost when it comes while a message is still being heard: Java's client (seen with
    /// 25.0.3) has no demand for it then, and stops with an `InternalError` it tells nobody. Where that
    /// happens all the same, the next sign of life fails.
    private void run(Runnable task) {
        if (socket == null) {
            Thread.startVirtualThread(task);
        } else {
            task.run();
        }
    }

    /// Takes the packets of the connection itself, and hands the rest on.
    private final class Packets implements WebSocketEar.Whole {
        private volatile long heardAt = System.nanoTime();
        private boolean opened;

        @Override
        public void opened(WebSocket fresh) {
            socket = fresh;
            if (over.isDone()) {
                fresh.abort();
            }
        }

        @Override
        public void heard(String text) throws IOException {
            heardAt = System.nanoTime();
            switch (SocketIoPacket.read(text)) {
                case SocketIoPacket.Opened told -> open(told);
                case SocketIoPacket.Connected _ -> greet();
                case SocketIoPacket.Event event -> ear.heard(event);
                case SocketIoPacket.Ping(var words) -> {
                    var _ = send(() -> Optional.of("3" + words));
                }
                case SocketIoPacket.Closed _ -> throw new IOException("the machine ends the connection");
                case SocketIoPacket.Refused(var words) ->
                    throw new IOException("the machine refuses the connection: " + words);
                case SocketIoPacket.Pong _, SocketIoPacket.Announced _, SocketIoPacket.Other _ -> {}
            }
        }

        @Override
        public void heard(byte[] bytes) {
            heardAt = System.nanoTime();
            ear.heard(bytes);
        }

        @Override
        public void ended(IOException why) {
            end(why);
        }

        private void open(SocketIoPacket.Opened told) throws IOException {
            if (opened) {
                throw new IOException("the machine opens what is open");
            }
            opened = true;
            Thread.ofVirtual().name("glory socket.io beat").start(() -> beat(told, this));
        }

        private void greet() throws IOException {
            var now = socket;
            if (!opened || now == null) {
                throw new IOException("the machine connects what it has not opened");
            }
            ready.complete(now);
        }
    }
}
