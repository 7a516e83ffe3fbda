package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnPaperTest {
    @TempDir
    Path folder;

    @Test
    void whatMayBeOnPaperIsKnownAfterARestart() {
        Path file = folder.resolve("printed.txt");
        var before = OnPaper.in(file);
        before.add("a");
        before.add("b");
        before.add("a");
        before.remove("b");
        var after = OnPaper.in(file);
        assertThat(after.holds("a")).isTrue();
        assertThat(after.holds("b")).isFalse();
        assertThat(file).content().isEqualTo("+a\n");
    }

    @Test
    void theOldestAreForgottenAndTheFileStaysSmall() throws IOException {
        Path file = folder.resolve("printed.txt");
        var onPaper = OnPaper.in(file);
        for (int i = 0; i < 3 * OnPaper.MOST; i++) {
            onPaper.add("slip " + i);
        }
        assertThat(onPaper.holds("slip 0")).isFalse();
        assertThat(onPaper.holds("slip " + (3 * OnPaper.MOST - 1))).isTrue();
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(2 * OnPaper.MOST);
        assertThat(OnPaper.in(file).holds("slip " + 2 * OnPaper.MOST)).isTrue();
    }

    @Test
    void aFileThatIsNotOursOrCannotBeWrittenKeepsNobodyFromPrinting() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[2 << 20]);
        assertThat(OnPaper.in(large).holds("a")).isFalse();
        var inTheWay = OnPaper.in(Files.createDirectory(folder.resolve("inTheWay")));
        inTheWay.add("a");
        assertThat(inTheWay.holds("a")).isTrue();
    }
}
