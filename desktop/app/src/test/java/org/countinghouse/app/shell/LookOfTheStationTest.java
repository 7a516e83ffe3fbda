package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookOfTheStationTest {
    @TempDir
    Path folder;

    @Test
    void theThemeIsKeptOverARestart() {
        Path file = folder.resolve("look.txt");
        assertThat(Look.in(file).theme()).isEqualTo(Theme.LIGHT);
        Look.in(file).choose(Theme.DARK);
        assertThat(Look.in(file).theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theSizeOfTheTextIsKeptBesideTheTheme() {
        Path file = folder.resolve("look.txt");
        Look.in(file).choose(TextSize.DOUBLE);
        Look.in(file).choose(Theme.DARK);
        assertThat(Look.in(file).textSize()).isEqualTo(TextSize.DOUBLE);
        assertThat(Look.in(file).theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aLookOfAnOlderStationStillHolds() throws IOException {
        Path file = folder.resolve("look.txt");
        Files.writeString(file, "dark\n");
        assertThat(Look.in(file).theme()).isEqualTo(Theme.DARK);
        assertThat(Look.in(file).textSize()).isEqualTo(TextSize.NORMAL);
    }

    @Test
    void aFileOfSomebodyElseIsTheLightTheme() throws IOException {
        Path file = folder.resolve("look.txt");
        Files.writeString(file, "pink\n");
        assertThat(Look.in(file).theme()).isEqualTo(Theme.LIGHT);
        Files.writeString(file, "dark ".repeat(100));
        assertThat(Look.in(file).theme()).isEqualTo(Theme.LIGHT);
        assertThat(Look.in(folder).theme()).as("a folder").isEqualTo(Theme.LIGHT);
    }

    @Test
    void whatCannotBeWrittenHoldsUntilTheEnd() {
        var look = Look.in(folder.resolve("missing").resolve("look.txt"));
        look.choose(Theme.DARK);
        assertThat(look.theme()).isEqualTo(Theme.DARK);
    }
}
