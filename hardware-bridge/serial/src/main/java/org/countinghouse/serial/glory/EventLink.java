package org.countinghouse.serial.glory;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the machine opens its link back to us. One link at a time, from the machine's own address
/// only; a new one takes the place of the old.
final class EventLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLink.class);
    private static final int WAITING_LINKS = 4;
    private static final Duration BREATH = Duration.ofMillis(50);

    private final ServerSocket door;
    private final InetAddress machine;
    private final Inbox inbox;
    private final String usual;
    private final Duration longestSilence;
    private final Object link = new Object();
    private Socket near = new Socket();
    private long heardAt;

    /// @param here the address of ours to listen at
    /// @param port 0 for any
    /// @param usual the currency of pieces that name none
    /// @throws IOException when the port is taken by somebody else
    EventLink(InetAddress machine, InetAddress here, int port, Inbox inbox, String usual, Duration longestSilence)
            throws IOException {
        this.machine = machine;
        this.inbox = inbox;
        this.usual = usual;
        this.longestSilence = longestSilence;
        door = new ServerSocket();
        // A port of ours that an earlier connection left behind can be used again at once.
        door.setReuseAddress(true);
        try {
            door.bind(new InetSocketAddress(here, port), WAITING_LINKS);
        } catch (IOException e) {
            door.close();
            throw new IOException("the port for the machine's events, " + port + ", is taken", e);
        }
        Thread.ofVirtual().name("glory events " + door.getLocalPort()).start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    boolean isUp() {
        synchronized (link) {
            return near.isConnected() && !near.isClosed() && System.nanoTime() - heardAt < longestSilence.toNanos();
        }
    }

    @Override
    public void close() {
        hangUp(door);
        synchronized (link) {
            hangUp(near);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                if (socket.getInetAddress().equals(machine)) {
                    take(socket);
                } else {
                    LOG.warn("{} is not the machine and tells no events", socket.getInetAddress());
                    hangUp(socket);
                }
            } catch (IOException _) {
                // Closed, or somebody who left before being let in. Should nobody be let in for long, we do not spin.
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }
    }

    private void take(Socket socket) {
        synchronized (link) {
            hangUp(near);
            near = socket;
            heardAt = System.nanoTime();
        }
        inbox.poke();
        Thread.ofVirtual().name("glory link " + port()).start(() -> listen(socket));
    }

    private void listen(Socket socket) {
        var splitter = new FrameSplitter();
        var bytes = new byte[8192];
        try (socket) {
            int count;
            while ((count = socket.getInputStream().read(bytes)) > 0) {
                splitter.take(bytes, count).forEach(this::hear);
            }
        } catch (IOException _) {
            // The link is gone; it is laid anew when it is missed.
        }
        inbox.poke();
    }

    private void hear(String frame) {
        synchronized (link) {
            heardAt = System.nanoTime();
        }
        try {
            FccEvent.in(frame, usual).stream()
                    .filter(each -> !(each instanceof FccEvent.HeartBeat))
                    .forEach(inbox::put);
        } catch (UnreadableXml e) {
            LOG.debug("an event that cannot be read: {}", e.getMessage());
        }
    }

    private static void hangUp(Closeable end) {
        try {
            end.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
