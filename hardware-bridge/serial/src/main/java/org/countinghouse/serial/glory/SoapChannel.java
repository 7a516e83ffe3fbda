package org.countinghouse.serial.glory;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.countinghouse.serial.network.PinnedCertificate;

/// SOAP 1.1 over HTTP or HTTPS, and the event link the machine opens back to us.
///
/// Every request has a client and so a connection of its own: the JDK's client may send a request again
/// over a kept connection that turned out to be dead, and a payout must not be sent again by anybody.
final class SoapChannel implements FccChannel {
    private static final int ANY_PORT = 9;

    private final GlorySettings settings;
    private final GloryTimings timings;
    private final Inbox inbox = new Inbox();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<FccCall> open = ConcurrentHashMap.newKeySet();
    private final EventLink link;
    private final String host;

    /// @throws IOException when there is no way to the machine, or no port for its events
    SoapChannel(GlorySettings settings, GloryTimings timings) throws IOException {
        this.settings = settings;
        this.timings = timings;
        var machine = InetAddress.getByName(settings.machine());
        var here = towards(machine);
        host = settings.host().isEmpty() ? here.getHostAddress() : settings.host();
        link = new EventLink(machine, here, settings.events(), inbox, settings.currency(), timings.linkSilence());
    }

    @Override
    public FccCall send(FccRequest request, String sequence, Optional<String> session, Duration limit) {
        var call = new FccCall(request, sequence, new CompletableFuture<>());
        // The limit of the client ends with the answer's first line; this one holds for all of it.
        call.answer().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            send(call, http(request, sequence, session, limit));
        } catch (RejectedExecutionException e) {
            call.answer().completeExceptionally(new IOException("the cable has been cut", e));
        }
        return call;
    }

    private void send(FccCall call, HttpRequest request) {
        var client = client();
        var exchange = client.sendAsync(request, limited());
        var answer = exchange.thenApply(SoapChannel::read);
        open.add(call);
        answer.whenComplete((reply, failure) -> {
            complete(call, reply, failure);
            client.shutdownNow();
        });
        call.answer().whenComplete((_, _) -> {
            open.remove(call);
            exchange.cancel(true);
            inbox.poke();
        });
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public Optional<Door> door() {
        return Optional.of(new Door(host, link.port()));
    }

    @Override
    public boolean hearsEvents() {
        return link.isUp();
    }

    @Override
    public void close() {
        link.close();
        open.forEach(FccCall::abandon);
        threads.shutdown();
        inbox.poke();
    }

    private HttpClient client() {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timings.connect())
                .executor(threads);
        if (!settings.pin().isEmpty()) {
            client.sslContext(PinnedCertificate.of(settings.pin()).context());
        }
        return client.build();
    }

    private HttpRequest http(FccRequest request, String sequence, Optional<String> session, Duration limit) {
        return HttpRequest.newBuilder(settings.service())
                .timeout(limit)
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + request.operation() + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        SoapText.of(request.dressed(sequence, session)), StandardCharsets.UTF_8))
                .build();
    }

    private static HttpResponse.BodyHandler<String> limited() {
        return BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), FccXml.LONGEST);
    }

    private static FccReply read(HttpResponse<String> response) {
        try {
            return FccReply.of(SoapText.bodyOf(response.body()));
        } catch (UnreadableXml e) {
            throw new CompletionException(
                    response.statusCode() == 200
                            ? e
                            : new IOException("the machine answers HTTP " + response.statusCode(), e));
        }
    }

    private static void complete(FccCall call, FccReply reply, Throwable failure) {
        if (failure != null) {
            call.answer()
                    .completeExceptionally(
                            failure instanceof CompletionException && failure.getCause() != null
                                    ? failure.getCause()
                                    : failure);
        } else if (call.isAnsweredBy(reply)) {
            call.answer().complete(reply);
        } else {
            call.answer().completeExceptionally(new UnreadableXml("an answer to something else: " + reply.name()));
        }
    }

    /// Our address on the way to the machine. Nothing is sent for it.
    private static InetAddress towards(InetAddress machine) throws IOException {
        try (var way = new DatagramSocket()) {
            way.connect(new InetSocketAddress(machine, ANY_PORT));
            return way.getLocalAddress();
        }
    }
}
