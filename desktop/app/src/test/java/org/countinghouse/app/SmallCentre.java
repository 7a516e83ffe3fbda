package org.countinghouse.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.Setting;

/// As much of the cloud as one station needs, in memory.
final class SmallCentre implements AutoCloseable {
    private final HttpServer server;
    private final List<String> versions = new ArrayList<>();
    private Head head;

    SmallCentre() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<String> versions() {
        return List.copyOf(versions);
    }

    synchronized void set(String text) {
        versions.add(text);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            if (path.endsWith("/settings/devices")) {
                setting(exchange, body);
            } else if (path.endsWith("/head")) {
                say(exchange, head == null ? 401 : 200, head == null ? "{}" : head.json());
            } else if (path.endsWith("/stations")) {
                var enrolment = Enrolment.read(new String(body, UTF_8));
                head = Head.empty(enrolment.stream(), enrolment.publicKey().bytes());
                say(exchange, 200, new Enrolment.Reply.Enrolled(head).json());
            } else if (exchange.getRequestMethod().equals("POST")) {
                head = Batch.decode(body).head();
                say(exchange, 200, new PushReply.Acknowledged(head.sequence(), head.hash(), head.sequence()).json());
            } else {
                bytes(exchange, 200, new PulledPage(List.of(), 0, false).encode());
            }
        }
    }

    private void setting(HttpExchange exchange, byte[] body) throws IOException {
        if (body.length == 0 && versions.isEmpty()) {
            say(exchange, 404, new Setting.Reply.None().json());
        } else if (body.length == 0) {
            say(exchange, 200, new Setting("devices", versions.size(), versions.getLast()).json());
        } else {
            var made = Setting.read(new String(body, UTF_8));
            if (made.version() == versions.size()) {
                versions.add(made.text());
                say(exchange, 200, new Setting.Reply.Accepted(versions.size()).json());
            } else {
                var newest = new Setting("devices", versions.size(), versions.getLast());
                say(exchange, 409, new Setting.Reply.Newer(newest).json());
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        bytes(exchange, status, json.getBytes(UTF_8));
    }

    private static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
