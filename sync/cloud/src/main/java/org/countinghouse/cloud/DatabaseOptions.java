package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Where the database is: a PostgreSQL of our own in a folder, or one that somebody else runs.
final class DatabaseOptions {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "run a PostgreSQL of our own here")
    private @Nullable Path data;

    @ArgGroup(exclusive = false)
    private @Nullable Existing existing;

    static final class Existing {
        @Option(names = "--database", paramLabel = "JDBC-URL", required = true, description = "use this PostgreSQL")
        private String url = "";

        @Option(names = "--user", required = true, description = "owns the tables; needs CREATEROLE, no superuser")
        private String user = "";

        @Option(names = "--password-file", paramLabel = "FILE", required = true, description = "the user's password")
        private Path passwordFile = Path.of("");
    }

    /// The database's owner, where it is somebody else's PostgreSQL.
    Optional<DatabaseAddress> elsewhere() throws IOException {
        var there = existing;
        if (there == null) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseAddress(
                there.url,
                there.user,
                Files.readString(there.passwordFile, UTF_8).strip()));
    }

    /// The folder of a PostgreSQL of our own.
    Path folder() {
        if (data == null) {
            throw new CloudException("either --data or --database");
        }
        return data;
    }
}
