package org.countinghouse.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packs an image of a few bytes; the real one is packed and looked at by the smoke test.
class DebianPackageTest {
    private static final List<String> ICONS = List.of(
            "countinghouse.svg",
            "countinghouse-16.png",
            "countinghouse-32.png",
            "countinghouse-64.png",
            "countinghouse-256.png");

    @TempDir
    private Path folder;

    @BeforeEach
    void aSmallImage() throws Exception {
        assumeThat(Command.exists("dpkg-deb")).isTrue();
        Files.createDirectories(folder.resolve("image/bin"));
        Files.createDirectories(folder.resolve("image/lib"));
        var launcher = Files.writeString(folder.resolve("image/bin/countinghouse"), "#!/bin/sh\necho here\n");
        assertThat(launcher.toFile().setExecutable(true, false)).isTrue();
        var jar = folder.resolve("image/lib/resources-1.2.3.jar");
        try (var resources = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var icon : ICONS) {
                resources.putNextEntry(new JarEntry("org/countinghouse/resources/icon/" + icon));
                resources.write(icon.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void thePackageSaysWhatItNeedsThatNoToolWouldFind() throws Exception {
        var told = Command.run(folder.resolve("log"), "dpkg-deb", "-I", deb().toString());
        assertThat(told)
                .contains("Version: 1.2.3", "libgtk-3-0 | libgtk-3-0t64", "fontconfig", "libpangoft2-1.0-0", "libgl1");
    }

    @Test
    void thePackageHoldsTheImageACommandAMenuEntryAndItsIcons() throws Exception {
        var held = Command.run(folder.resolve("log"), "dpkg-deb", "-c", deb().toString());
        assertThat(held)
                .containsPattern("-rwxr-xr-x root/root .* ./usr/lib/countinghouse/bin/countinghouse\n")
                .contains(
                        "./usr/bin/countinghouse -> ../lib/countinghouse/bin/countinghouse",
                        "./usr/share/applications/countinghouse.desktop",
                        "./usr/share/icons/hicolor/scalable/apps/countinghouse.svg",
                        "./usr/share/icons/hicolor/64x64/apps/countinghouse.png");
    }

    @Test
    void aFolderThatIsNoImageIsRefused() throws Exception {
        Files.delete(folder.resolve("image/lib/resources-1.2.3.jar"));
        assertThatThrownBy(this::deb).isInstanceOf(InstallerException.class).hasMessageContaining("this is no image");
    }

    private Path deb() throws Exception {
        return new DebianPackage(folder.resolve("image"), "1.2.3").build(folder.resolve("target"));
    }
}
