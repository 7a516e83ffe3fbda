package org.countinghouse.app.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.wire.Setting;
import org.countinghouse.wire.WireException;

/// One version of the cloud's list of devices, kept beside the station's own: a line with its number,
/// then its text. Lost or damaged it costs a question: everything is compared anew.
///
/// @param path such as `devices.txt.agreed`
record KeptVersion(Path path) {
    private static final Pattern FIRST_LINE = Pattern.compile("version ([0-9]{1,18}) of the cloud");
    private static final long LARGEST = 2L * Setting.MOST_BYTES;

    /// @throws IOException when the disk does not give it
    Optional<Setting> read() throws IOException {
        if (Files.notExists(path) || Files.size(path) > LARGEST) {
            return Optional.empty();
        }
        var whole = new String(Files.readAllBytes(path), UTF_8);
        int end = whole.indexOf('\n');
        var first = FIRST_LINE.matcher(end < 0 ? whole : whole.substring(0, end));
        if (end < 0 || !first.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Setting(SharedDevices.KEY, Long.parseLong(first.group(1)), whole.substring(end + 1)));
        } catch (WireException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whole or not at all.
    void write(Setting setting) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(
                fresh,
                "version " + setting.version() + " of the cloud\n" + setting.text(),
                UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
