package org.countinghouse.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.countinghouse.app.bench.BenchCommand;
import org.countinghouse.app.replay.ReplayCommand;
import org.countinghouse.app.script.ScriptCommand;
import org.countinghouse.app.shell.DataOptions;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.verify.VerifyCommand;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.Verifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit codes: 0 done, 1 the job failed and says why, 2 the command was not understood.
@Command(
        name = "countinghouse",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "The station at a shop's counter: cash ledger, drawer, printer, shifts and reports.")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .addSubcommand(new ScriptCommand(Main::stage))
                .addSubcommand(new BenchCommand(Main::benchStage))
                .addSubcommand(new ReplayCommand(Main::replayStage, Clock.systemUTC()))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new StationCommand())
                .addSubcommand(new DemoCommand())
                .setExecutionExceptionHandler(Main::fail);
    }

    private static ScriptCommand.Stage stage(DataOptions options) {
        Path data = options.data();
        var station = Station.open(data, options::shop, options.station(), Clock.systemUTC());
        return new ScriptCommand.Stage(
                station.desk(),
                station.pins(),
                station.ids(),
                station.reader(),
                station.shopCurrencies(),
                station.till(),
                () -> new Verifier(data, station.currencies(), _ -> {}).verify(),
                station::close);
    }

    private static ReplayCommand.Stage replayStage(Path data, ShopFile shop, Clock clock) {
        var station = Station.open(data, () -> shop, Optional.empty(), clock);
        return new ReplayCommand.Stage(
                station.desk(),
                station.reader(),
                station.key(),
                station.till(),
                () -> new Verifier(data, station.currencies(), _ -> {}).verify(),
                station::close);
    }

    private static BenchCommand.Stage benchStage(Path data) {
        var station =
                Station.open(data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        return new BenchCommand.Stage(
                station.desk(),
                station.reader(),
                station.ids(),
                station.till(),
                station.shopCurrencies().getFirst(),
                () -> new Verifier(data, station.currencies(), _ -> {}).verify(),
                station::close);
    }

    /// A fault a person can do something about is told in words; anything else is ours, and is told whole.
    private static int fail(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (fault instanceof StationFault || fault instanceof JournalUnavailable) {
            err.println("countinghouse: " + fault.getMessage());
        } else {
            err.println("countinghouse: an error of the program itself, please report it:");
            fault.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
