package org.countinghouse.app.firstrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.store.Durable;

/// Where a new shop is made before it counts: a folder in the data folder. A mark there says that all of it is whole;
/// from then on it is only moved to its place, also by the next start. Without the mark it never was, and the first
/// start begins again.
public final class Staging {
    private static final String FOLDER = "first-run";
    private static final String WHOLE = "whole";

    /// What tells that a data folder belongs to a station already, also when its ledger is missing.
    private static final List<String> OF_A_STATION = List.of("ledger.db", "shop.json", "station.key", "ledger.mark");

    /// Each station locks its own folder.
    private static final String LOCK = "station.lock";

    private final Path data;
    private final Path folder;

    private Staging(Path data) {
        this.data = data;
        this.folder = data.resolve(FOLDER);
    }

    /// Whether nobody has set this data folder up. What was whole when somebody pulled the plug is brought to its place
    /// first.
    public static boolean isDue(Path data) {
        var staging = new Staging(data);
        try {
            if (staging.isWhole()) {
                staging.moveAll();
            }
        } catch (IOException e) {
            throw staging.fault(e);
        }
        return OF_A_STATION.stream().noneMatch(name -> Files.exists(data.resolve(name)));
    }

    /// Begins, and throws away what an earlier attempt left.
    public static Staging begin(Path data) {
        var staging = new Staging(data);
        try {
            clear(staging.folder);
            Files.createDirectories(staging.devices());
        } catch (IOException e) {
            throw staging.fault(e);
        }
        return staging;
    }

    /// Where the devices are registered meanwhile.
    public Path devices() {
        return folder.resolve("devices");
    }

    /// An empty folder for the station to be made in; what another attempt left there is gone.
    Path station() {
        try {
            clear(made());
            Files.createDirectories(made());
            try (var files = Files.list(devices())) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(each, made().resolve(each.getFileName()));
                }
            }
            return made();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private Path made() {
        return folder.resolve("station");
    }

    /// Whether the shop is made, and only its place is missing.
    boolean isWhole() {
        return Files.exists(folder.resolve(WHOLE));
    }

    /// The station is made and shut: from here on it counts. To be called again where it did not come to its end.
    void commit() {
        try {
            Files.deleteIfExists(made().resolve(LOCK));
            if (!isWhole()) {
                Durable.write(folder.resolve(WHOLE), new byte[0]);
            }
            moveAll();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /// What was moved already is not there any more, so that this can be done again after any interruption.
    private void moveAll() throws IOException {
        if (Files.isDirectory(made())) {
            try (var files = Files.list(made())) {
                for (Path each : files.sorted().toList()) {
                    Files.move(each, data.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        // The mark last: without it the rest would be thrown away.
        clear(made());
        clear(devices());
        Files.delete(folder.resolve(WHOLE));
        clear(folder);
    }

    /// Nobody went on: the data folder is as it was.
    public void giveUp() {
        try {
            clear(folder);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private StationFault fault(IOException e) {
        return new StationFault(
                "cannot set up the data folder " + data + " (" + e.getMessage()
                        + "): check that it may be written and has room",
                e);
    }
}
