package org.countinghouse.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countinghouse.app.shell.StationFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A power cut at any moment leaves a shop that is whole, or none.
class StagingTest {
    @TempDir
    Path data;

    private static final List<String> SHOP =
            List.of("devices.txt", "ledger.db", "ledger.mark", "shop.json", "station.key");

    private Staging made() throws IOException {
        var staging = Staging.begin(data);
        Files.writeString(staging.devices().resolve("devices.txt"), "a printer");
        var folder = staging.station();
        for (String name : SHOP.subList(1, SHOP.size())) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.writeString(folder.resolve("station.lock"), "");
        return staging;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anEmptyFolderIsDue() {
        assertThat(Staging.isDue(data)).isTrue();
        assertThat(Staging.isDue(data.resolve("not-there"))).isTrue();
    }

    @Test
    void aShopThatIsWholeMovesToItsPlaceWithItsDevices() throws IOException {
        made().commit();
        assertThat(names()).isEqualTo(SHOP);
        assertThat(Staging.isDue(data)).isFalse();
    }

    @Test
    void aCrashBeforeTheEndBeginsAgain() throws IOException {
        made();
        assertThat(Staging.isDue(data)).isTrue();
        Staging.begin(data);
        assertThat(names()).containsExactly("first-run");
        try (var left = Files.walk(data.resolve("first-run"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aCrashWhileItIsMovedIsFinishedByTheNextStart() throws IOException {
        for (int moved = 0; moved <= SHOP.size(); moved++) {
            made();
            Path from = data.resolve("first-run");
            Files.createFile(from.resolve("whole"));
            for (String name : SHOP.subList(0, moved)) {
                Files.move(from.resolve("station").resolve(name), data.resolve(name));
            }
            Files.deleteIfExists(from.resolve("station").resolve("station.lock"));
            assertThat(Staging.isDue(data)).as("after %d files", moved).isFalse();
            assertThat(names()).as("after %d files", moved).isEqualTo(SHOP);
            for (String name : SHOP) {
                Files.delete(data.resolve(name));
            }
        }
    }

    @Test
    void aFolderWhoseLedgerIsMissingIsNoNewShop() throws IOException {
        Files.writeString(data.resolve("station.key"), "a key");
        assertThat(Staging.isDue(data)).isFalse();
    }

    @Test
    void whoClosesTheWindowLeavesTheFolderAsItWas() throws IOException {
        made().giveUp();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOf() throws IOException {
        Path file = Files.writeString(data.resolve("file"), "");
        assertThatThrownBy(() -> Staging.begin(file))
                .isInstanceOf(StationFault.class)
                .hasMessageContaining("check that it may be written");
    }
}
