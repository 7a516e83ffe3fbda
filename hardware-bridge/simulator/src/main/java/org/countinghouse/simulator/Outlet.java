package org.countinghouse.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.countinghouse.device.DeviceAddress;

/// A loopback socket as the far end of a cable. It serves one near end at a time; a new one takes the
/// place of the old.
final class Outlet implements FarEnd {
    private final ServerSocket door;
    private final Object ends = new Object();
    private Socket near = new Socket();
    private Socket seen = near;
    private boolean closed;

    Outlet() throws IOException {
        door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("outlet " + door.getLocalPort()).daemon().start(this::serve);
    }

    @Override
    public DeviceAddress cable() {
        return DeviceAddress.of("tcp://127.0.0.1:" + door.getLocalPort());
    }

    @Override
    public int read(byte[] into) throws IOException {
        Socket now;
        synchronized (ends) {
            while (!closed && (near.isClosed() || !near.isConnected()) && near == seen) {
                await();
            }
            if (closed) {
                throw new IOException("the simulator was closed");
            }
            if (near != seen) {
                seen = near;
                return 0;
            }
            now = near;
        }
        try {
            int count = now.getInputStream().read(into);
            if (count > 0) {
                return count;
            }
        } catch (IOException _) {
            // The near end is gone; another may come.
        }
        hangUp(now);
        return 0;
    }

    @Override
    public void write(byte[] bytes) {
        Socket now;
        synchronized (ends) {
            now = near;
        }
        try {
            if (now.isConnected() && !now.isClosed()) {
                now.getOutputStream().write(bytes);
            }
        } catch (IOException _) {
            hangUp(now);
        }
    }

    @Override
    public void cut() {
        Socket now;
        synchronized (ends) {
            now = near;
        }
        hangUp(now);
    }

    @Override
    public void close() {
        synchronized (ends) {
            closed = true;
            ends.notifyAll();
        }
        try {
            door.close();
        } catch (IOException _) {
            // It takes nobody any more either way.
        }
        cut();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                socket.setTcpNoDelay(true);
                Socket old;
                synchronized (ends) {
                    old = near;
                    near = socket;
                    ends.notifyAll();
                }
                hangUp(old);
            } catch (IOException _) {
                // Closed, or a near end that left before it was served.
            }
        }
    }

    private void await() throws IOException {
        try {
            ends.wait();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("the simulator was stopped");
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
