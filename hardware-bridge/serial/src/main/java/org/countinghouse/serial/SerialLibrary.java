package org.countinghouse.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings jSerialComm's native part to a folder of ours before the library looks for it.
///
/// Left alone it unpacks itself below the temporary folder, into a directory everybody may write to,
/// and fails where that folder is read-only or mounted without the right to execute. The folder is the
/// system property `countinghouse.native.folder`, else `.countinghouse/native` in the user's home.
/// Whoever set the library's own property `jSerialComm.library.path` knows better, and is left alone.
/// Where no folder can be made the library does as it likes.
final class SerialLibrary {
    static final String FOLDER_PROPERTY = "countinghouse.native.folder";
    static final String LIBRARY_PROPERTY = "jSerialComm.library.path";

    private static final Logger LOG = LoggerFactory.getLogger(SerialLibrary.class);
    private static final int LARGEST = 4 << 20;

    private SerialLibrary() {}

    /// To be called before the library's classes are used. Whether its native part can be loaded shows
    /// at the first native call: the library prints what went wrong while it starts, and starts all the
    /// same (measured).
    static void prepare() {
        Prepared.once();
    }

    /// The folders in the jar that hold native parts for a system, and the file in each. The library
    /// tries them in turn.
    record Parts(String system, List<String> machines, String file) {
        static Optional<Parts> of(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            if (name.contains("linux")) {
                return Optional.of(new Parts(
                        "Linux",
                        List.of("armv5", "armv6hf", "armv7hf", "armv8_32", "armv8_64", "ppc64le", "x86", "x86_64"),
                        "libjSerialComm.so"));
            }
            if (name.contains("mac")) {
                return Optional.of(new Parts("OSX", List.of("aarch64", "x86", "x86_64"), "libjSerialComm.jnilib"));
            }
            return name.contains("win")
                    ? Optional.of(new Parts("Windows", List.of("aarch64", "armv7", "x86", "x86_64"), "jSerialComm.dll"))
                    : Optional.empty();
        }
    }

    /// Puts every part into `folder/SYSTEM/MACHINE/FILE`. A file that is right already is not touched:
    /// it may be in use.
    static void unpack(Parts parts, Path folder) throws IOException {
        for (String machine : parts.machines()) {
            byte[] content = content("/" + parts.system() + "/" + machine + "/" + parts.file());
            var file = folder.resolve(parts.system()).resolve(machine).resolve(parts.file());
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.createDirectories(file.getParent());
                var fresh = Files.createTempFile(file.getParent(), "fresh", ".part");
                Files.write(fresh, content);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static byte[] content(String resource) throws IOException {
        // Naming the class does not initialise it; asking it anything would.
        try (InputStream in = SerialPort.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the library has no part " + resource);
            }
            return in.readNBytes(LARGEST);
        }
    }

    private static void unpackAndTell() {
        var parts = Parts.of(System.getProperty("os.name", ""));
        if (System.getProperty(LIBRARY_PROPERTY) != null || parts.isEmpty()) {
            return;
        }
        var folder = Path.of(System.getProperty(
                FOLDER_PROPERTY,
                Path.of(System.getProperty("user.home", "."), ".countinghouse", "native")
                        .toString()));
        try {
            makeOurs(folder);
            unpack(parts.get(), folder);
            System.setProperty(LIBRARY_PROPERTY, folder.toAbsolutePath().toString());
        } catch (IOException e) {
            LOG.warn(
                    "no folder for the part that reaches serial ports ({}); the library chooses one itself", folder, e);
        }
    }

    /// Only we may write where code is loaded from.
    private static void makeOurs(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Done once for the JVM, which loads a native part once.
    private static final class Prepared {
        static {
            unpackAndTell();
        }

        private Prepared() {}

        static void once() {
            // Being called is all it takes.
        }
    }
}
