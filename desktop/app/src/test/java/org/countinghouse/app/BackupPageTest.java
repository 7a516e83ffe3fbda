package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.app.backup.PreparedRestore;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Elsewhere;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups at the window of a real station: made, proven, and put back by its next start.
class BackupPageTest {
    private static final String OWNER_PIN = "135790";

    @TempDir
    Path data;

    private boolean restarted;

    private Trading open(Language language) {
        var station =
                Station.open(data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        var said = new Said(
                Optional.empty(), Optional.empty(), Elsewhere.nowhere(), Optional.empty(), () -> restarted = true);
        return new Trading(station, List.of(), Optional.empty(), language, said);
    }

    private static Glass window(Trading trading, Language language) {
        var glass = new Glass(_ -> trading.ports(), _ -> OWNER_PIN, language);
        glass.signIn("rose");
        glass.await("#sameAsLast");
        glass.go(new Destination.Office(OfficePage.BACKUP), "#backups-table");
        return glass;
    }

    @InEnglishAndKhmer
    void aBackupIsMadeProvenAndPutBackByTheNextStart(Language language) throws Exception {
        long kept;
        try (var trading = open(language);
                var glass = window(trading, language)) {
            glass.picture("backup-none-" + language.code());
            glass.press("#now");
            glass.until(() -> glass.find("#backups-table .table-row-cell:filled") != null);
            glass.until(() -> glass.find(".tone-success") != null);
            glass.picture("backup-made-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            glass.type("#file", copy().toString());
            glass.press("#prove");
            glass.until(() -> glass.words().stream().anyMatch(word -> word.contains("sample-shop/counter-1")));
            glass.picture("backup-proven-" + language.code());
            kept = entries(trading);
            trade(trading);
            glass.press("#restore");
            glass.until(() -> glass.find("#pin") != null);
            glass.picture("backup-question-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            glass.type("#pin", "000000");
            glass.press("#yes");
            glass.until(() -> glass.find(".tone-warning") != null);
            assertThat(restarted).isFalse();
            glass.type("#pin", OWNER_PIN);
            glass.press("#yes");
            glass.until(() -> restarted);
            assertThat(Files.exists(data.resolve("replaced-1")))
                    .as("nothing was touched yet")
                    .isFalse();
        }
        var told = PreparedRestore.carryOut(data, Optional.empty()).orElseThrow();
        assertThat(told.key()).isEqualTo("backup.restored.shorter");
        assertThat(data.resolve("replaced-1").resolve("ledger.db")).exists();
        assertThat(PreparedRestore.carryOut(data, Optional.empty())).as("once").isEmpty();
        try (var trading = open(language)) {
            assertThat(entries(trading)).isEqualTo(kept);
            assertThat(trading.ports().desk().doubt())
                    .as("a manager must accept what is missing")
                    .isPresent();
        }
    }

    private Path copy() throws Exception {
        try (var files = Files.list(data.resolve("backups"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ledger-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long entries(Trading trading) {
        return trading.ports().desk().ask(books -> books.lastSequence());
    }

    private static void trade(Trading trading) {
        trading.ports()
                .desk()
                .perform(new Order(trading.ports().ids().get(), "rose", Optional.empty(), new Command.SignIn("rose")));
    }

    @Test
    void aFileThatIsNoBackupIsToldAndNothingIsPrepared() throws Exception {
        Path file = Files.writeString(data.resolve("letter.txt"), "Dear Rose");
        try (var trading = open(Language.ENGLISH);
                var glass = window(trading, Language.ENGLISH)) {
            glass.type("#file", file.toString());
            glass.press("#restore");
            glass.until(() -> glass.find(".tone-danger") != null);
            glass.picture("backup-not-proven-en");
            assertThat(Files.exists(data.resolve("restore.json"))).isFalse();
        }
    }

    @Test
    void aPreparedBackupThatIsGoneIsRefusedOnceAndTheStationOpens() throws Exception {
        open(Language.ENGLISH).close();
        Files.writeString(
                data.resolve("restore.json"),
                "{\"from\":\"" + data.resolve(UUID.randomUUID() + ".db") + "\",\"acceptFork\":false}");
        assertThat(PreparedRestore.carryOut(data, Optional.empty())
                        .orElseThrow()
                        .key())
                .isEqualTo("backup.notRestored");
        try (var trading = open(Language.ENGLISH)) {
            assertThat(trading.ports().desk().doubt()).isEmpty();
        }
        assertThat(Files.exists(data.resolve("restore.json"))).isFalse();
    }
}
