package org.countinghouse.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.countinghouse.device.spi.CashMachinePeer.Scene;

/// The web server in a simulated machine: one thread, one caller at a time, as in the real ones.
final class MachineWeb implements AutoCloseable {
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int WAITING_CALLERS = 16;

    private final Service service;
    private final Troubles troubles;
    private final InetSocketAddress door;
    private HttpServer server;
    private boolean stalled;
    private boolean cutsNext;
    private boolean closed;

    MachineWeb(Service service, Troubles troubles) throws IOException {
        this.service = service;
        this.troubles = troubles;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WAITING_CALLERS);
        door = server.getAddress();
        open();
    }

    @FunctionalInterface
    interface Service {
        Reply serve(Ask ask);
    }

    /// @param token what stood after `Authorization: Bearer`, or nothing
    record Ask(String path, Map<String, String> query, String token, byte[] body) {}

    /// @param way what becomes of the answer
    record Reply(int status, String json, Way way) {
        static Reply ok(String json) {
            return new Reply(200, json, Way.WHOLE);
        }

        Reply withStatus(int other) {
            return new Reply(other, json, way);
        }

        private Reply by(Way other) {
            return new Reply(status, json, other);
        }
    }

    private enum Way {
        WHOLE,
        LOST,
        DAMAGED,
        TWICE
    }

    int port() {
        return door.getPort();
    }

    /// Obeys a money command, if it arrives, and lets its answer suffer what was waiting for it.
    Reply troubled(Supplier<Reply> command) {
        if (troubles.strikes(Scene.DROP_NEXT_COMMAND)) {
            return new Reply(0, "", Way.LOST);
        }
        var reply = command.get();
        if (troubles.strikes(Scene.STALL_AFTER_NEXT)) {
            stall();
            return reply.by(Way.LOST);
        }
        if (troubles.strikes(Scene.DROP_NEXT_REPLY)) {
            return reply.by(Way.LOST);
        }
        if (troubles.strikes(Scene.DAMAGE_NEXT_REPLY)) {
            return reply.by(Way.DAMAGED);
        }
        return troubles.strikes(Scene.DUPLICATE_NEXT_REPLY) ? reply.by(Way.TWICE) : reply;
    }

    synchronized void stall() {
        stalled = true;
    }

    synchronized void revive() {
        stalled = false;
        notifyAll();
    }

    /// The next caller is cut off before its call is read.
    synchronized void cutNext() {
        cutsNext = true;
    }

    /// Takes no connections any more, as a machine does that counts.
    void refuse() {
        revive();
        server.stop(0);
    }

    /// Takes connections again, at the same door.
    void take() throws IOException {
        server = HttpServer.create(door, WAITING_CALLERS);
        open();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.stop(0);
    }

    private void open() {
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isServing()) {
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            var reply = service.serve(new Ask(
                    exchange.getRequestURI().getPath(),
                    query(exchange.getRequestURI().getRawQuery()),
                    token == null ? "" : token.replaceFirst("^Bearer ", ""),
                    body));
            answer(exchange, reply);
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.json().getBytes(StandardCharsets.UTF_8);
        byte[] sent = switch (reply.way()) {
            case WHOLE -> bytes;
            case LOST -> new byte[0];
            case DAMAGED -> Arrays.copyOf(bytes, bytes.length / 2);
            case TWICE -> (reply.json() + reply.json()).getBytes(StandardCharsets.UTF_8);
        };
        if (reply.way() != Way.LOST && isServing()) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), sent.length == 0 ? -1 : sent.length);
            exchange.getResponseBody().write(sent);
        }
    }

    /// Waits while it is stalled; a call that waited is lost.
    private synchronized boolean isServing() {
        boolean waited = stalled || cutsNext;
        cutsNext = false;
        while (stalled && !closed) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !closed && !waited;
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
