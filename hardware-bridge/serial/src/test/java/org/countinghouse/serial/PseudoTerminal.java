package org.countinghouse.serial;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A serial cable without hardware: a Linux pseudo terminal, whose far end the test holds.
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR_O_NOCTTY = 0x102;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(4096);
    private final int master;
    private final String name;

    PseudoTerminal() {
        master = (int) call("posix_openpt", ValueLayout.JAVA_INT, O_RDWR_O_NOCTTY);
        call("grantpt", ValueLayout.JAVA_INT, master);
        call("unlockpt", ValueLayout.JAVA_INT, master);
        call("ptsname_r", ValueLayout.JAVA_INT, master, buffer, 4096L);
        name = buffer.getString(0);
        // With no near end open at all, reading the far end fails instead of waiting.
        call("open", ValueLayout.JAVA_INT, arena.allocateFrom(name), O_RDWR_O_NOCTTY);
    }

    String name() {
        return name;
    }

    /// The bytes that came through the cable; waits for the first.
    byte[] read() {
        long count = (long) call("read", ValueLayout.JAVA_LONG, master, buffer, 4096L);
        var bytes = new byte[(int) Math.max(0, count)];
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
        return bytes;
    }

    void write(byte... bytes) {
        try (var scratch = Arena.ofConfined()) {
            var copy = scratch.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            call("write", ValueLayout.JAVA_LONG, master, copy, (long) bytes.length);
        }
    }

    @Override
    public void close() {
        call("close", ValueLayout.JAVA_INT, master);
    }

    private static Object call(String function, ValueLayout answer, Object... arguments) {
        var linker = Linker.nativeLinker();
        var layouts = new ValueLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = switch (arguments[i]) {
                case Integer _ -> ValueLayout.JAVA_INT;
                case Long _ -> ValueLayout.JAVA_LONG;
                default -> ValueLayout.ADDRESS;
            };
        }
        MethodHandle handle = linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(answer, layouts));
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(function, e);
        }
    }
}
