package org.countinghouse.serial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// A socket as a cable. Not blocking underneath, because a plain socket has no limit for writing.
final class TcpCable implements Cable {
    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;

    private TcpCable(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        readable = Selector.open();
        writable = Selector.open();
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    static TcpCable to(InetSocketAddress farEnd, Duration limit) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket().connect(farEnd, Math.toIntExact(limit.toMillis()));
            channel.socket().setTcpNoDelay(true);
            channel.socket().setKeepAlive(true);
            return new TcpCable(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0) {
                awaitReady(writable, deadline);
                if (deadline.isOver()) {
                    throw new IOException("took no bytes for " + limit.toMillis() + " ms");
                }
            }
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        awaitReady(readable, Deadline.in(limit));
        int count = channel.read(ByteBuffer.wrap(into));
        if (count < 0) {
            throw new IOException("the far end hung up");
        }
        return count;
    }

    @Override
    public void close() {
        try (channel;
                readable;
                writable) {
            channel.socket().setSoLinger(false, 0);
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    private void awaitReady(Selector selector, Deadline deadline) throws IOException {
        if (!channel.isOpen() || !selector.isOpen()) {
            throw new IOException("the cable was taken off");
        }
        selector.select(Math.max(1, deadline.millisLeft()));
        if (!channel.isOpen() || !selector.isOpen()) {
            throw new IOException("the cable was taken off");
        }
        selector.selectedKeys().clear();
    }
}
