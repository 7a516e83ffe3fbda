package org.countinghouse.serial.glory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.countinghouse.device.DeviceAddress;

/// Whatever text comes at the socket.io port is a packet or an [IOException], and what it says in the
/// beginning is answered or passed over.
public final class SocketIoFuzz {
    private static final GlorySettings SETTINGS =
            GlorySettings.of(DeviceAddress.of("glory:tcp://127.0.0.1:3000?user=a&password=b"));

    private SocketIoFuzz() {}

    /// The bytes hold several packets, a line each, as one connection hears them.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var talk = new OpeningTalk(SETTINGS);
        talk.begin();
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            try {
                hear(talk, SocketIoPacket.read(text));
            } catch (IOException _) {
                // The connection would end here.
            }
        }
    }

    private static void hear(OpeningTalk talk, SocketIoPacket packet) throws IOException {
        if (packet instanceof SocketIoPacket.Opened(var every, var within)
                && (every.toMillis() < SocketIoPacket.SHORTEST_WAIT
                        || every.compareTo(SocketIoPacket.USUAL_PING) > 0
                        || within.toMillis() < SocketIoPacket.SHORTEST_WAIT
                        || within.compareTo(SocketIoPacket.USUAL_PONG) > 0)) {
            throw new AssertionError("a wait nobody may choose");
        }
        if (packet instanceof SocketIoPacket.Event event
                && talk.hears(event) instanceof OpeningTalk.Next.Say(var said)
                && !(SocketIoPacket.read(said) instanceof SocketIoPacket.Event)) {
            throw new AssertionError("what we say is no packet");
        }
    }
}
