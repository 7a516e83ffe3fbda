package org.countinghouse.store.fault;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The disk of `src/test/c/disk.c`, which remembers what was asked of it and fails when told to.
final class FaultyDisk {
    /// Which calls fail.
    enum Kind {
        WRITE(1),
        SYNC(2),
        CUT(4),
        NAME(8);

        private final int bit;

        Kind(int bit) {
            this.bit = bit;
        }
    }

    enum Mode {
        NEVER,
        ONCE,
        FOR_EVER,
        /// One in so many, by chance: whoever tries again gets through in the end.
        SOMETIMES
    }

    /// How a call fails.
    ///
    /// @param number as Linux counts errors
    record Failure(int number, boolean torn) {
        static final Failure IO_ERROR = new Failure(5, false);
        static final Failure NO_SPACE = new Failure(28, false);
        /// Half of what was to be written is.
        static final Failure NO_SPACE_HALF_WAY = new Failure(28, true);

        /// What a suite goes through: with every build one for each kind of call, on demand all.
        static List<Failure> of(Kind kind) {
            if (kind == Kind.WRITE) {
                return Size.isLong()
                        ? List.of(IO_ERROR, NO_SPACE, NO_SPACE_HALF_WAY)
                        : List.of(IO_ERROR, NO_SPACE_HALF_WAY);
            }
            return Size.isLong() ? List.of(IO_ERROR, NO_SPACE) : List.of(IO_ERROR);
        }
    }

    private static final int MODE = 0;
    private static final int COUNTDOWN = 1;
    private static final int ERROR = 2;
    private static final int KINDS = 3;
    private static final int CALLS = 4;
    private static final int FAILED = 5;
    private static final int TORN = 6;
    private static final int CHANCE = 7;
    private static final int NUMBERS = 8;
    private static final long COMPILER_LIMIT_SECONDS = 60;

    private final LongBuffer control;

    private FaultyDisk(Path control) throws IOException {
        try (var channel = FileChannel.open(
                control, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.control = channel.map(MapMode.READ_WRITE, 0, (long) NUMBERS * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        }
    }

    /// The disk a file of numbers controls; made when it is not there.
    static FaultyDisk controlledBy(Path file) throws IOException {
        return new FaultyDisk(file);
    }

    /// What a program is started with to run on such a disk.
    static Map<String, String> environment(Path library, Path folder) {
        var environment = new HashMap<String, String>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("DISK_FOLDER", folder.toString());
        return environment;
    }

    /// @param source `disk.c`
    /// @return the library to preload
    static Path compile(Path source, Path home) throws IOException, InterruptedException {
        Path library = home.resolve("disk.so");
        Path said = home.resolve("cc.log");
        Process compiler;
        try {
            compiler = new ProcessBuilder(List.of(
                            "cc",
                            "-std=gnu11",
                            "-O2",
                            "-Wall",
                            "-Wextra",
                            "-Werror",
                            "-fPIC",
                            "-shared",
                            "-fvisibility=hidden",
                            "-pthread",
                            "-o",
                            library.toString(),
                            source.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "there is no C compiler here, and without one nobody knows whether the ledger survives a power cut:"
                            + " sudo apt-get install -y gcc libc6-dev",
                    e);
        }
        if (!compiler.waitFor(COMPILER_LIMIT_SECONDS, TimeUnit.SECONDS) || compiler.exitValue() != 0) {
            throw new IllegalStateException("cannot compile " + source + ": " + Files.readString(said));
        }
        return library;
    }

    /// From now on, the call of this number fails, counted from here; or, sometimes, one in that many.
    void arm(Mode mode, Kind kind, long call, Failure failure) {
        rest();
        control.put(COUNTDOWN, call);
        control.put(ERROR, failure.number());
        control.put(KINDS, kind.bit);
        control.put(TORN, failure.torn() ? 1 : 0);
        control.put(CALLS, 0);
        control.put(FAILED, 0);
        control.put(CHANCE, 0);
        control.put(MODE, mode.ordinal());
    }

    /// From now on nothing fails.
    void rest() {
        control.put(MODE, Mode.NEVER.ordinal());
    }

    /// How many calls failed since it was armed.
    long failed() {
        return control.get(FAILED);
    }
}
