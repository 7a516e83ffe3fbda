package org.countinghouse.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// What this program holds, in MB.
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int COLLECTIONS = 3;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;

    private Memory() {}

    /// What is still reached on the heap.
    static double heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }

    /// What of it is in the computer's memory now; empty where the system does not say.
    static OptionalDouble resident() {
        if (!Files.exists(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return resident(Files.readAllLines(STATUS));
        } catch (IOException e) {
            throw new UncheckedIOException("the system does not say what memory this program uses", e);
        }
    }

    /// @param status the lines of Linux's `/proc/PID/status` (proc(5))
    static OptionalDouble resident(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KILOBYTES_PER_MEGABYTE)
                .findFirst();
    }
}
