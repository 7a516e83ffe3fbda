package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.shift.ShiftId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Drafts in a file of the data folder, which is always a whole one: a new one is written beside it and takes its
/// place. A file that cannot be read is set aside for whoever wants to look, and the station begins without drafts.
public final class FileDrafts implements CountDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(FileDrafts.class);
    private static final String FILE = "count-drafts.json";
    private static final int VERSION = 1;
    /// Nobody goes on with a count of last month.
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path file;
    private final MemoryDrafts drafts = new MemoryDrafts();
    private final Object disk = new Object();
    private List<CountDraft> saved = List.of();

    private record Written(int version, List<Line> drafts) {
        Written {
            drafts = List.copyOf(drafts);
        }
    }

    /// @param at ISO-8601, UTC
    private record Line(String kind, String shift, String by, String at, long begunAfter, Map<String, String> typed) {
        Line {
            typed = Map.copyOf(typed);
        }

        static Line of(CountDraft draft) {
            return new Line(
                    draft.of().kind().name(),
                    draft.of().shift().toString(),
                    draft.by(),
                    draft.at().toString(),
                    draft.begunAfter(),
                    draft.typed());
        }

        CountDraft draft() {
            var of = new CountDraft.Of(CountDraft.Kind.valueOf(kind), ShiftId.parse(shift));
            return new CountDraft(of, by, Instant.parse(at), begunAfter, typed);
        }
    }

    public FileDrafts(Path folder) {
        this.file = folder.resolve(FILE);
        read();
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var written = Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Written.class))
                    .filter(each -> each.version() == VERSION)
                    .orElseThrow(() -> new IllegalArgumentException("it is not of version " + VERSION));
            var read = written.drafts().stream().map(Line::draft).toList();
            read.forEach(drafts::keep);
            saved = drafts.all();
        } catch (IOException | JacksonException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("the kept counts in {} cannot be read and are set aside: {}", file, e.getMessage());
            setAside();
        }
    }

    private void setAside() {
        try {
            Files.move(file, file.resolveSibling(FILE + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside; the next draft takes its place", file, e);
        }
    }

    @Override
    public Optional<CountDraft> kept(CountDraft.Of of) {
        return drafts.kept(of);
    }

    @Override
    public void keep(CountDraft draft) {
        drafts.keep(draft);
        drafts.all().stream()
                .filter(old -> old.at().plus(FORGOTTEN_AFTER).isBefore(draft.at()))
                .forEach(old -> drafts.drop(old.of()));
    }

    @Override
    public void drop(CountDraft.Of of) {
        drafts.drop(of);
    }

    /// Several that come at once write the newest once.
    @Override
    public void save() {
        synchronized (disk) {
            var now = drafts.all();
            if (now.equals(saved)) {
                return;
            }
            try {
                write(JSON.writeValueAsBytes(
                        new Written(VERSION, now.stream().map(Line::of).toList())));
                saved = now;
            } catch (IOException e) {
                LOG.warn("a count begun is kept in memory only: {}", e.getMessage());
            }
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
