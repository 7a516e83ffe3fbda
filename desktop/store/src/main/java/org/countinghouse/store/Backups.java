package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The proven copies of a station's ledger, beside it and in a second place where one is set. One of them at a
/// time is made, on a thread that sells nothing.
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'ledger-'uuuu-MM-dd'T'HH-mm-ss'Z.db'");

    /// A ledger goes on only with the key it is bound to, and in the shop it belongs to: both lie beside the copies.
    static final List<String> COMPANIONS = List.of(StationKey.FILE, "shop.json");

    /// @param head how far the copy reaches
    /// @param troubleElsewhere why the second place has no copy of it, where it has none
    public record Made(Path file, Instant at, Head head, Optional<String> troubleElsewhere) {}

    private final Path data;
    private final Path folder;
    private final Optional<Path> elsewhere;

    /// @param data the station's data folder; the station may be running
    /// @param elsewhere a folder on another disk, where one is set; several stations may share it
    public Backups(Path data, Optional<Path> elsewhere) {
        this.data = data;
        this.folder = folderBeside(DataFolder.ledgerIn(data));
        this.elsewhere = elsewhere;
    }

    static Path folderBeside(Path ledger) {
        return ledger.resolveSibling("backups");
    }

    /// Makes a copy, proves it, and lets go of those that need not be kept.
    ///
    /// @throws JournalUnavailable when no copy was made beside the ledger; the station is none the worse for it
    public Made make(Instant at) {
        return make(at, elsewhere, _ -> true);
    }

    /// The same, with a second copy somewhere else this time.
    ///
    /// @param to a folder on another disk, such as a stick; where none is named, the one that is set
    /// @param goOn told now and then how many entries are proven; false stops it, and no copy is left
    /// @throws JournalUnavailable when no copy was made beside the ledger; the station is none the worse for it
    public Made make(Instant at, Optional<Path> to, LongPredicate goOn) {
        return copied(at, to.or(() -> elsewhere), goOn);
    }

    private synchronized Made copied(Instant at, Optional<Path> second, LongPredicate goOn) {
        if (!Files.exists(DataFolder.ledgerIn(data))) {
            throw new JournalUnavailable("there is no ledger in " + data + " to back up");
        }
        var limit = new TimeLimit(LedgerCopy.LONGEST, goOn);
        Path copy = folder.resolve(NAME.format(at.atOffset(ZoneOffset.UTC)));
        Stream stream;
        Head head;
        try (var database = Database.open(DataFolder.ledgerIn(data))) {
            stream = Identity.read(database)
                    .orElseThrow(() -> new JournalUnavailable("the ledger in " + data + " was never begun"))
                    .stream();
            head = LedgerCopy.make(database, copy, limit);
        }
        try {
            keepCompanions(folder);
            prune(folder);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot keep the backups in " + folder + ": " + e.getMessage(), e);
        }
        return new Made(copy, at, head, second.flatMap(place -> copyTo(place, stream, copy)));
    }

    /// A second place that fails is told, and fails nothing else: a stick may be out, a server down.
    private Optional<String> copyTo(Path folder, Stream stream, Path copy) {
        Path place = folder.resolve(stream.tenant() + "." + stream.station());
        try {
            Durable.makeFolder(place);
            Path second = place.resolve(copy.getFileName());
            Path draft = Durable.draft(second);
            Files.copy(copy, draft, StandardCopyOption.REPLACE_EXISTING);
            Durable.sync(draft);
            if (Files.mismatch(copy, draft) >= 0) {
                throw new IOException("what was written there is not what is read back");
            }
            Durable.move(draft, second);
            keepCompanions(place);
            prune(place);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("no second backup in {}", place, e);
            return Optional.of(place + ": " + e.getMessage());
        }
    }

    private void keepCompanions(Path place) throws IOException {
        for (String name : COMPANIONS) {
            Path file = data.resolve(name);
            Path kept = place.resolve(name);
            if (Files.exists(file) && !(Files.exists(kept) && Files.mismatch(file, kept) < 0)) {
                Durable.writeSecret(kept, Files.readAllBytes(file));
            }
        }
    }

    private static void prune(Path place) throws IOException {
        Map<LocalDateTime, Path> copies = copies(place);
        copies.keySet().removeAll(Retention.kept(List.copyOf(copies.keySet())));
        for (Path old : copies.values()) {
            Files.deleteIfExists(old);
        }
    }

    /// The copies in a folder by the time in their names; what is named otherwise is not ours to touch.
    private static Map<LocalDateTime, Path> copies(Path place) throws IOException {
        var copies = new TreeMap<LocalDateTime, Path>();
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                files.forEach(file -> time(file).ifPresent(at -> copies.put(at, file)));
            }
        }
        return copies;
    }

    private static Optional<LocalDateTime> time(Path file) {
        try {
            return Optional.of(LocalDateTime.parse(file.getFileName().toString(), NAME));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// When the newest copy beside the ledger was made.
    public Optional<Instant> newest() {
        try {
            return copies(folder).keySet().stream()
                    .max(LocalDateTime::compareTo)
                    .map(at -> at.toInstant(ZoneOffset.UTC));
        } catch (IOException e) {
            LOG.warn("cannot look at the backups in {}", folder, e);
            return Optional.empty();
        }
    }

    /// A copy that is there.
    ///
    /// @param bytes how large it is
    public record Kept(Path file, Instant at, long bytes) {}

    /// The copies beside the ledger, the newest first.
    public List<Kept> kept() {
        try {
            var kept = new ArrayList<Kept>();
            for (var copy : copies(folder).entrySet()) {
                kept.add(new Kept(
                        copy.getValue(), copy.getKey().toInstant(ZoneOffset.UTC), Files.size(copy.getValue())));
            }
            return kept.reversed();
        } catch (IOException e) {
            LOG.warn("cannot look at the backups in {}", folder, e);
            return List.of();
        }
    }
}
