package org.countinghouse.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.stream.Stream;

/// An open device file of Linux, through the C library: open(2), poll(2), read(2), write(2), close(2).
/// The numbers are those of `<fcntl.h>`, `<poll.h>` and `<errno.h>` on x86-64 and aarch64.
final class DeviceFile {
    private static final int O_RDWR_NOCTTY_NONBLOCK = 0x2 | 0x100 | 0x800;
    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int POLLERR_HUP_NVAL = 0x8 | 0x10 | 0x20;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int FAILED = -1;

    private final int number;

    private DeviceFile(int number) {
        this.number = number;
    }

    /// What became of opening it.
    sealed interface Opened {
        record Open(DeviceFile file) implements Opened {}

        record Not(String reason) implements Opened {}
    }

    static Opened opened(Path path) {
        try (var scratch = Arena.ofConfined()) {
            var error = scratch.allocate(C.STATE);
            int number = (int) C.call(C.OPEN, error, scratch.allocateFrom(path.toString()), O_RDWR_NOCTTY_NONBLOCK);
            return number == FAILED ? new Opened.Not(C.reason(error)) : new Opened.Open(new DeviceFile(number));
        }
    }

    /// @return whether there is something to read within the limit
    /// @throws IOException when the device is gone
    boolean awaitReadable(int limitMillis) throws IOException {
        return ready(POLLIN, limitMillis);
    }

    boolean awaitWritable(int limitMillis) throws IOException {
        return ready(POLLOUT, limitMillis);
    }

    /// @return how many bytes there were, which may be none
    int read(byte[] into) throws IOException {
        try (var scratch = Arena.ofConfined()) {
            var error = scratch.allocate(C.STATE);
            var buffer = scratch.allocate(into.length);
            int count = moved((long) C.call(C.READ, error, number, buffer, (long) into.length), error);
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, count);
            return count;
        }
    }

    /// @return how many bytes were taken, which may be none
    int write(byte[] bytes, int from) throws IOException {
        try (var scratch = Arena.ofConfined()) {
            var error = scratch.allocate(C.STATE);
            int length = bytes.length - from;
            var buffer = scratch.allocate(length);
            MemorySegment.copy(bytes, from, buffer, ValueLayout.JAVA_BYTE, 0, length);
            return moved((long) C.call(C.WRITE, error, number, buffer, (long) length), error);
        }
    }

    void close() {
        try (var scratch = Arena.ofConfined()) {
            C.call(C.CLOSE, scratch.allocate(C.STATE), number);
        }
    }

    private boolean ready(short wish, int limitMillis) throws IOException {
        try (var scratch = Arena.ofConfined()) {
            var error = scratch.allocate(C.STATE);
            var poll = scratch.allocate(8, 4);
            poll.set(ValueLayout.JAVA_INT, 0, number);
            poll.set(ValueLayout.JAVA_SHORT, 4, wish);
            int count = (int) C.call(C.POLL, error, poll, 1L, limitMillis);
            if (count == FAILED && C.number(error) != EINTR) {
                throw new IOException(C.reason(error));
            }
            int seen = count > 0 ? poll.get(ValueLayout.JAVA_SHORT, 6) : 0;
            // A device that hung up is readable too, and then reads as empty for ever.
            if ((seen & POLLERR_HUP_NVAL) != 0) {
                throw new IOException("the cable was pulled");
            }
            return (seen & wish) != 0;
        }
    }

    private static int moved(long count, MemorySegment error) throws IOException {
        if (count == FAILED) {
            int number = C.number(error);
            if (number != EAGAIN && number != EINTR) {
                throw new IOException("the cable was pulled (" + C.reason(error) + ")");
            }
            return 0;
        }
        return (int) count;
    }

    /// The functions of the C library.
    private static final class C {
        static final MemoryLayout STATE = Linker.Option.captureStateLayout();
        static final MethodHandle OPEN = function(
                "open",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        static final MethodHandle POLL = function(
                "poll",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
        static final MethodHandle READ = function(
                "read",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        static final MethodHandle WRITE = function(
                "write",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        static final MethodHandle CLOSE =
                function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        private static final MethodHandle STRERROR = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("strerror"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
        private static final int LONGEST_REASON = 200;

        static Object call(MethodHandle function, Object... arguments) {
            try {
                return function.invokeWithArguments(arguments);
            } catch (Throwable e) {
                throw new IllegalStateException("the C library", e);
            }
        }

        static int number(MemorySegment state) {
            return (int) ERRNO.get(state, 0L);
        }

        static String reason(MemorySegment state) {
            var text = (MemorySegment) call(STRERROR, number(state));
            return text.reinterpret(LONGEST_REASON).getString(0) + ", error " + number(state);
        }

        private static MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... more) {
            var linker = Linker.nativeLinker();
            var options = Stream.concat(Stream.of(Linker.Option.captureCallState("errno")), Stream.of(more));
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), shape, options.toArray(Linker.Option[]::new));
        }
    }
}
