package org.countinghouse.app.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a person should know about the station's devices and the cloud, kept beside the list until it
/// is of no more use. The newest [#MOST] are kept.
///
/// @param path such as `devices.txt.cloud`
record CloudNotes(Path path) {
    static final int MOST = 50;
    private static final int LONGEST = 1_000;

    enum Kind {
        /// Comes from the cloud and holds from the next start; gone with that start.
        TAKEN,
        /// Changed on both sides; the cloud's form holds. Stays.
        CONFLICT,
        /// Nothing was taken or sent, and a person must look; gone once something was.
        REFUSED
    }

    record Note(Instant at, Kind kind, String words) {
        private String line() {
            return at + " " + kind.name().toLowerCase(Locale.ROOT) + " " + words;
        }

        private static Optional<Note> read(String line) {
            String[] words = line.split(" ", 3);
            var kind = words.length < 3
                    ? Optional.<Kind>empty()
                    : Arrays.stream(Kind.values())
                            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(words[1]))
                            .findFirst();
            try {
                return kind.map(known -> new Note(Instant.parse(words[0]), known, words[2]));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    /// @throws IOException when the disk does not give them
    List<Note> all() throws IOException {
        if (Files.notExists(path) || Files.size(path) > 8L * MOST * LONGEST) {
            return List.of();
        }
        return new String(Files.readAllBytes(path), UTF_8)
                .lines()
                .flatMap(line -> Note.read(line).stream())
                .toList();
    }

    /// @return false when exactly this is what was said last of its kind: it is not said again
    boolean add(Instant at, Kind kind, String words) throws IOException {
        var line = words.replaceAll("\\p{Cntrl}", " ");
        var note = new Note(at, kind, line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        var notes = new ArrayList<>(all());
        var last = notes.reversed().stream().filter(each -> each.kind == kind).findFirst();
        if (last.filter(each -> each.words.equals(note.words)).isPresent()) {
            return false;
        }
        notes.add(note);
        write(notes.subList(Math.max(0, notes.size() - MOST), notes.size()).stream());
        return true;
    }

    void drop(Kind kind) throws IOException {
        Predicate<Note> isOther = note -> note.kind != kind;
        var notes = all();
        if (!notes.stream().allMatch(isOther)) {
            write(notes.stream().filter(isOther));
        }
    }

    private void write(Stream<Note> notes) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.write(fresh, notes.map(Note::line).toList(), UTF_8);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
