package org.countinghouse.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePartsTest {
    @TempDir
    private Path folder;

    @Test
    void aClassPathOfAHundredJarsIsReadBackInTheSameOrder() throws Exception {
        var names = IntStream.range(0, 100)
                .mapToObj(n -> "a-library-with-a-long-name-" + n + ".jar")
                .toList();
        ClassPathJar.write(folder.resolve("station.jar"), names);
        try (var jar = new JarFile(folder.resolve("station.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path"))
                    .isEqualTo(String.join(" ", names));
        }
    }

    @Test
    void theLauncherCanBeRunAndItsTwinHasTheLineEndsOfWindows() throws Exception {
        new ImageLauncher(folder).write();
        assertThat(folder.resolve("bin/countinghouse")).isExecutable().content().startsWith("#!/bin/sh\n");
        assertThat(Files.readString(folder.resolve("bin/countinghouse.cmd"))).startsWith("@echo off\r\nrem");
    }

    @Test
    void filesAreListedByNameSoThatTwoMachinesMakeTheSameImage() throws Exception {
        for (var name : List.of("b.jar", "a.jar", "c.txt", "B.jar")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(Folders.filesIn(folder, ".jar"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("B.jar", "a.jar", "b.jar");
    }

    @Test
    void emptyingAFolderLeavesNothingOfYesterday() throws Exception {
        Files.createDirectories(folder.resolve("lib/deeper"));
        Files.writeString(folder.resolve("lib/deeper/yesterday.jar"), "old");
        assertThat(Folders.emptied(folder.resolve("lib"))).isEmptyDirectory();
    }

    @Test
    void aTrainingRunThatFailsFailsTheImageWithWhatWasSaid() throws Exception {
        assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
        new ImageLauncher(folder).write();
        Files.writeString(folder.resolve("bin/countinghouse"), "#!/bin/sh\necho no fonts here\nexit 3\n");
        assertThatThrownBy(() -> new Training(folder, folder.resolve("training")).run())
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("no fonts here");
    }
}
