package org.countinghouse.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The printer's network socket on loopback. It can be pulled out and put back at the same port.
final class PrinterFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterFront.class);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);

    /// Somebody who hears what comes in; `answers` goes back to whoever sent it.
    interface Hearer {
        void heard(byte[] bytes, int count, OutputStream answers);

        /// Nobody is connected any more.
        void alone();
    }

    private final String name;
    private final Hearer hearer;
    private final Set<Socket> connected = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private Thread doorkeeper;

    PrinterFront(String name, Hearer hearer) throws IOException {
        this.name = name;
        this.hearer = hearer;
        door = opened(0);
        doorkeeper = listen(door);
    }

    synchronized int port() {
        return door.getLocalPort();
    }

    synchronized boolean isPluggedIn() {
        return !door.isClosed();
    }

    synchronized void unplug() {
        closeQuietly(door);
        awaitDoorkeeper();
        connected.forEach(PrinterFront::closeQuietly);
        connected.clear();
    }

    synchronized void plugIn() {
        if (door.isClosed()) {
            try {
                door = opened(door.getLocalPort());
                doorkeeper = listen(door);
            } catch (IOException e) {
                throw new IllegalStateException("port " + door.getLocalPort() + " has been taken meanwhile", e);
            }
        }
    }

    @Override
    public void close() {
        unplug();
    }

    private static ServerSocket opened(int port) throws IOException {
        var door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return door;
    }

    /// A port stays taken until the thread that waits at it has noticed.
    private void awaitDoorkeeper() {
        try {
            if (!doorkeeper.join(NOTICED_WITHIN)) {
                LOG.warn("{}: nobody noticed that the door is shut", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread listen(ServerSocket at) {
        return Thread.ofVirtual().name(name).start(() -> {
            try {
                while (!at.isClosed()) {
                    Socket socket = at.accept();
                    connected.add(socket);
                    Thread.ofVirtual().name(name).start(() -> hear(socket));
                }
            } catch (IOException _) {
                LOG.debug("{} is unplugged", name);
            }
        });
    }

    private void hear(Socket socket) {
        var bytes = new byte[4096];
        try (socket) {
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (connected.contains(socket)) {
                    hearer.heard(bytes, count, out);
                }
            }
        } catch (IOException e) {
            LOG.debug("{} was left: {}", name, e.getMessage());
        } finally {
            connected.remove(socket);
            if (connected.isEmpty()) {
                hearer.alone();
            }
        }
    }

    private static void closeQuietly(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            LOG.debug("already gone");
        }
    }
}
