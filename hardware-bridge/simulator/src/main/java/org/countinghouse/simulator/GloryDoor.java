package org.countinghouse.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The web service of a simulated controller: HTTP at a loopback port, one request after another on
/// each connection. A request that is never to be answered keeps its connection until somebody cuts it.
final class GloryDoor implements AutoCloseable {
    private static final int LONGEST_BODY = 1 << 20;

    private final ServerSocket door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private final Service service;

    /// What is behind the door.
    interface Service {
        /// @return the answer's XML; empty for no answer at all
        Optional<String> answer(String xml);
    }

    GloryDoor(String name, Service service) throws IOException {
        this.service = service;
        Thread.ofVirtual().name(name + " door").start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Cuts off whoever is connected.
    void cut() {
        connected.forEach(GloryDoor::hangUp);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException _) {
            // Nobody is let in any more either way.
        }
        cut();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                connected.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                // Closed, or somebody who left at the door.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                var body = request(in);
                var answer = service.answer(body);
                if (answer.isEmpty()) {
                    // Not answered: whoever waits, waits, until it leaves or is cut off.
                    in.skip(Long.MAX_VALUE);
                    return;
                }
                socket.getOutputStream().write(http(answer.get()));
                socket.getOutputStream().flush();
            }
        } catch (IOException _) {
            // It left, or was cut off.
        } finally {
            connected.remove(socket);
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = HttpHead.read(in);
        if (!head.line().startsWith("POST ")) {
            throw new IOException("no POST");
        }
        String length = head.header("content-length");
        int count = length.matches("[0-9]{1,7}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : 0;
        return new String(in.readNBytes(count), StandardCharsets.UTF_8);
    }

    private static byte[] http(String xml) {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("HTTP/1.1 200 OK\r\nServer: Apache Axis2C (simulated)\r\nContent-Type: text/xml\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
