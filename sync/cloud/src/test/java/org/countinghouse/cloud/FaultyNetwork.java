package org.countinghouse.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;

/// Between station and cloud: each connection carries a random number of bytes each way and is then cut. So requests
/// are
/// lost, requests are cut, and answers are lost after the cloud has committed.
final class FaultyNetwork implements AutoCloseable {
    private static final int MOST_BYTES = 12_000;

    private final ServerSocket door;
    private final URI cloud;
    private final Random random;
    private volatile boolean whole;

    FaultyNetwork(URI cloud, long seed) throws IOException {
        this.cloud = cloud;
        this.random = new Random(seed);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// From now on nothing is cut.
    void mend() {
        whole = true;
    }

    private void accept() {
        try {
            while (true) {
                var station = door.accept();
                var server = new Socket(cloud.getHost(), cloud.getPort());
                int there = whole ? Integer.MAX_VALUE : random.nextInt(MOST_BYTES);
                int back = whole ? Integer.MAX_VALUE : random.nextInt(MOST_BYTES / 4);
                Thread.ofVirtual().start(() -> carry(station, server, there));
                Thread.ofVirtual().start(() -> carry(server, station, back));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void carry(Socket from, Socket to, int most) {
        try (from;
                to) {
            var buffer = new byte[512];
            int left = most;
            int read = from.getInputStream().read(buffer);
            while (read >= 0 && left > 0) {
                to.getOutputStream().write(buffer, 0, Math.min(read, left));
                left -= read;
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException cut) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
