package org.countinghouse.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Everybody who connects to a loopback port, each spoken with on a thread of its own until it leaves.
final class Visitors implements AutoCloseable {
    private static final int WAITING = 16;

    private final ServerSocket door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private final Host host;

    /// Speaks with one of them.
    interface Host {
        /// @throws IOException when it left, or was cut off
        void converse(Socket visitor) throws IOException;
    }

    Visitors(String name, Host host) throws IOException {
        this.host = host;
        Thread.ofVirtual().name(name).start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Cuts off whoever is connected.
    void cut() {
        connected.forEach(Visitors::hangUp);
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
                var visitor = door.accept();
                visitor.setTcpNoDelay(true);
                connected.add(visitor);
                Thread.ofVirtual().start(() -> converse(visitor));
            } catch (IOException _) {
                // Closed, or somebody who left at the door.
            }
        }
    }

    private void converse(Socket visitor) {
        try (visitor) {
            host.converse(visitor);
        } catch (IOException _) {
            // It left, or was cut off.
        } finally {
            connected.remove(visitor);
        }
    }

    private static void hangUp(Socket visitor) {
        try {
            visitor.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
