package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Starts the centre and stops it again. Exit codes: 0 stopped as asked, 1 could not start, 2 wrong usage.
@Command(
        name = "cloud",
        mixinStandardHelpOptions = true,
        description = "The store where the entries of all stations come together.",
        sortOptions = false)
public final class CloudMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(CloudMain.class);
    private static final int COULD_NOT_START = 1;

    /// What was started, the last on top; stopped in that order.
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final AtomicInteger exitCode = new AtomicInteger();

    @Spec
    private @Nullable CommandSpec spec;

    @ArgGroup
    private @Nullable DatabaseOptions where;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "TCP port on loopback; 0: a free one")
    private int port;

    @Option(
            names = "--provision",
            paramLabel = "TENANT:CODE",
            description = "make the tenant with this enrolment code, if it is not there; may be given several times")
    private List<String> provisions = List.of();

    @Option(names = "--ready-file", paramLabel = "FILE", description = "gets the address once requests are served")
    private @Nullable Path readyFile;

    @Option(names = "--with-parent", paramLabel = "PID", description = "stop when this process is gone")
    private @Nullable Long parent;

    public static void main(String[] arguments) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        var cloud = new CloudMain();
        var command = new CommandLine(cloud)
                .addSubcommand(new StationDevices(Clock.systemUTC()))
                .setExecutionExceptionHandler((e, line, _) -> {
                    LOG.debug("start failed", e);
                    line.getErr().println("cloud: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
                    return COULD_NOT_START;
                });
        int code = command.execute(arguments);
        cloud.exitCode.set(code);
        System.exit(code);
    }

    @Override
    public Integer call() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        var gone = new CountDownLatch(1);
        watchParent(gone);
        var owner = database();
        var tenants = new Tenants(owner, Clock.systemUTC());
        var server = started(new CloudServer(owner, port, Clock.systemUTC()));
        provisions.forEach(provision -> provision(tenants, provision));
        announce(server.address());
        gone.await();
        return 0;
    }

    private <T extends AutoCloseable> T started(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    private DatabaseAddress database() throws IOException {
        var asked = where;
        if (asked == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec, "picocli gives every command its spec")
                            .commandLine(),
                    "say with --data or --database where the entries are kept");
        }
        var there = asked.elsewhere();
        return there.isPresent()
                ? there.get()
                : started(EmbeddedPostgres.start(asked.folder())).owner();
    }

    private void watchParent(CountDownLatch gone) {
        if (parent == null) {
            return;
        }
        ProcessHandle.of(parent)
                .map(ProcessHandle::onExit)
                .orElseThrow(() -> new CloudException("process " + parent + " is gone already"))
                .thenRun(gone::countDown);
    }

    private static void provision(Tenants tenants, String provision) {
        int colon = provision.indexOf(':');
        if (colon < 1 || colon == provision.length() - 1) {
            throw new CloudException("--provision takes TENANT:CODE, not \"" + provision + "\"");
        }
        tenants.provision(provision.substring(0, colon), provision.substring(colon + 1));
    }

    private void announce(String address) throws IOException {
        var file = readyFile;
        if (file != null) {
            var folder = file.toAbsolutePath().getParent();
            var unfinished = Files.createTempFile(folder, ".ready", "");
            Files.writeString(unfinished, address + "\n", UTF_8);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        System.out.println("cloud ready at " + address);
    }

    /// Asked to end by a signal or at the end of main. What the JVM would answer to a signal, 143, is no failure of
    /// ours.
    private void stop() {
        synchronized (running) {
            while (!running.isEmpty()) {
                stop(running.pop());
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(exitCode.get());
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The outermost loop of stopping: what comes after must be stopped too.
            LOG.error("{} could not be stopped", part.getClass().getSimpleName(), e);
        }
    }
}
