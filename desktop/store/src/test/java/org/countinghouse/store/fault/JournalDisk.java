package org.countinghouse.store.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.simulation.Disk;
import org.countinghouse.ledger.simulation.SimulatedShop;
import org.countinghouse.ledger.simulation.StoreWrapper;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Journal;
import org.countinghouse.store.StationKey;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.countinghouse.wire.Stream;

/// The true journal as a schedule's disk. A crash leaves the files as they lie: they are copied while the journal is
/// open, and the next run begins with the copy.
class JournalDisk implements Disk, AutoCloseable {
    private static final Instant BIRTH = Instant.parse("2026-10-24T12:00:00Z");
    private static final UUID FIRST = UUID.fromString("0192bc70-0000-7000-8000-000000000001");

    private record Run(Path folder, DataFolder data, Journal journal) {}

    private final Path home;
    private final List<Entry> entries = new ArrayList<>();
    private Path files;
    private Optional<Run> run = Optional.empty();
    private int starts;

    /// @param born a folder with a ledger nothing was written to yet
    /// @param home an empty folder
    JournalDisk(Path born, Path home) {
        this.files = born;
        this.home = home;
    }

    /// Begins a ledger other disks start from.
    static void bear(Path folder) {
        try (var data = DataFolder.take(folder);
                var _ = open(data)) {
            // To be born is all.
        }
    }

    private static Journal open(DataFolder data) {
        return Journal.open(
                data,
                SimulatedShop::currency,
                new Journal.Birth(
                        new Stream("test", "counter-1", 1),
                        StationKey.in(data.path()),
                        FIRST,
                        BIRTH,
                        LocalDate.EPOCH,
                        "test"));
    }

    @Override
    public EntryStore start() {
        try {
            starts++;
            Path next = home.resolve("start-" + starts);
            crash(files, next);
            close();
            var data = DataFolder.take(next);
            var journal = open(data);
            run = Optional.of(new Run(next, data, journal));
            files = next;
            entries.clear();
            try (var reader = journal.reader()) {
                entries.addAll(reader.entries(0, Integer.MAX_VALUE));
            }
            return new Noting(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a program that is killed leaves.
    void crash(Path from, Path to) throws IOException {
        Trial.copy(from, to);
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public String damage() {
        var verification = new Verifier(files, SimulatedShop::currency, _ -> {}).verify();
        return verification instanceof Verification.Whole ? "" : verification.toString();
    }

    @Override
    public void close() throws IOException {
        if (run.isPresent()) {
            Run ended = run.get();
            run = Optional.empty();
            ended.journal.close();
            ended.data.close();
            PowerCuts.remove(ended.folder);
        }
    }

    private final class Noting extends StoreWrapper {
        Noting(EntryStore store) {
            super(store);
        }

        @Override
        public List<Entry> append(Draft draft) {
            var written = super.append(draft);
            entries.addAll(written);
            return written;
        }
    }
}
