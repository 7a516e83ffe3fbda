package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a backup in the place of a station's ledger. The file is proven first; an older state than what is known is
/// refused unless it is wanted; the old ledger is moved aside whole, never overwritten.
public final class Restore {
    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
    private static final List<String> OF_THE_LEDGER = List.of("ledger.db", "ledger.db-wal", "ledger.db-shm");

    /// @param head how far the restored ledger reaches
    /// @param lost how many known entries it lacks; a manager must accept that before the station records again
    /// @param replaced where the old ledger lies now, when there was one
    public record Restored(Head head, long lost, Optional<Path> replaced) {}

    private final DataFolder folder;
    private final Path from;
    private final Function<String, Currency> currencies;
    private final Optional<Path> secondPlace;

    /// @param folder taken, so that no station runs on it
    /// @param from the backup, or another closed ledger of this station
    /// @param secondPlace the folder of a second high-water mark, where one is set
    public Restore(DataFolder folder, Path from, Function<String, Currency> currencies, Optional<Path> secondPlace) {
        this.folder = folder;
        this.from = from;
        this.currencies = currencies;
        this.secondPlace = secondPlace;
    }

    /// @param acceptFork whether an older or other state than what is known is wanted
    /// @throws JournalUnavailable saying why not; nothing was changed then
    public Restored run(boolean acceptFork) {
        requireAlone();
        Head head = LedgerCopy.prove(from, new TimeLimit(LedgerCopy.LONGEST));
        Identity identity = proven();
        requireKey(identity);
        var marks = Marks.of(folder.path(), identity.stream(), secondPlace);
        List<Head> known = known(identity, marks);
        long lost = known.stream().mapToLong(each -> lost(head, each)).max().orElse(0);
        if (lost > 0 && !acceptFork) {
            throw new JournalUnavailable("the backup ends at entry " + head.sequence() + ", but this station knows of "
                    + known.getLast().sequence() + ": " + lost + " known entries are not in " + from
                    + ". Take a newer backup, or say --accept-fork; nothing was changed");
        }
        try {
            return new Restored(head, lost, put(identity, marks, known.isEmpty() ? head : known.getLast()));
        } catch (IOException e) {
            throw new JournalUnavailable(
                    "the backup could not be put in place (" + e.getMessage()
                            + "): try again; nothing of the old ledger" + " is lost, it lies in " + folder.path(),
                    e);
        }
    }

    /// A log beside the file holds entries the file alone does not have.
    private void requireAlone() {
        if (!Files.isRegularFile(from)) {
            throw new JournalUnavailable("there is no backup " + from);
        }
        if (Files.exists(from.resolveSibling(from.getFileName() + "-wal"))) {
            throw new JournalUnavailable(from + " was not closed: a log lies beside it. Start and close its station"
                    + " first, or take a backup that countinghouse made");
        }
    }

    private Identity proven() {
        var verification = Verifier.ofCopy(from, currencies).verify();
        try (var database = Database.openCopy(from)) {
            boolean whole = verification instanceof Verification.Whole
                    || verification instanceof Verification.Broken broken
                            && Accepted.in(database).contains(broken.expected());
            if (!whole) {
                throw new JournalUnavailable(from + " does not prove to be whole: " + verification);
            }
            return Identity.read(database).orElseThrow();
        }
    }

    /// The ledger goes on only with the key it is bound to: the folder's, or the one beside the backup.
    private void requireKey(Identity identity) {
        Path place = Files.exists(folder.path().resolve(StationKey.FILE)) ? folder.path() : parent(from);
        if (!Files.exists(place.resolve(StationKey.FILE))) {
            throw new JournalUnavailable("the key of " + identity.stream() + " is missing: " + StationKey.FILE
                    + " must lie in " + folder.path() + " or beside the backup; nothing was changed");
        }
        if (!Arrays.equals(StationKey.in(place).open().getEncoded(), identity.publicKey())) {
            throw new JournalUnavailable("the backup is of " + identity.stream() + " with another key than that in "
                    + place + ": it is not this station's; nothing was changed");
        }
    }

    /// What is known of this station, the furthest last: by its ledger as it lies here, its marks, the cloud's word.
    private List<Head> known(Identity identity, Marks marks) {
        var known = new ArrayList<Head>();
        for (Marks.Found found : marks.all()) {
            if (found instanceof Marks.Found.Mark(var mark)) {
                require(identity, mark.stream());
                known.add(mark.head());
            }
        }
        oldLedger().ifPresent(old -> {
            require(identity, old.identity.stream());
            known.addAll(old.heads);
        });
        known.removeIf(head -> head.sequence() == 0);
        known.sort(Comparator.comparingLong(Head::sequence));
        return known;
    }

    private record Old(Identity identity, List<Head> heads) {}

    /// An old ledger that cannot be read is why people restore; then the marks are what is known.
    private Optional<Old> oldLedger() {
        if (!Files.exists(folder.ledger())) {
            return Optional.empty();
        }
        try (var database = Database.openToRead(folder.ledger())) {
            return Identity.read(database).map(old -> {
                var heads = new ArrayList<>(List.of(Trust.last(database, old)));
                Anchors.of(database, old.stream(), List.of()).newest().ifPresent(heads::add);
                return new Old(old, heads);
            });
        } catch (JournalUnavailable | DataAccessException e) {
            LOG.warn("the ledger that is replaced cannot be read", e);
            return Optional.empty();
        }
    }

    private static void require(Identity identity, Stream found) {
        if (!found.tenant().equals(identity.stream().tenant())
                || !found.station().equals(identity.stream().station())) {
            throw new JournalUnavailable(
                    "the folder is of " + found + ", the backup of " + identity.stream() + "; nothing was changed");
        }
    }

    /// How many known entries the backup lacks, at the least one when it has another entry in a known one's place.
    private long lost(Head head, Head known) {
        if (known.sequence() > head.sequence()) {
            return known.sequence() - head.sequence();
        }
        try (var database = Database.openCopy(from)) {
            return Anchors.stored(database, known.sequence())
                            .filter(known.hash()::equals)
                            .isPresent()
                    ? 0
                    : 1;
        }
    }

    /// Each step can be the last one before a power cut: until the very end the folder has no ledger, and its mark
    /// says that it had one.
    private Optional<Path> put(Identity identity, Marks marks, Head reached) throws IOException {
        Path draft = Durable.draft(folder.ledger());
        Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING);
        // A backup keeps no log; a ledger does. An older schema is brought forward here too.
        Database.open(draft).close();
        Durable.sync(draft);
        takeCompanions();
        // Before the ledger: a station that starts on an older state than it knew of must see that.
        boolean unknown = marks.own() instanceof Marks.Found.Nothing
                || marks.own() instanceof Marks.Found.Mark(var mark)
                        && mark.head().sequence() < reached.sequence();
        if (unknown) {
            marks.write(new HighWaterMark(identity.stream(), reached));
        }
        Optional<Path> replaced = moveAside();
        Durable.move(draft, folder.ledger());
        return replaced;
    }

    private void takeCompanions() throws IOException {
        for (String name : Backups.COMPANIONS) {
            Path here = folder.path().resolve(name);
            Path there = parent(from).resolve(name);
            if (!Files.exists(here) && Files.exists(there)) {
                Durable.writeSecret(here, Files.readAllBytes(there));
            }
        }
    }

    private Optional<Path> moveAside() throws IOException {
        if (OF_THE_LEDGER.stream().noneMatch(name -> Files.exists(folder.path().resolve(name)))) {
            return Optional.empty();
        }
        int number = 1;
        while (Files.exists(folder.path().resolve("replaced-" + number))) {
            number++;
        }
        Path aside = Files.createDirectory(folder.path().resolve("replaced-" + number));
        for (String name : OF_THE_LEDGER) {
            Path file = folder.path().resolve(name);
            if (Files.exists(file)) {
                Durable.move(file, aside.resolve(name));
            }
        }
        Durable.syncFolder(folder.path());
        return Optional.of(aside);
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}
