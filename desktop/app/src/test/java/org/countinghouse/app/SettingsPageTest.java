package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Elsewhere;
import org.countinghouse.app.shell.Folders;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.InEnglishAndKhmer;
import org.countinghouse.app.shell.OfficePage;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.io.TempDir;

/// What a real station goes by, at its window, and the bundle for whoever helps from afar.
class SettingsPageTest {
    @TempDir
    Path data;

    @TempDir
    Path stick;

    private Counter.Ports ports(Trading trading) {
        var all = trading.ports();
        var upkeep = all.upkeep().orElseThrow();
        return new Counter.Ports(
                all.shop(),
                all.desk(),
                all.pins(),
                all.papers(),
                all.spool(),
                all.layouts(),
                all.drawer(),
                all.devices(),
                all.cloud(),
                all.clock(),
                all.ids(),
                all.worker(),
                all.look(),
                all.training(),
                all.drafts(),
                all.setup(),
                all.proof(),
                all.machines(),
                all.exports(),
                Optional.of(new Upkeep(
                        upkeep.settings(), upkeep.backups(), upkeep.bundle(), new Stick(), upkeep.restart())),
                all.index());
    }

    private final class Stick implements Folders {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.of(stick);
        }

        @Override
        public Optional<Path> file(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newFile(String title, String name) {
            return Optional.of(stick.resolve(name));
        }
    }

    @InEnglishAndKhmer
    void everySettingSaysWhoSaidItAndTheBundleIsShownBeforeItIsSaved(Language language) {
        var station =
                Station.open(data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        var said = new Said(
                Optional.of(language.code()),
                Optional.empty(),
                new Elsewhere(Optional.empty(), Optional.of(Path.of("/media/stick"))),
                Optional.empty(),
                () -> {});
        try (var trading = new Trading(station, List.of(), Optional.empty(), language, said);
                var glass = new Glass(_ -> ports(trading), _ -> "135790", language)) {
            glass.signIn("rose");
            glass.await("#sameAsLast");
            glass.go(new Destination.Office(OfficePage.SETTINGS), "#settings-table");
            glass.until(() -> glass.find("#settings-table .table-row-cell:filled") != null);
            glass.picture("settings-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            assertThat(glass.words()).contains("The Bread Basket", "/media/stick");
            glass.press("#choose");
            glass.press("#keepBackups");
            glass.until(() -> StationFile.in(data).backups().isPresent());
            assertThat(StationFile.in(data).backups()).contains(stick.toString());
            glass.until(() -> glass.find(".tone-warning") != null);
            glass.picture("settings-behind-" + language.code());
            glass.press("#helper");
            glass.press("#gather");
            glass.until(() -> glass.find("#parts") != null);
            glass.picture("settings-bundle-" + language.code());
            assertThat(glass.nameless()).isEmpty();
            glass.press("#save");
            glass.until(() -> Files.exists(stick.resolve("countinghouse-support.zip")));
        }
    }
}
