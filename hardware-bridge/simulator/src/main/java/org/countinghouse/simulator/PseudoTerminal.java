package org.countinghouse.simulator;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.device.DeviceAddress;

/// A serial cable without hardware: a Linux pseudo terminal, whose far end we hold (posix_openpt(3),
/// pty(7)). Its name is a link that stays the same when the cable is pulled and put in again.
final class PseudoTerminal implements FarEnd {
    private static final int O_RDWR_O_NOCTTY = 0x102;
    private static final int CAPACITY = 4096;
    private static final short POLLIN = 1;
    private static final Map<String, MethodHandle> FUNCTIONS = new ConcurrentHashMap<>();

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(CAPACITY);
    private final MemorySegment poll = arena.allocate(MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_INT));
    private final Path link;
    private final Object ends = new Object();
    private int master = -1;
    private int keptOpen = -1;
    private int laid;
    private int seen;
    private boolean closed;

    /// @throws IOException when the system gives no pseudo terminal
    PseudoTerminal(String name) throws IOException {
        link = Files.createTempDirectory("countinghouse-cable-").resolve(name);
        synchronized (ends) {
            lay();
        }
        seen = laid;
    }

    @Override
    public DeviceAddress cable() {
        return DeviceAddress.of("serial:" + link);
    }

    @Override
    public int read(byte[] into) throws IOException {
        while (true) {
            synchronized (ends) {
                if (closed) {
                    throw new IOException("the simulator was closed");
                }
                if (laid != seen) {
                    seen = laid;
                    return 0;
                }
                if (readable()) {
                    long count = (long)
                            call("read", ValueLayout.JAVA_LONG, master, buffer, (long) Math.min(CAPACITY, into.length));
                    if (count > 0) {
                        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) count);
                        return (int) count;
                    }
                }
            }
            pause();
        }
    }

    @Override
    public void write(byte[] bytes) {
        synchronized (ends) {
            if (closed) {
                return;
            }
            try (var scratch = Arena.ofConfined()) {
                var copy = scratch.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
                call("write", ValueLayout.JAVA_LONG, master, copy, (long) bytes.length);
            }
        }
    }

    @Override
    public void cut() {
        synchronized (ends) {
            if (!closed) {
                unlay();
                try {
                    lay();
                } catch (IOException e) {
                    throw new IllegalStateException("the cable could not be put in again", e);
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (ends) {
            if (closed) {
                return;
            }
            closed = true;
            unlay();
            try {
                Files.deleteIfExists(link);
                Files.deleteIfExists(link.getParent());
            } catch (IOException _) {
                // A left-over link in the temporary folder does no harm.
            }
        }
    }

    private void lay() throws IOException {
        master = (int) call("posix_openpt", ValueLayout.JAVA_INT, O_RDWR_O_NOCTTY);
        if (master < 0) {
            throw new IOException("the system gives no pseudo terminal");
        }
        call("grantpt", ValueLayout.JAVA_INT, master);
        call("unlockpt", ValueLayout.JAVA_INT, master);
        call("ptsname_r", ValueLayout.JAVA_INT, master, buffer, (long) CAPACITY);
        String name = buffer.getString(0);
        // With no near end open at all, reading the far end fails instead of waiting.
        try (var scratch = Arena.ofConfined()) {
            keptOpen = (int) call("open", ValueLayout.JAVA_INT, scratch.allocateFrom(name), O_RDWR_O_NOCTTY);
        }
        raw();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(name));
        laid++;
    }

    /// A fresh terminal echoes and cooks what it gets until the near end has set it up (cfmakeraw(3),
    /// tcsetattr(3)).
    private void raw() {
        try (var scratch = Arena.ofConfined()) {
            var settings = scratch.allocate(128);
            call("tcgetattr", ValueLayout.JAVA_INT, keptOpen, settings);
            call("cfmakeraw", ValueLayout.JAVA_INT, settings);
            call("tcsetattr", ValueLayout.JAVA_INT, keptOpen, 0, settings);
        }
    }

    private void unlay() {
        call("close", ValueLayout.JAVA_INT, keptOpen);
        call("close", ValueLayout.JAVA_INT, master);
    }

    private boolean readable() {
        poll.setAtIndex(ValueLayout.JAVA_INT, 0, master);
        poll.setAtIndex(ValueLayout.JAVA_INT, 1, POLLIN);
        int ready = (int) call("poll", ValueLayout.JAVA_INT, poll, 1L, 0);
        return ready > 0;
    }

    /// Not in `poll` itself, because writing must be possible meanwhile.
    private static void pause() throws IOException {
        try {
            Thread.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("the simulator was stopped");
        }
    }

    private static Object call(String function, ValueLayout answer, Object... arguments) {
        try {
            return FUNCTIONS
                    .computeIfAbsent(function, name -> handle(name, answer, arguments))
                    .invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }

    private static MethodHandle handle(String function, ValueLayout answer, Object... arguments) {
        var linker = Linker.nativeLinker();
        var layouts = new ValueLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer _ -> ValueLayout.JAVA_INT;
                case Long _ -> ValueLayout.JAVA_LONG;
                default -> ValueLayout.ADDRESS;
            };
        }
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(answer, layouts));
    }
}
