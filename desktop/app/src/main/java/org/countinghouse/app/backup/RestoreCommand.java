package org.countinghouse.app.backup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Restore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `countinghouse restore --data DIR --from FILE`.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Put a backup in the place of a station's ledger, after proving it. The old ledger is moved aside"
                + " whole. A backup older than what is known of the station is refused without --accept-fork.")
public final class RestoreCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the station's data folder")
    private @Nullable Path data;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "the backup")
    private @Nullable Path from;

    @Option(names = "--mark", paramLabel = "DIR", description = "the folder of the second high-water mark")
    private @Nullable Path mark;

    @Option(
            names = "--accept-fork",
            description = "put it back though known entries are not in it; the station then stays read-only until a"
                    + " manager accepts that")
    private boolean acceptFork;

    @Override
    public Integer call() {
        try (var folder = DataFolder.take(Path.of(String.valueOf(data)))) {
            var restored = new Restore(
                            folder, Path.of(String.valueOf(from)), CurrencyBook.load(), Optional.ofNullable(mark))
                    .run(acceptFork);
            System.out.printf(
                    "restored: %,d entries, head %s%n",
                    restored.head().sequence(), restored.head().hash().shortHex());
            restored.replaced().ifPresent(place -> System.out.println("the old ledger lies in " + place));
            if (restored.lost() > 0) {
                System.out.printf(
                        "%,d known entries are not in it: the station is read-only until a manager accepts the ledger%n",
                        restored.lost());
            }
            return 0;
        }
    }
}
