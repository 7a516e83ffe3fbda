package org.countinghouse.javapos;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The vendors' jars in the folder `drivers`, and the native libraries beside them. They see JavaPOS and the JDK; what
/// else a vendor brings, such as an old XML parser, is seen by the vendors' classes only.
///
/// The folder is looked at anew when somebody asks, so a jar that was put there is found without a new start.
final class DriverJars {
    /// Where the folder is, when it is not `drivers` in the working directory.
    static final String FOLDER = "countinghouse.drivers";

    private static final int MOST_JARS = 500;
    private static @Nullable DriverJars latest;

    private final Path folder;
    private final String listing;
    private final List<String> broken;
    private final ClassLoader loader;

    private DriverJars(Path folder, String listing, List<URL> jars, List<String> broken) {
        this.folder = folder;
        this.listing = listing;
        this.broken = List.copyOf(broken);
        loader = new VendorLoader(folder, jars.toArray(URL[]::new));
    }

    /// The jars that are there now. While the folder stays as it is, classes are loaded once.
    static synchronized DriverJars now() {
        Path folder = Path.of(System.getProperty(FOLDER, "drivers")).toAbsolutePath();
        var broken = new ArrayList<String>();
        var jars = new ArrayList<Path>(files(folder, broken));
        String listing =
                folder + " " + jars.stream().map(DriverJars::fingerprint).toList() + broken;
        if (latest == null || !latest.listing.equals(listing)) {
            latest = new DriverJars(folder, listing, readable(jars, broken), broken);
        }
        return latest;
    }

    /// Jars that cannot be read, in words.
    List<String> broken() {
        return broken;
    }

    /// Which of these classes are nowhere, in words.
    List<String> missing(List<String> classes) {
        return classes.stream()
                .distinct()
                .map(this::missing)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String missing(String className) {
        try {
            Class.forName(className, false, loader);
            return "";
        } catch (ClassNotFoundException _) {
            return "the class " + className + " is in no jar of " + folder + ": put the vendor's jar there";
        } catch (LinkageError e) {
            return "the class " + className + " needs something that is in no jar of " + folder + " (" + e.getMessage()
                    + "): put all of the vendor's jars there";
        }
    }

    ClassLoader loader() {
        return loader;
    }

    private static List<Path> files(Path folder, List<String> broken) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(DriverJars::isJar).sorted().limit(MOST_JARS).toList();
        } catch (IOException e) {
            broken.add("the folder " + folder + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static String fingerprint(Path jar) {
        File file = jar.toFile();
        return file.getName() + " " + file.length() + " " + file.lastModified();
    }

    private static List<URL> readable(List<Path> jars, List<String> broken) {
        var urls = new ArrayList<URL>();
        for (Path jar : jars) {
            try (var _ = new ZipFile(jar.toFile())) {
                urls.add(url(jar));
            } catch (IOException e) {
                broken.add(jar + " is not a jar that can be read (" + e.getMessage() + "): copy it there again");
            }
        }
        return urls;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /// Finds native libraries in the folder too: vendors' services bring them, and nobody should have to set
    /// `java.library.path`.
    private static final class VendorLoader extends URLClassLoader {
        private final Path folder;

        VendorLoader(Path folder, URL[] jars) {
            super("drivers", jars, DriverJars.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected @Nullable String findLibrary(String name) {
            Path library = folder.resolve(System.mapLibraryName(name));
            return Files.isRegularFile(library) ? library.toString() : super.findLibrary(name);
        }
    }
}
