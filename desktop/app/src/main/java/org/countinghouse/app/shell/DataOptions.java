package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.countinghouse.resources.SampleShop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a station keeps its things, and which shop a new data folder is set up for.
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "the station's data folder; made when it is not there")
    private @Nullable Path data;

    @Option(
            names = "--shop",
            paramLabel = "FILE",
            description = "the shop a new data folder is set up for: a JSON file, or the name of a sample"
                    + " (bread-basket, phnom-penh); without it the sample bread-basket")
    private @Nullable String shop;

    @Option(
            names = "--station",
            paramLabel = "NAME",
            description = "the station's name on the wire; without it that of the shop's first till")
    private @Nullable String station;

    @Option(
            names = "--mark",
            paramLabel = "DIR",
            description = "a folder on another disk for a second high-water mark; it notices a data folder that was put"
                    + " back whole")
    private @Nullable Path mark;

    @Option(
            names = "--backup-to",
            paramLabel = "DIR",
            description = "a folder on another disk for a second copy of each backup")
    private @Nullable Path backups;

    public Elsewhere elsewhere() {
        return new Elsewhere(Optional.ofNullable(mark), Optional.ofNullable(backups));
    }

    public Path data() {
        if (data == null) {
            throw new IllegalStateException("picocli lets no command start without --data");
        }
        return data;
    }

    /// Whether somebody said which shop a new folder is set up for.
    public boolean namesShop() {
        return shop != null;
    }

    /// The shop for a new folder.
    public ShopFile shop() {
        if (shop == null) {
            return ShopFile.sample(SampleShop.BREAD_BASKET);
        }
        for (SampleShop sample : SampleShop.values()) {
            if (sample.word().equals(shop)) {
                return ShopFile.sample(sample);
            }
        }
        return ShopFile.read(Path.of(shop));
    }

    public Optional<String> station() {
        return Optional.ofNullable(station);
    }
}
