package org.countinghouse.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The web service of a simulated controller: HTTP at a loopback port, one request after another on
/// each connection. A request that is never to be answered keeps its connection until somebody cuts it.
final class GloryDoor implements AutoCloseable {
    private static final int LONGEST_BODY = 1 << 20;

    private final Visitors visitors;
    private final Service service;

    /// What is behind the door.
    interface Service {
        /// @return the answer's XML; empty for no answer at all
        Optional<String> answer(String xml);
    }

    GloryDoor(String name, Service service) throws IOException {
        this.service = service;
        visitors = new Visitors(name + " door", this::converse);
    }

    int port() {
        return visitors.port();
    }

    /// Cuts off whoever is connected.
    void cut() {
        visitors.cut();
    }

    @Override
    public void close() {
        visitors.close();
    }

    private void converse(Socket socket) throws IOException {
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
}
