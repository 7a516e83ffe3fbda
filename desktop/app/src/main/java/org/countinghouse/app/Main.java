package org.countinghouse.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.countinghouse.app.backup.BackupCommand;
import org.countinghouse.app.backup.RestoreCommand;
import org.countinghouse.app.bench.BenchCommand;
import org.countinghouse.app.bench.Windows;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.device.DevicesCommand;
import org.countinghouse.app.replay.ReplayCommand;
import org.countinghouse.app.script.ScriptCommand;
import org.countinghouse.app.shell.CashMachines;
import org.countinghouse.app.shell.DataOptions;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.app.verify.VerifyCommand;
import org.countinghouse.resources.Language;
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
        var window = StationCommand.isWanted(args) ? Optional.of(Window.begin()) : Optional.<Window>empty();
        System.exit(commandLine(window, args).execute(args));
    }

    static CommandLine commandLine() {
        return commandLine(Optional.empty());
    }

    /// To look through what a sub-command understands takes as long as to open a ledger: where the first word names
    /// one, only that one is looked through.
    ///
    /// @param window one that is being opened already
    private static CommandLine commandLine(Optional<Window> window, String... args) {
        var all = subCommands(window);
        var line = new CommandLine(new Main());
        if (args.length > 0 && all.containsKey(args[0])) {
            line.addSubcommand(args[0], all.get(args[0]).get());
        } else {
            all.forEach((name, command) -> line.addSubcommand(name, command.get()));
        }
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::fail);
    }

    private static Map<String, Supplier<Callable<Integer>>> subCommands(Optional<Window> window) {
        var all = new LinkedHashMap<String, Supplier<Callable<Integer>>>();
        all.put("script", () -> new ScriptCommand(Main::scripted));
        all.put("bench", () -> new BenchCommand(Main::measured, new RealWindows()));
        all.put("replay", () -> new ReplayCommand(Main::replayed, Clock.systemUTC()));
        all.put("verify", VerifyCommand::new);
        all.put("backup", () -> new BackupCommand(Clock.systemUTC()));
        all.put("restore", RestoreCommand::new);
        all.put("devices", DevicesCommand::new);
        all.put("station", () -> new StationCommand(window));
        all.put("demo", DemoCommand::new);
        return all;
    }

    private static Workplace scripted(DataOptions options, List<String> devices) {
        var station =
                Station.open(options.data(), options::shop, options.station(), Clock.systemUTC(), options.elsewhere());
        station.backUp();
        try {
            var bridge = Bridge.open(devices, station.data(), station.machineBooks());
            return workplace(station, bridge.cashMachines(), Trading.prints(station, bridge), () -> {
                bridge.spool().ifPresent(spool -> spool.settle(Spool.DEADLINE));
                bridge.close();
                station.close();
            });
        } catch (StationFault e) {
            station.close();
            throw e;
        }
    }

    private static Workplace replayed(Path data, ShopFile shop, Clock clock) {
        return workplace(Station.openAtSetTime(data, () -> shop, Optional.empty(), clock));
    }

    private static Workplace measured(Path data) {
        return workplace(Station.open(
                data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC()));
    }

    private static Workplace workplace(Station station) {
        return workplace(station, CashMachines.NONE, Prints.NONE, station::close);
    }

    /// What is measured and looked at is the window a shop has, with nothing connected.
    private static final class RealWindows implements Windows {
        @Override
        public Windows.Opened open(Path data) {
            if (!hasScreen()) {
                Window.headless();
            }
            var window = Window.begin();
            var station = Station.open(
                    data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
            var trading = new Trading(station, List.of(), Optional.empty(), Language.ENGLISH);
            var shell = window.open(trading);
            return new Windows.Opened(shell, workplace(station, CashMachines.NONE, Prints.NONE, () -> {
                Window.close(shell);
                trading.close();
            }));
        }

        @Override
        public boolean hasScreen() {
            return Window.hasScreen();
        }
    }

    private static Workplace workplace(Station station, CashMachines machines, Prints prints, Runnable closing) {
        return new Workplace(
                station.desk(),
                station.pins(),
                station.ids(),
                station.reader(),
                station.key(),
                station.shopCurrencies(),
                station.till(),
                station::practice,
                () -> new Verifier(station.data(), station.currencies(), _ -> {}).verify(),
                machines,
                prints,
                closing);
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
