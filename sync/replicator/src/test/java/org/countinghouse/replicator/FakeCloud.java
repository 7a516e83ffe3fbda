package org.countinghouse.replicator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PublicKeyBytes;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.RequestSignature;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.Stream;

/// The centre in memory, with the real one's rules and faults to order. One fault is used up by each request.
final class FakeCloud implements AutoCloseable {
    static final String CODE = "bread";

    enum Fault {
        LOSE_THE_REQUEST,
        LOSE_THE_REPLY,
        BE_BUSY,
        BREAK_DOWN,
        BABBLE,
        NEVER_ANSWER,
        FORGET_THE_KEY,
        FIND_IT_CORRUPT,
        FIND_IT_TOO_LARGE
    }

    final Deque<Fault> faults = new ArrayDeque<>();
    final List<Integer> batchSizes = new ArrayList<>();
    final Map<Stream, List<Link>> streams = new HashMap<>();
    List<Link> order = new ArrayList<>();
    final Map<String, List<String>> settings = new HashMap<>();
    /// How a centre of before there were settings answers.
    boolean knowsSettings = true;
    /// A deliberately broken centre changes what it stores; the true one stores what it was given.
    UnaryOperator<List<Link>> storing = UnaryOperator.identity();

    private final Map<Stream, PublicKeyBytes> keys = new HashMap<>();
    private final HttpServer server;

    FakeCloud() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Link> stored(Stream stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    /// The centre's disk is exchanged for an older copy.
    synchronized void restore(int entries) {
        order = new ArrayList<>(order.subList(0, Math.min(entries, order.size())));
        streams.replaceAll((stream, _) -> new ArrayList<>(order.stream()
                .filter(link -> link.envelope().stream().equals(stream))
                .toList()));
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var fault = faults.poll();
            if (fault == null) {
                answer(exchange, body);
                return;
            }
            switch (fault) {
                case LOSE_THE_REQUEST -> throw new IOException("lost");
                case LOSE_THE_REPLY -> {
                    reply(exchange, body);
                    throw new IOException("lost");
                }
                case BE_BUSY -> {
                    exchange.getResponseHeaders().set("Retry-After", "0");
                    say(exchange, new Reply(503, ""));
                }
                case BREAK_DOWN -> say(exchange, new Reply(500, "<html>"));
                case BABBLE -> say(exchange, new Reply(200, "<html>Welcome to the hotel's network"));
                case NEVER_ANSWER -> Thread.sleep(2_500);
                case FORGET_THE_KEY -> say(exchange, new Reply(401, "{}"));
                case FIND_IT_CORRUPT -> say(exchange, new Reply(400, new PushReply.Corrupt(1, "to order").json()));
                case FIND_IT_TOO_LARGE -> say(exchange, new Reply(413, "{}"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reply(int status, byte[] body) {
        Reply(int status, String text) {
            this(status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        say(exchange, reply(exchange, body));
    }

    private static void say(HttpExchange exchange, Reply reply) throws IOException {
        exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
        exchange.getResponseBody().write(reply.body);
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath().split("/");
        if (exchange.getRequestURI().getPath().equals("/v1/stations")) {
            return enrol(Enrolment.read(new String(body, StandardCharsets.UTF_8)));
        }
        if (!isSigned(exchange, body)) {
            return new Reply(401, "{}");
        }
        if (path.length == 5) {
            return pull(exchange.getRequestURI().getQuery());
        }
        if (path[6].equals("settings")) {
            return knowsSettings ? setting(path[7], body) : new Reply(404, "<html>");
        }
        var stream = new Stream(path[3], path[5], Integer.parseInt(path[7]));
        return path[8].equals("head") ? new Reply(200, head(stream).json()) : push(stream, Batch.decode(body));
    }

    synchronized void set(String key, String text) {
        settings.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    }

    synchronized List<String> versions(String key) {
        return List.copyOf(settings.getOrDefault(key, List.of()));
    }

    private Reply setting(String key, byte[] body) {
        var versions = versions(key);
        if (body.length == 0) {
            return versions.isEmpty()
                    ? new Reply(404, new Setting.Reply.None().json())
                    : new Reply(200, newest(key, versions).json());
        }
        var made = Setting.read(new String(body, StandardCharsets.UTF_8));
        if (made.version() == versions.size()) {
            set(key, made.text());
            return new Reply(200, new Setting.Reply.Accepted(made.version() + 1).json());
        }
        if (versions.isEmpty()) {
            return new Reply(404, new Setting.Reply.None().json());
        }
        return made.version() + 1 == versions.size() && made.text().equals(versions.getLast())
                ? new Reply(200, new Setting.Reply.Accepted(versions.size()).json())
                : new Reply(409, new Setting.Reply.Newer(newest(key, versions)).json());
    }

    private static Setting newest(String key, List<String> versions) {
        return new Setting(key, versions.size(), versions.getLast());
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var signature = RequestSignature.read(exchange.getRequestHeaders().getFirst(RequestSignature.FIELD));
        var request = new RequestSignature.Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
        return keys.entrySet().stream()
                .filter(entry -> entry.getKey().station().equals(signature.station()))
                .anyMatch(entry -> signature.verifies(entry.getValue(), request));
    }

    private Reply enrol(Enrolment enrolment) {
        if (!enrolment.code().equals(CODE)) {
            return new Reply(403, new Enrolment.Reply.WrongCode().json());
        }
        var known = keys.putIfAbsent(enrolment.stream(), enrolment.publicKey());
        if (known != null && !known.equals(enrolment.publicKey())) {
            return new Reply(409, new Enrolment.Reply.OtherKey().json());
        }
        return new Reply(200, new Enrolment.Reply.Enrolled(head(enrolment.stream())).json());
    }

    private Head head(Stream stream) {
        var links = streams.getOrDefault(stream, List.of());
        return links.isEmpty()
                ? Head.empty(stream, keys.get(stream).bytes())
                : new Head(links.size(), links.getLast().hash());
    }

    private Reply push(Stream stream, Batch batch) {
        batchSizes.add(batch.links().size());
        var head = head(stream);
        if (batch.firstSequence() > head.sequence() + 1) {
            return new Reply(409, new PushReply.Gap(head.sequence(), head.hash()).json());
        }
        long common = Math.min(head.sequence(), batch.lastSequence());
        var theirs = common < batch.firstSequence()
                ? batch.previous()
                : batch.link(common).hash();
        if (!theirs.equals(hashAt(stream, common))) {
            return new Reply(409, new PushReply.Fork(common, hashAt(stream, common)).json());
        }
        var added = storing.apply(batch.links()
                .subList(
                        (int) (head.sequence() + 1 - batch.firstSequence()),
                        batch.links().size()));
        streams.computeIfAbsent(stream, _ -> new ArrayList<>()).addAll(added);
        order.addAll(added);
        var after = head(stream);
        return new Reply(200, new PushReply.Acknowledged(after.sequence(), after.hash(), order.size()).json());
    }

    private Hash hashAt(Stream stream, long sequence) {
        return sequence == 0
                ? Head.empty(stream, keys.get(stream).bytes()).hash()
                : streams.get(stream).get((int) sequence - 1).hash();
    }

    private Reply pull(String query) {
        int after = Integer.parseInt(query.replaceAll("after=(\\d+)&.*", "$1"));
        int last = Math.min(order.size(), after + 7);
        var pulled = new ArrayList<PulledPage.Pulled>();
        for (int position = after + 1; position <= last; position++) {
            pulled.add(new PulledPage.Pulled(position, order.get(position - 1)));
        }
        return new Reply(200, new PulledPage(pulled, Math.max(after, last), last < order.size()).encode());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
