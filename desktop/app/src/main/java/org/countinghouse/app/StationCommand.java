package org.countinghouse.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.countinghouse.app.backup.PreparedRestore;
import org.countinghouse.app.firstrun.Staging;
import org.countinghouse.app.shell.DataOptions;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.resources.Language;
import org.countinghouse.store.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countinghouse station --data DIR`.
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "The station's window, on a data folder. Sells with or without devices and cloud. A folder"
                + " nobody has set up yet is set up at the window, unless --shop names a shop.")
final class StationCommand implements Callable<Integer> {
    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--device",
            paramLabel = "ADDRESS",
            description = "a device, such as javapos:tcp://192.168.1.40 or serial:/dev/ttyUSB0?baud=19200; repeatable")
    private List<String> devices = List.of();

    @Option(names = "--cloud", paramLabel = "URL", description = "the cloud the entries are copied to")
    private @Nullable URI cloud;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            defaultValue = "",
            description = "the code to enrol there with, once")
    private String code = "";

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "en, km, vi, th, af or zu; without it the language of the shop")
    private @Nullable String language;

    @Option(
            names = "--until-ready",
            description = "says `ready` once somebody can sign in, and closes again: for whoever measures the start")
    private boolean untilReady;

    private final Optional<Window> begun;

    /// @param begun the window, where it is being opened already
    StationCommand(Optional<Window> begun) {
        this.begun = begun;
    }

    /// Whether these arguments ask for the station's window. It takes longest of a start, so that it begins before
    /// anything else is understood of them.
    static boolean isWanted(String... arguments) {
        var all = List.of(arguments);
        return !all.isEmpty()
                && all.getFirst().equals("station")
                && !all.contains("--help")
                && !all.contains("-h")
                && Window.hasScreen();
    }

    @Override
    public Integer call() {
        if (!Window.hasScreen()) {
            throw new StationFault("there is no display to open a window on (DISPLAY is not set):"
                    + " start it on a desktop, or try ./countinghouse demo --headless");
        }
        var window = begun.orElseGet(Window::begin);
        try {
            if (isSetUp(window, options.data())) {
                trade(window);
            }
            return 0;
        } finally {
            Window.end();
        }
    }

    /// Asks what makes an empty folder a shop. Another station that holds the folder is told of here.
    private boolean isSetUp(Window window, Path data) {
        try (var folder = DataFolder.take(data);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            return !Staging.isDue(folder.path())
                    || options.namesShop()
                    || window.ask(() ->
                            new FirstRun(folder.path(), Clock.systemUTC(), ZoneId.systemDefault(), asked(), workers));
        }
    }

    private Language asked() {
        return language == null ? Language.of(Locale.getDefault()) : Language.of(Locale.of(language));
    }

    /// Opens the station, and again when somebody asked for that at its window.
    private void trade(Window window) {
        StationLog.keepIn(options.data());
        boolean again = true;
        while (again) {
            var asked = new AtomicBoolean();
            var kept = StationFile.in(options.data());
            var news = PreparedRestore.carryOut(
                    options.data(), kept.elsewhere(options.elsewhere()).mark());
            trade(window, kept, news, () -> {
                asked.set(true);
                Window.hide();
            });
            again = asked.get();
        }
    }

    private void trade(Window window, StationFile kept, Optional<Notice> news, Runnable restart) {
        var station = Station.open(
                options.data(),
                options::shop,
                options.station(),
                Clock.systemUTC(),
                kept.elsewhere(options.elsewhere()));
        var said = new Said(
                Optional.ofNullable(language),
                Optional.ofNullable(cloud).map(URI::toString),
                options.elsewhere(),
                news,
                restart);
        try (var trading =
                new Trading(station, devices, Trading.address(cloud(kept), code(kept)), spoken(station, kept), said)) {
            var shell = window.open(trading);
            if (untilReady) {
                Window.awaitSignIn(shell);
                System.out.println("ready");
            } else {
                Window.awaitClosed(shell);
            }
            Window.leave(shell);
        }
    }

    private Optional<URI> cloud(StationFile kept) {
        return Optional.ofNullable(cloud).or(() -> kept.cloud().map(URI::create));
    }

    private String code(StationFile kept) {
        return code.isEmpty() ? kept.code().orElse("") : code;
    }

    private Language spoken(Station station, StationFile kept) {
        return Language.of(Locale.of(Optional.ofNullable(language)
                .or(kept::language)
                .orElseGet(() -> station.shop().language())));
    }
}
