package org.countinghouse.app.backup;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.countinghouse.app.shell.BackupState;
import org.countinghouse.app.shell.Copies;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Pins;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.store.BackupProof;
import org.countinghouse.store.Backups.Kept;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.wire.Stream;

/// What is done with the backups at the window. Everything here may wait for the disk.
public final class BackupRoom {
    private final Path data;
    private final Copies copies;
    private final Desk desk;
    private final Pins pins;
    private final Supplier<Stream> stream;

    /// @param data the station's data folder
    /// @param stream the station's own
    public BackupRoom(Path data, Copies copies, Desk desk, Pins pins, Supplier<Stream> stream) {
        this.data = data;
        this.copies = copies;
        this.desk = desk;
        this.pins = pins;
        this.stream = stream;
    }

    /// @param entries how many the ledger has now
    /// @param managers who may say that a backup takes the ledger's place
    record Standing(BackupState state, List<Kept> kept, long entries, List<Person> managers) {}

    Standing look() {
        return desk.ask(books -> new Standing(
                copies.state(),
                copies.kept(),
                books.lastSequence(),
                books.people().stream()
                        .filter(person -> !person.left() && person.may(Verb.ACCEPT_LEDGER))
                        .toList()));
    }

    /// @param to a folder for a second copy
    Notice backUp(Optional<Path> to, LongPredicate goOn) {
        try {
            var made = copies.make(to, goOn);
            var count = made.head().sequence();
            return made.troubleElsewhere()
                    .map(trouble ->
                            new Notice(Tone.WARNING, "backup.made.here", Map.of("count", count, "reason", trouble)))
                    .orElseGet(() -> new Notice(
                            Tone.SUCCESS,
                            to.isPresent() ? "backup.made.both" : "backup.made",
                            Map.of(
                                    "count", count,
                                    "hash", made.head().hash().shortHex(),
                                    "folder", to.map(Path::toString).orElse(""))));
        } catch (JournalUnavailable e) {
            return new Notice(Tone.WARNING, "backup.notMade", reason(e));
        }
    }

    /// What a backup proved to be.
    sealed interface Proof {
        /// @param lost how many entries of this station it lacks
        record Ours(Path file, BackupProof proof, long lost) implements Proof {
            Notice words() {
                return new Notice(
                        Tone.SUCCESS,
                        "backup.proven",
                        Map.of(
                                "count", proof.head().sequence(),
                                "hash", proof.head().hash().shortHex(),
                                "station", proof.stream()));
            }
        }

        /// It is no backup, not whole, or of another station.
        record NotOurs(Notice why) implements Proof {}
    }

    /// Opens a backup and follows it from the first entry to the last. Nothing is touched.
    Proof prove(Path file, LongPredicate goOn) {
        try {
            var proof = BackupProof.of(file, CurrencyBook.load(), goOn);
            var own = stream.get();
            var found = proof.stream();
            if (!found.tenant().equals(own.tenant()) || !found.station().equals(own.station())) {
                return new Proof.NotOurs(
                        new Notice(Tone.WARNING, "backup.other", Map.of("station", found, "own", own)));
            }
            long here = desk.ask(books -> books.lastSequence());
            return new Proof.Ours(file, proof, Math.max(0, here - proof.head().sequence()));
        } catch (JournalUnavailable e) {
            return new Proof.NotOurs(new Notice(Tone.DANGER, "backup.notProven", reason(e)));
        }
    }

    /// A manager says that the next start puts a backup in the ledger's place.
    ///
    /// @param pin overwritten before this returns
    /// @return why it was not prepared; empty when it was
    Optional<Notice> prepare(Proof.Ours proven, Person manager, char[] pin, ZoneId zone) {
        var verdict = pins.check(manager.employee(), pin);
        Arrays.fill(pin, '\0');
        var refusal = verdict.refusal(manager, zone);
        if (refusal.isPresent()) {
            return refusal;
        }
        try {
            new PreparedRestore(proven.file().toAbsolutePath().toString(), proven.lost() > 0).keepIn(data);
            return Optional.empty();
        } catch (StationFault e) {
            return Optional.of(new Notice(Tone.DANGER, "backup.notPrepared", reason(e)));
        }
    }

    private static Map<String, Object> reason(RuntimeException e) {
        return Map.of("reason", String.valueOf(e.getMessage()));
    }
}
