package org.countinghouse.app.replay;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.app.shell.CloudProcess;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.replicator.CloudAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse replay TICKETS --prices PRICES --currency GBP --data DIR`.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Import a real till log: each trading day becomes a shift with sales, safe drops, a count and a Z"
                + " report. Stopped at any point and run again, it goes on where it was and doubles nothing.")
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration CLOUD_LIMIT = Duration.ofMinutes(5);
    private static final int BAR_UPDATE_MILLIS = 200;
    private static final int FAULTS_SHOWN = 20;

    /// Opens the station an import writes to.
    public interface Opener {
        Workplace open(Path data, ShopFile shop, Clock clock);
    }

    private final Opener opener;
    private final Clock now;

    @Parameters(paramLabel = "TICKETS", description = "the till log, CSV: Date,Time,Transaction,Item")
    private @Nullable Path tickets;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            required = true,
            description = "the price list, CSV: item,unit_price_pence")
    private @Nullable Path prices;

    @Option(names = "--currency", paramLabel = "CODE", required = true, description = "the log's currency, ISO code")
    private String currency = "";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data folder; made when missing")
    private @Nullable Path data;

    @Option(names = "--seed", defaultValue = "1", description = "of the customers and the miscounts (default: 1)")
    private long seed;

    @Option(names = "--strict", description = "stop at the first line that cannot be read; then nothing is imported")
    private boolean strict;

    @Option(names = "--cloud", paramLabel = "URL", description = "copy to this cloud instead of one of our own")
    private @Nullable URI cloud;

    @Option(names = "--code", paramLabel = "CODE", defaultValue = "", description = "the code to enrol there with")
    private String code = "";

    @Option(names = "--no-cloud", description = "import only, copy nothing")
    private boolean noCloud;

    /// @param now the time of today, at which the copy in the cloud is made; the log brings its own
    public ReplayCommand(Opener opener, Clock now) {
        this.opener = opener;
        this.now = now;
    }

    @Override
    public Integer call() {
        Currency inCurrency = CurrencyBook.load()
                .find(currency)
                .orElseThrow(() -> new StationFault("there is no currency " + currency + ": write its ISO code"));
        var log = TillLog.read(given(tickets), given(prices), inCurrency, strict);
        log.faults().stream().limit(FAULTS_SHOWN).forEach(fault -> System.err.println("left out: " + fault));
        var source = Source.of(given(tickets), given(prices), inCurrency, seed);
        source.claim(given(data));
        var clock = new ReplayClock(now.instant());
        long start = System.nanoTime();
        try (var stage = opener.open(given(data), source.shop(), clock);
                var copy = new Copy(stage)) {
            long before =
                    stage.desk().ask(books -> books.perpetual(stage.till()).times(Line.SALES, inCurrency));
            importLog(log, source, inCurrency, stage, clock);
            var pace = new Summary.Pace(before, System.nanoTime() - start);
            boolean copied = copy.map(link -> link.drain(CLOUD_LIMIT)).orElse(true);
            var summary = Summary.of(log, stage, inCurrency, pace, copy.map(CloudLink::acknowledged));
            summary.print(System.out);
            summary.write(given(data).resolve("reports"));
            if (!copied) {
                System.err.println("countinghouse: the cloud has not acknowledged everything; the entries are safe here"
                        + " and are sent when you run this again");
            }
            return copied && summary.isWhole() ? 0 : 1;
        }
    }

    private void importLog(TillLog log, Source source, Currency inCurrency, Workplace stage, ReplayClock clock) {
        var replay = new Replay(
                stage.desk(),
                stage.reader()::contains,
                clock,
                new SteadyIds(source.digest()),
                stage.till(),
                Source.EMPLOYEE,
                inCurrency,
                source.zone(),
                seed);
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("replay")
                .setInitialMax(log.tickets())
                .setUnit(" sales", 1)
                .showSpeed()
                .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
                .build()) {
            replay.run(log, bar::stepBy);
        }
    }

    /// The copy in the cloud, with the cloud when it is our own.
    private final class Copy implements AutoCloseable {
        private final Optional<CloudProcess> own;
        private final Optional<CloudLink> link;

        Copy(Workplace stage) {
            this.own = noCloud || cloud != null
                    ? Optional.empty()
                    : Optional.of(CloudProcess.start(
                            given(data).resolve("cloud"),
                            stage.reader().stream().tenant()));
            this.link = address().map(to -> new CloudLink(stage.reader(), stage.key(), to, List.of(), now, _ -> {}));
            link.ifPresent(each -> stage.desk().watch(_ -> each.wake()));
        }

        private Optional<CloudAddress> address() {
            return cloud == null ? own.map(CloudProcess::address) : Optional.of(new CloudAddress(cloud, code));
        }

        <T> Optional<T> map(Function<CloudLink, T> use) {
            return link.map(use);
        }

        @Override
        public void close() {
            link.ifPresent(CloudLink::close);
            own.ifPresent(CloudProcess::close);
        }
    }

    private static Path given(@Nullable Path path) {
        if (path == null) {
            throw new IllegalStateException("picocli lets no command start without its required options");
        }
        return path;
    }

    static boolean exists(Path data) {
        return Files.exists(data.resolve("ledger.db"));
    }
}
