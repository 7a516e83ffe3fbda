package org.countinghouse.store.fault;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.sqlite.util.OSInfo;

/// Starts this test's programs as processes of their own, as fast as Java can: from jars, with a cache of what a
/// first run loaded, and SQLite's library laid out beside them so that a killed one leaves nothing in the
/// temporary folder.
final class Jvm {
    private static final long FIRST_RUN_LIMIT_SECONDS = 60;
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true");

    private final Path home;
    private final Class<?> program;
    private final List<String> command = new ArrayList<>();

    /// @param home an empty folder for what is prepared
    /// @param program has the `main`
    Jvm(Path home, Class<?> program) {
        this.home = home;
        this.program = program;
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(FLAGS);
        if (Size.isLong()) {
            command.add("-Dlong");
        }
        command.add("-Dorg.sqlite.lib.path=" + library());
        command.add("-classpath");
        command.add(classPath());
    }

    /// Runs the program once and keeps what it loaded for the runs to come.
    void learn(String... arguments) throws IOException, InterruptedException {
        Path cache = home.resolve("program.aot");
        var learning = new ArrayList<>(command);
        learning.add(1, "-XX:AOTCacheOutput=" + cache);
        Path said = home.resolve("first-run.log");
        Process process = builder(learning, Map.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(FIRST_RUN_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the first run of " + program + " failed: " + Files.readString(said));
        }
        command.add(1, "-XX:AOTCache=" + cache);
    }

    /// Its standard output is for who started it; what it complains of goes to this program's standard error.
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        return builder(command, environment, arguments).start();
    }

    private ProcessBuilder builder(List<String> java, Map<String, String> environment, String... arguments) {
        var whole = new ArrayList<>(java);
        whole.add(program.getName());
        whole.addAll(List.of(arguments));
        var builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private Path library() {
        String name = System.mapLibraryName("sqlitejdbc");
        Path file = home.resolve(name);
        String packed = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (var in = OSInfo.class.getResourceAsStream(packed)) {
            if (in == null) {
                throw new IllegalStateException("the driver has no " + packed);
            }
            Files.copy(in, file);
            return home;
        } catch (IOException e) {
            throw new IllegalStateException("cannot lay out " + file, e);
        }
    }

    /// The cache takes jars only.
    private String classPath() {
        var jars = new ArrayList<String>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path entry = Path.of(each);
            if (Files.isDirectory(entry)) {
                jars.add(packed(entry, home.resolve("classes-" + jars.size() + ".jar"))
                        .toString());
            } else if (Files.exists(entry)) {
                jars.add(each);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Path packed(Path folder, Path jar) {
        try (var files = Files.walk(folder);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new IllegalStateException("cannot pack " + folder, e);
        }
    }
}
