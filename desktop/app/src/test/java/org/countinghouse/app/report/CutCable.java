package org.countinghouse.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// A cable to a printer that somebody cuts after so many more bytes. Who connects again finds it mended.
final class CutCable implements AutoCloseable {
    private final ServerSocket door;
    private final int port;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    CutCable(int port) throws IOException {
        this.port = port;
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String address() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    void cutAfter(long bytes) {
        left.set(bytes);
    }

    private void serve() {
        try {
            while (true) {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> carry(near, far, true));
                Thread.ofVirtual().start(() -> carry(far, near, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void carry(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int sign = in.read(); sign >= 0; sign = in.read()) {
                if (counted && left.decrementAndGet() < 0) {
                    left.set(Long.MAX_VALUE);
                    return;
                }
                out.write(sign);
            }
        } catch (IOException cut) {
            // The other end is gone too.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
