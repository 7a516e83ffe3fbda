package org.countinghouse.app.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countinghouse.store.Backups;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `countinghouse backup --data DIR`.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copy a station's ledger into its folder backups, also while it sells, and prove the copy. Kept are"
                        + " the last of 7 days, 4 weeks and 12 months; the station's key and shop lie beside them.")
public final class BackupCommand implements Callable<Integer> {
    private final Clock clock;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the station's data folder")
    private @Nullable Path data;

    @Option(names = "--to", paramLabel = "DIR", description = "a folder on another disk for a second copy")
    private @Nullable Path to;

    public BackupCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var made = new Backups(Path.of(String.valueOf(data)), Optional.ofNullable(to)).make(clock.instant());
        System.out.printf(
                "backed up: %,d entries, head %s, in %s%n",
                made.head().sequence(), made.head().hash().shortHex(), made.file());
        if (made.troubleElsewhere().isPresent()) {
            System.err.println("countinghouse: no second copy in "
                    + made.troubleElsewhere().get() + ". Make room there, or name another folder with --to");
            return 1;
        }
        return 0;
    }
}
