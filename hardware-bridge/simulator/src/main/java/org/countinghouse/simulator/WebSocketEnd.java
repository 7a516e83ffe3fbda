package org.countinghouse.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Our end of a WebSocket somebody opened to us (RFC 6455). Long messages leave in two frames, so that
/// near ends have to put them together.
final class WebSocketEnd implements AutoCloseable {
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int IN_ONE_FRAME = 200;

    private final Socket socket;
    private final DataInputStream in;

    /// @param text whether it is text in UTF-8
    record Message(boolean text, byte[] bytes) {
        String words() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    WebSocketEnd(Socket socket) throws IOException {
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /// What the near end asks for, before it is let in.
    HttpHead asks() throws IOException {
        return HttpHead.read(in);
    }

    /// Lets it in (4.2.2).
    void letIn(HttpHead asked) throws IOException {
        String key = asked.header("sec-websocket-key");
        if (!asked.line().startsWith("GET ")
                || !asked.header("upgrade").equalsIgnoreCase("websocket")
                || key.isEmpty()) {
            turnAway();
            throw new IOException("no WebSocket");
        }
        write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    void turnAway() throws IOException {
        write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    }

    /// The next message. Pings are answered on the way.
    ///
    /// @throws IOException when none comes any more, or what comes may not be
    Message next() throws IOException {
        var all = new ByteArrayOutputStream();
        int kind = WebSocketFrame.MORE;
        while (true) {
            var frame = WebSocketFrame.read(in);
            if (frame.isControl()) {
                control(frame);
                continue;
            }
            if ((frame.code() == WebSocketFrame.MORE) != (kind != WebSocketFrame.MORE)
                    || all.size() + frame.bytes().length > WebSocketFrame.LONGEST) {
                throw new IOException("no message");
            }
            kind = kind == WebSocketFrame.MORE ? frame.code() : kind;
            all.writeBytes(frame.bytes());
            if (frame.last()) {
                return new Message(kind == WebSocketFrame.TEXT, all.toByteArray());
            }
        }
    }

    void send(String text) throws IOException {
        send(WebSocketFrame.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        send(WebSocketFrame.BYTES, bytes);
    }

    /// Ends the connection when nothing comes for so long.
    void expect(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private synchronized void send(int code, byte[] bytes) throws IOException {
        if (bytes.length <= IN_ONE_FRAME) {
            write(new WebSocketFrame(true, code, bytes).bare());
            return;
        }
        int half = bytes.length / 2;
        write(new WebSocketFrame(false, code, Arrays.copyOf(bytes, half)).bare());
        write(new WebSocketFrame(true, WebSocketFrame.MORE, Arrays.copyOfRange(bytes, half, bytes.length)).bare());
    }

    private void control(WebSocketFrame frame) throws IOException {
        switch (frame.code()) {
            case WebSocketFrame.PING -> send(WebSocketFrame.PONG, frame.bytes());
            case WebSocketFrame.CLOSE -> {
                send(WebSocketFrame.CLOSE, frame.bytes());
                throw new IOException("the near end closes");
            }
            default -> {}
        }
    }

    private synchronized void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private static String accepted(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(digest.digest((key + SALT).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }
}
