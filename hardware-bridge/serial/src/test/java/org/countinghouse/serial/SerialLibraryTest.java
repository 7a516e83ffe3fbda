package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countinghouse.device.DeviceAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SerialLibraryTest {
    @TempDir
    Path folder;

    @Test
    void everySystemWeNameHasItsPartsInTheJar() throws IOException {
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            var parts = SerialLibrary.Parts.of(system).orElseThrow();
            SerialLibrary.unpack(parts, folder);
            assertThat(folder.resolve(parts.system())).isDirectoryRecursivelyContaining("glob:**" + parts.file());
        }
    }

    @Test
    void aPartThatWasAlteredIsPutRightAndARightOneIsNotTouched() throws IOException {
        var parts = SerialLibrary.Parts.of("Linux").orElseThrow();
        SerialLibrary.unpack(parts, folder);
        var right = folder.resolve("Linux/x86/libjSerialComm.so");
        var altered = folder.resolve("Linux/x86_64/libjSerialComm.so");
        byte[] content = Files.readAllBytes(altered);
        Files.writeString(altered, "something else");
        var key = Files.readAttributes(right, BasicFileAttributes.class).fileKey();

        SerialLibrary.unpack(parts, folder);

        assertThat(Files.readAllBytes(altered)).isEqualTo(content);
        assertThat(Files.readAttributes(right, BasicFileAttributes.class).fileKey())
                .isEqualTo(key);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStationWithoutTemporaryFolderAndHomeReachesItsPorts() throws Exception {
        var ours = folder.resolve("native");

        assertThat(started(
                        "-Djava.io.tmpdir=/proc/nowhere",
                        "-Duser.home=/proc/nowhere",
                        "-D" + SerialLibrary.FOLDER_PROPERTY + "=" + ours))
                .isEqualTo(ours + ": /dev/null is no serial port");
        assertThat(ours).isDirectoryRecursivelyContaining("glob:**libjSerialComm.so");
        assertThat(Files.getPosixFilePermissions(ours)).hasSize(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereThereIsNoFolderAtAllTheReasonIsSaid() throws Exception {
        assertThat(started("-Djava.io.tmpdir=/proc/nowhere", "-Duser.home=/proc/nowhere"))
                .startsWith("null: the part that reaches serial ports cannot be loaded")
                .contains(SerialLibrary.FOLDER_PROPERTY);
    }

    private static String started(String... properties) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Loading.class.getName()));
        var jvm = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes());
        assertThat(jvm.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }

    /// What a fresh JVM does.
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) {
            try (var cable = new SerialCables().lay(DeviceAddress.of("serial:/dev/null"), Duration.ofSeconds(5))) {
                System.out.println("laid " + cable);
            } catch (IOException e) {
                System.out.println(System.getProperty(SerialLibrary.LIBRARY_PROPERTY) + ": " + e.getMessage());
            }
        }
    }
}
