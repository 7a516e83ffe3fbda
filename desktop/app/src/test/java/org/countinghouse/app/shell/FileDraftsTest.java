package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.countinghouse.ledger.shift.ShiftId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDraftsTest {
    private static final CountDraft.Of CLOSING = new CountDraft.Of(CountDraft.Kind.CLOSING, ShiftId.parse("1-42"));
    private static final CountDraft DRAFT = new CountDraft(
            CLOSING, "Dara", Instant.parse("2026-11-21T18:04:00Z"), 14, Map.of("GBP/2000", "3", "GBP/50", "12*50"));

    @TempDir
    Path folder;

    @Test
    void aDraftOutlastsTheStation() {
        var before = new FileDrafts(folder);
        before.keep(DRAFT);
        before.save();
        assertThat(new FileDrafts(folder).kept(CLOSING)).hasValue(DRAFT);
    }

    @Test
    void aDroppedDraftIsGoneAfterARestart() {
        var before = new FileDrafts(folder);
        before.keep(DRAFT);
        before.save();
        before.drop(CLOSING);
        before.save();
        assertThat(new FileDrafts(folder).kept(CLOSING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"version\":2,\"drafts\":[]}",
                "{\"version\":1}",
                "{\"version\":1,\"drafts\":[null]}",
                "{\"version\":1,\"drafts\":[{\"kind\":\"LUNCH\",\"shift\":\"1-1\",\"by\":\"x\","
                        + "\"at\":\"2026-11-21T18:04:00Z\",\"begunAfter\":1,\"typed\":{}}]}",
                "{\"version\":1,\"drafts\":[{\"kind\":\"CLOSING\",\"shift\":\"1-1\",\"by\":\"x\","
                        + "\"at\":\"yesterday\",\"begunAfter\":1,\"typed\":{}}]}"
            })
    void aFileThatIsNoneOfOursIsSetAsideAndBlocksNothing(String text) throws IOException {
        Path file = folder.resolve("count-drafts.json");
        Files.writeString(file, text);
        var drafts = new FileDrafts(folder);
        assertThat(drafts.kept(CLOSING)).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("count-drafts.json.unreadable")).hasContent(text);
        drafts.keep(DRAFT);
        drafts.save();
        assertThat(new FileDrafts(folder).kept(CLOSING)).hasValue(DRAFT);
    }

    @Test
    void aFolderThatIsGoneKeepsTheDraftInMemory() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        var drafts = new FileDrafts(gone);
        Files.delete(gone);
        drafts.keep(DRAFT);
        drafts.save();
        assertThat(drafts.kept(CLOSING)).hasValue(DRAFT);
    }

    @Test
    void aDraftOfLastMonthIsForgottenWhenAnotherIsKept() {
        var drafts = new FileDrafts(folder);
        drafts.keep(DRAFT);
        var next = new CountDraft.Of(CountDraft.Kind.CLOSING, ShiftId.parse("1-90"));
        drafts.keep(new CountDraft(next, "Maly", DRAFT.at().plus(Duration.ofDays(31)), 99, Map.of("GBP/100", "1")));
        assertThat(drafts.kept(CLOSING)).isEmpty();
        assertThat(drafts.kept(next)).isPresent();
    }
}
