package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.countinghouse.cloud.db.Tables.STREAM;
import static org.countinghouse.cloud.db.Tables.TENANT;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.countinghouse.wire.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `countinghouse cloud devices`: shows or sets the devices of a station, for whoever runs the cloud.
/// Also beside a cloud that runs.
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Show the list of devices the cloud keeps for a station, or set it. The station takes it within a"
                + " minute and opens the devices at its next start.",
        sortOptions = false)
final class StationDevices implements Callable<Integer> {
    private static final int REFUSED = 1;

    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private DatabaseOptions where = new DatabaseOptions();

    @Option(names = "--tenant", required = true, description = "the shop owner's name on the wire")
    private String tenant = "";

    @Option(names = "--station", required = true, description = "the station's name on the wire")
    private String station = "";

    @ArgGroup(exclusive = false)
    private @Nullable Change change;

    static final class Change {
        @Option(names = "--set", paramLabel = "FILE", required = true, description = "the list from now on")
        private Path file = Path.of("");

        @Option(
                names = "--on",
                paramLabel = "VERSION",
                required = true,
                description = "the version the file was made on, as shown; 0 when there was none")
        private long version;
    }

    StationDevices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var there = where.elsewhere();
        if (there.isPresent()) {
            return at(there.get());
        }
        var running = EmbeddedPostgres.running(where.folder());
        if (running.isPresent()) {
            return at(running.get());
        }
        try (var postgres = EmbeddedPostgres.start(where.folder())) {
            return at(postgres.owner());
        }
    }

    /// As the server's own role, which cannot change what is there either.
    private int at(DatabaseAddress owner) throws IOException {
        try (var store = new TenantStore(new Schema(owner).prepare())) {
            var whose = new Settings.Whose(tenant, station);
            requireKnown(store);
            var settings = new Settings(store, clock);
            return change == null ? show(settings, whose) : set(settings, whose, change);
        }
    }

    private void requireKnown(TenantStore store) {
        boolean known = store.within(tenant, db -> db.fetchExists(TENANT, TENANT.TENANT_.eq(tenant)));
        if (!known) {
            throw new CloudException("there is no tenant " + tenant);
        }
        boolean enrolled = store.within(
                tenant, db -> db.fetchExists(STREAM, STREAM.TENANT.eq(tenant).and(STREAM.STATION.eq(station))));
        if (!enrolled) {
            err().println("no station " + station + " is enrolled yet; it will find these devices when it is");
        }
    }

    private int show(Settings settings, Settings.Whose whose) {
        var newest = settings.newest(whose, ListedDevice.KEY);
        newest.ifPresent(setting -> out().print(setting.text()));
        out().flush();
        err().println(newest.map(setting -> "version " + setting.version() + " of " + station)
                .orElse("no devices are kept for " + station + ": version 0"));
        return 0;
    }

    private int set(Settings settings, Settings.Whose whose, Change made) throws IOException {
        var text = Files.readString(made.file, UTF_8);
        if (ListedDevice.in(text).isEmpty()) {
            throw new CloudException(made.file + " is no list of devices: a station would refuse it");
        }
        var reply = settings.keep(whose, new Setting(ListedDevice.KEY, made.version, text), Settings.Author.OPERATOR);
        return switch (reply) {
            case Setting.Reply.Accepted(var version) -> {
                err().println("version " + version + " of " + station);
                yield 0;
            }
            case Setting.Reply.Newer(var newest) -> refused(newest.version());
            case Setting.Reply.None _ -> refused(0);
        };
    }

    private int refused(long newest) {
        err().println("nothing was set: the newest version is " + newest + ". Look at it and make the change on that");
        return REFUSED;
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private PrintWriter err() {
        return commandSpec().commandLine().getErr();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return spec;
    }
}
