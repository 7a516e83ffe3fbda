package org.countinghouse.store.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.store.Backstage;
import org.countinghouse.store.Backups;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.FaultyDisk.Failure;
import org.countinghouse.store.fault.FaultyDisk.Kind;
import org.countinghouse.store.fault.FaultyDisk.Mode;

/// A program on a [FaultyDisk] that lets the first call of a piece of work fail, then the second, and so on until
/// the work comes to its end without meeting the fault; once with a single failure, once with a disk that stays
/// broken. It tells what it found.
final class Trial {
    /// What a station does, from order to order.
    enum Work {
        SALE(3, 3, Moment.OPEN),
        CLOSE(Orders.DAY - 1, Orders.DAY - 1, Moment.OPEN),
        /// With the log written back in between, which else happens once in more than a hundred sales.
        SALES_AND_CHECKPOINT(3, 9, Moment.OPEN),
        /// A ledger that was left open in the middle of a day.
        START(3, 3, Moment.CLOSED),
        /// A folder with nothing in it, with the schema's making.
        BIRTH(0, 0, Moment.CLOSED),
        /// The end of the program, with the log written back.
        END(3, 2, Moment.OPEN),
        /// A ledger of the first version is opened: copied, proved, brought forward.
        MIGRATION(3, 3, Moment.CLOSED),
        /// A backup beside the ledger and one in a second place.
        BACKUP(3, 2, Moment.OPEN);

        /// When the disk breaks.
        private enum Moment {
            OPEN,
            CLOSED
        }

        private final long first;
        private final long last;
        private final Moment breaks;

        Work(long first, long last, Moment breaks) {
            this.first = first;
            this.last = last;
            this.breaks = breaks;
        }
    }

    /// One fault in one piece of work.
    private record Fault(Work work, Kind kind, Failure failure, Mode mode, long call) {}

    private static final int MOST_CALLS = 5_000;
    private static final int CHECKPOINT_PAGES = 20;
    private static final Instant BACKED_UP = Instant.parse("2026-11-21T20:00:00Z");

    private final Path folder;
    private final FaultyDisk disk;
    private final boolean careless;
    private final List<String> findings = new ArrayList<>();
    private int faults;

    private Trial(Path folder, FaultyDisk disk, boolean careless) {
        this.folder = folder;
        this.disk = disk;
        this.careless = careless;
    }

    /// @param arguments an empty folder on the faulty disk, the file that controls it, the work, and whether to
    ///     acknowledge what failed
    public static void main(String[] arguments) throws IOException {
        var trial = new Trial(
                Path.of(arguments[0]),
                FaultyDisk.controlledBy(Path.of(arguments[1])),
                Boolean.parseBoolean(arguments[3]));
        trial.run(Work.valueOf(arguments[2]));
        trial.findings.stream().limit(20).forEach(System.out::println);
        System.out.println(trial.faults + " faults, " + trial.findings.size() + " findings");
    }

    private void run(Work work) throws IOException {
        disk.rest();
        Path prepared = folder.resolve("prepared");
        if (work == Work.MIGRATION) {
            Path newer = folder.resolve("newer");
            prepare(newer, work.first);
            Files.createDirectory(prepared);
            Backstage.downgrade(newer, prepared);
        } else if (work != Work.BIRTH) {
            prepare(prepared, work.first);
        }
        for (Kind kind : Kind.values()) {
            for (Failure failure : Failure.of(kind)) {
                for (Mode mode : List.of(Mode.ONCE, Mode.FOR_EVER)) {
                    runUntilItPasses(prepared, work, kind, failure, mode);
                }
            }
        }
    }

    private void runUntilItPasses(Path prepared, Work work, Kind kind, Failure failure, Mode mode) throws IOException {
        boolean met = true;
        for (long call = 1; met; call++) {
            if (call > MOST_CALLS) {
                throw new IllegalStateException(work + " has no end");
            }
            var fault = new Fault(work, kind, failure, mode, call);
            try {
                met = meet(prepared, fault);
            } catch (RuntimeException e) {
                findings.add(fault + ": a fault nobody expected: " + e + " at " + e.getStackTrace()[0]);
            }
            disk.rest();
            faults += met ? 1 : 0;
        }
    }

    /// The orders before the work. The program goes away without closing anything.
    private static void prepare(Path folder, long orders) throws IOException {
        var open = Files.createTempDirectory(folder.getParent(), "open");
        try (var shop = new TestShop(open)) {
            for (long order = 0; order < orders; order++) {
                shop.give(Orders.id(order), Orders.command(order, shop.journal.books()));
            }
            copy(open, folder);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        copyInto(from, to);
    }

    /// The files of a folder, but for SQLite's shared memory, which is not on the disk.
    static void copyInto(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file) && !file.toString().endsWith("-shm")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private void clear() throws IOException {
        for (String name : List.of("ledger", "ledger-second")) {
            if (Files.exists(folder.resolve(name))) {
                PowerCuts.remove(folder.resolve(name));
            }
        }
    }

    /// @return whether the disk came to fail
    private boolean meet(Path prepared, Fault fault) throws IOException {
        Path ledger = folder.resolve("ledger");
        clear();
        if (Files.exists(prepared)) {
            copy(prepared, ledger);
        }
        var day = new Day(ledger, fault);
        day.work();
        long failed = disk.failed();
        disk.rest();
        day.goOn();
        return failed > 0;
    }

    /// A station on a disk that breaks, and is mended.
    private final class Day {
        private final Path ledger;
        private final Fault fault;
        private Optional<TestShop> shop = Optional.empty();
        private long acknowledged;

        Day(Path ledger, Fault fault) {
            this.ledger = ledger;
            this.fault = fault;
            this.acknowledged = fault.work.first - 1;
        }

        void work() {
            if (fault.work.breaks == Work.Moment.OPEN) {
                open();
            }
            if (fault.work == Work.SALES_AND_CHECKPOINT) {
                Backstage.checkpointEvery(shop.orElseThrow().journal, CHECKPOINT_PAGES);
            }
            disk.arm(fault.mode, fault.kind, fault.call, fault.failure);
            boolean well = tried(this::open);
            for (long order = fault.work.first; well && order <= fault.work.last; order++) {
                long each = order;
                well = tried(() -> give(each)) || careless;
                acknowledged = well ? each : acknowledged;
            }
            if (!well && fault.mode == Mode.FOR_EVER && shop.isPresent() && acknowledged < fault.work.last) {
                // Whoever asks again on a disk that stays broken is told again.
                long next = acknowledged + 1;
                acknowledged = tried(() -> give(next)) ? next : acknowledged;
            }
            if (fault.work == Work.END) {
                tried(this::close);
            } else if (fault.work == Work.BACKUP) {
                tried(this::backUp);
            }
        }

        /// The disk is well again: the station goes on by itself, and what failed is given again under its id.
        void goOn() throws IOException {
            open();
            var audit = new Audit();
            look(audit.entries(shop.orElseThrow(), acknowledged));
            long last = fault.work.last + 1;
            for (long order = acknowledged + 1; order <= last; order++) {
                give(order);
            }
            look(audit.look(shop.orElseThrow(), last));
            if (fault.work == Work.BACKUP) {
                backUp();
            }
            close();
            lookAtCopies(ledger.resolve("backups"));
            lookAtCopies(second().resolve("test.counter-1"));
        }

        private void backUp() {
            new Backups(ledger, Optional.of(second())).make(BACKED_UP);
        }

        private Path second() {
            return ledger.resolveSibling(ledger.getFileName() + "-second");
        }

        /// What bears a backup's name is one.
        private void lookAtCopies(Path place) throws IOException {
            if (Files.isDirectory(place)) {
                try (var files = Files.list(place)) {
                    files.filter(file -> file.toString().endsWith(".db")).forEach(Backstage::proven);
                }
            }
        }

        private void look(List<String> found) {
            if (!found.isEmpty()) {
                findings.add(fault + ": " + found);
            }
        }

        private void open() {
            if (shop.isEmpty()) {
                shop = Optional.of(new TestShop(ledger));
            }
        }

        private void close() {
            var closing = shop.orElseThrow();
            shop = Optional.empty();
            closing.close();
        }

        private void give(long order) {
            Trader.give(shop.orElseThrow(), order, Orders.id(order));
        }

        /// Whether the station did it, or said that it cannot.
        private boolean tried(Runnable work) {
            try {
                work.run();
                return true;
            } catch (JournalUnavailable e) {
                if (e.getMessage() == null || e.getMessage().isBlank()) {
                    findings.add(fault + ": said nothing");
                }
                return false;
            }
        }
    }
}
