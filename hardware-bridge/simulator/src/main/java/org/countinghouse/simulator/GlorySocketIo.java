package org.countinghouse.simulator;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The socket.io port of a simulated controller: whoever connects asks here, and hears here what the
/// machine tells.
final class GlorySocketIo implements AutoCloseable {
    private final Visitors visitors;
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
        visitors = new Visitors(name + " socket.io", this::converse);
    }

    int port() {
        return visitors.port();
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
        visitors.cut();
    }

    @Override
    public void close() {
        visitors.close();
    }

    private void converse(Socket socket) throws IOException {
        try (var end = new WebSocketEnd(socket)) {
            var caller = new GloryCaller(end, this, machine);
            try {
                caller.letIn();
                callers.add(caller);
                caller.converse();
            } finally {
                callers.remove(caller);
            }
        }
    }
}
