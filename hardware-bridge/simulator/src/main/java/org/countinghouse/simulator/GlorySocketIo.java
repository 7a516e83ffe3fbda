package org.countinghouse.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The socket.io port of a simulated controller: whoever connects asks here, and hears here what the
/// machine tells.
final class GlorySocketIo implements AutoCloseable {
    private static final int WAITING = 16;

    private final ServerSocket door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    private final Set<WebSocketEnd> connected = ConcurrentHashMap.newKeySet();
    private final Set<GloryCaller> callers = ConcurrentHashMap.newKeySet();
    private final Machine machine;
    private volatile String password = "";
    private volatile Duration signEvery = Duration.ofSeconds(25);
    private volatile Duration signWithin = Duration.ofSeconds(5);

    /// What is behind the port.
    interface Machine {
        boolean isSilent();

        String openSession(String user);

        /// @return empty when nobody hears an answer
        Optional<SimulatedGlory.Obeyed> obey(GloryAsked asked) throws IOException;

        /// Tells an answer to everybody but the one who asked.
        void tellOthers(SimulatedGlory.Obeyed obeyed, Consumer<String> bySocketIo);
    }

    GlorySocketIo(String name, Machine machine) throws IOException {
        this.machine = machine;
        Thread.ofVirtual().name(name + " socket.io").start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void wantsPassword(String secret) {
        password = secret;
    }

    void wantsSigns(Duration every, Duration within) {
        signEvery = every;
        signWithin = within;
    }

    boolean knows(String secret) {
        return password.isEmpty() || password.equals(secret);
    }

    boolean checksUsers() {
        return !password.isEmpty();
    }

    Duration signEvery() {
        return signEvery;
    }

    Duration signWithin() {
        return signWithin;
    }

    void tell(String event) {
        callers.forEach(each -> each.hear(event));
    }

    void tellOthers(String event, GloryCaller asker) {
        callers.stream().filter(each -> each != asker).forEach(each -> each.hear(event));
    }

    void cut() {
        connected.forEach(WebSocketEnd::close);
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
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                // Closed, or somebody who left at the door.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var end = new WebSocketEnd(socket)) {
            connected.add(end);
            var caller = new GloryCaller(end, this, machine);
            try {
                caller.letIn();
                callers.add(caller);
                caller.converse();
            } finally {
                callers.remove(caller);
                connected.remove(end);
            }
        } catch (IOException _) {
            // It left, or was cut off.
        }
    }
}
