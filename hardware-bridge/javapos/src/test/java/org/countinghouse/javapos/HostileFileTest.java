package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jpos.loader.JposServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A `jpos.cfg` holds serialised Java objects: reading one runs whatever it wants.
class HostileFileTest {
    private static final long LIMIT_SECONDS = 30;

    @TempDir
    Path folder;

    @BeforeEach
    void somebodyLeavesAFile() throws IOException {
        try (var file = new ObjectOutputStream(Files.newOutputStream(folder.resolve("jpos.cfg")))) {
            file.writeObject(new Hostile());
        }
    }

    @Test
    void aHostileFileInTheWorkingDirectoryIsNotRead() throws Exception {
        runs(AsksUs.class);
        assertThat(folder.resolve("harm")).doesNotExist();
    }

    @Test
    void aVendorsOldPopulatorNameChangesNothing() throws Exception {
        runs(AsksUs.class, "-Djpos.config.regPopulatorClass=jpos.config.simple.xml.XercesRegPopulator");
        assertThat(folder.resolve("harm")).doesNotExist();
    }

    /// Without us the same file does its harm: the tests above test something.
    @Test
    void javaPosByItselfReadsIt() throws Exception {
        runs(AsksJavaPos.class, "-Djpos.config.regPopulatorClass=jpos.config.simple.SimpleRegPopulator");
        assertThat(folder.resolve("harm")).exists();
    }

    /// Leaves a trace when it is read.
    static final class Hostile implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        @Serial
        private void readObject(ObjectInputStream in) throws IOException {
            Files.writeString(Path.of("harm"), "done");
        }
    }

    static final class AsksUs {
        public static void main(String[] arguments) {
            if (Registry.knows("anything")) {
                throw new IllegalStateException();
            }
        }
    }

    static final class AsksJavaPos {
        public static void main(String[] arguments) {
            JposServiceLoader.getManager().getEntryRegistry().hasJposEntry("anything");
        }
    }

    private void runs(Class<?> program, String... options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", folder + File.pathSeparator + System.getProperty("java.class.path")));
        command.add(program.getName());
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("said")))
                    .isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
