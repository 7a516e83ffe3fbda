package org.countinghouse.device.money;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/// Intents in a file of their own, for software that has no ledger. One line a step, `key=value`
/// separated by tabs, with a check sum at its end; every line is on disk before its call returns. One
/// program at a time has the file.
///
/// A last line that was cut off by a loss of power was never acknowledged, and is taken off. Any other
/// damage is told and nothing is read past it: a journal that lost a line must not be believed.
public final class FileIntentJournal implements IntentJournal, AutoCloseable {
    private static final String MACHINE = "machine";

    private final FileChannel file;
    private final Map<UUID, Kept> intents = new LinkedHashMap<>();

    private record Kept(String machine, IntentRecord record) {}

    private FileIntentJournal(FileChannel file) {
        this.file = file;
    }

    /// Opens the journal, or begins it.
    ///
    /// @throws IOException when it cannot be opened, somebody else has it, or it is damaged; with what
    ///        to do
    public static FileIntentJournal at(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, path);
            var journal = new FileIntentJournal(file);
            journal.read(path);
            return journal;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public synchronized void plan(String machine, Intent intent) {
        if (intents.containsKey(intent.id())) {
            return;
        }
        var first = Step.of(intent, IntentState.PLANNED, intent.reason());
        var text = StepText.of(intent);
        append(machine, text);
        intents.put(intent.id(), new Kept(machine, new IntentRecord(intent, List.of(first))));
    }

    @Override
    public synchronized void keep(String machine, Step step) {
        var kept = intents.get(step.intent());
        if (kept == null) {
            throw new IllegalStateException("no such intent: " + step.intent());
        }
        if (kept.record().steps().getLast().equals(step)) {
            return;
        }
        var next = kept.record().with(step);
        append(machine, StepText.of(step));
        intents.put(step.intent(), new Kept(machine, next));
    }

    @Override
    public synchronized List<IntentRecord> open(String machine) {
        return intents.values().stream()
                .filter(kept -> kept.machine().equals(machine))
                .map(Kept::record)
                .filter(record -> !record.state().isSettled())
                .toList();
    }

    @Override
    public synchronized Optional<IntentRecord> find(UUID intent) {
        return Optional.ofNullable(intents.get(intent)).map(Kept::record);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private static void lock(FileChannel file, Path path) throws IOException {
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException _) {
            // Somebody in this very program.
        }
        if (lock == null) {
            throw new IOException(path + " is in use by another program: end that program first");
        }
    }

    private void append(String machine, Map<String, String> text) {
        var line = new StringBuilder(MACHINE).append('=').append(escaped(machine));
        text.forEach((key, value) -> line.append('\t').append(key).append('=').append(escaped(value)));
        String sum = sum(line.toString());
        line.append('\t').append(sum).append('\n');
        try {
            long end = file.size();
            try {
                write(StandardCharsets.UTF_8.encode(line.toString()), end);
                file.force(false);
            } catch (IOException e) {
                // Half a line would stand before the next one.
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new Unavailable("the journal of the cash machine cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    private void read(Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            file.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
        }
        int number = 0;
        for (String line : text.substring(0, whole).lines().toList()) {
            number++;
            try {
                take(line);
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw new IOException(
                        path + " is damaged in line " + number + " (" + e.getMessage()
                                + "). Count the machine by hand, keep the file for the investigation, and move it away",
                        e);
            }
        }
    }

    private void take(String line) {
        int last = line.lastIndexOf('\t');
        if (last < 0 || !line.substring(last + 1).equals(sum(line.substring(0, last)))) {
            throw new IllegalArgumentException("its check sum is wrong");
        }
        var text = new LinkedHashMap<String, String>();
        for (String pair : line.substring(0, last).split("\t", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("\"" + pair + "\" is no key and value");
            }
            text.put(pair.substring(0, equals), plain(pair.substring(equals + 1)));
        }
        String machine =
                Optional.ofNullable(text.get(MACHINE)).orElseThrow(() -> new IllegalArgumentException("no machine"));
        if (text.containsKey("purpose")) {
            var intent = StepText.intent(text);
            var first = Step.of(intent, IntentState.PLANNED, intent.reason());
            intents.put(intent.id(), new Kept(machine, new IntentRecord(intent, List.of(first))));
        } else {
            var step = StepText.step(text);
            var kept = intents.get(step.intent());
            if (kept == null) {
                throw new IllegalArgumentException("a step of an unknown intent " + step.intent());
            }
            intents.put(step.intent(), new Kept(machine, kept.record().with(step)));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String value) {
        var plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '\\' && i + 1 < value.length()) {
                plain.append(
                        switch (value.charAt(++i)) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> value.charAt(i);
                        });
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    private static String sum(String line) {
        var crc = new CRC32();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
