package org.countinghouse.serial.glory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Puts the parts of WebSocket messages together. A message that is longer than it may be ends the
/// connection before more of it is kept.
final class WebSocketEar implements WebSocket.Listener {
    static final int LONGEST_TEXT = SocketIoPacket.LONGEST;
    static final int LONGEST_BYTES = FrameSplitter.LONGEST_FRAME;

    private final Whole whole;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// Who takes whole messages.
    interface Whole {
        void opened(WebSocket socket);

        /// @throws IOException ends the connection
        void heard(String text) throws IOException;

        void heard(byte[] bytes);

        void ended(IOException why);
    }

    WebSocketEar(Whole whole) {
        this.whole = whole;
    }

    @Override
    public void onOpen(WebSocket socket) {
        whole.opened(socket);
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        if (text.length() + part.length() > LONGEST_TEXT) {
            whole.ended(new IOException("a message of more than " + LONGEST_TEXT + " letters"));
            return null;
        }
        text.append(part);
        if (last) {
            String all = text.toString();
            text.setLength(0);
            try {
                whole.heard(all);
            } catch (IOException e) {
                whole.ended(e);
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        if (bytes.size() + part.remaining() > LONGEST_BYTES) {
            whole.ended(new IOException("a message of more than " + LONGEST_BYTES + " bytes"));
            return null;
        }
        var some = new byte[part.remaining()];
        part.get(some);
        bytes.writeBytes(some);
        if (last) {
            byte[] all = bytes.toByteArray();
            bytes.reset();
            whole.heard(all);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        whole.ended(new IOException("the machine closed the connection (" + code + ")"));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        whole.ended(new IOException("the connection broke: " + failure.getMessage(), failure));
    }
}
