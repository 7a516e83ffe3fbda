package org.countinghouse.app;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.DataOptions;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.resources.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countinghouse station --data DIR`.
@Command(
        name = "station",
        mixinStandardHelpOptions = true,
        description = "The station's window, on a data folder. Sells with or without devices and cloud.")
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

    @Option(names = "--language", paramLabel = "CODE", description = "en or km; without it the language of the shop")
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
        var station =
                Station.open(options.data(), options::shop, options.station(), Clock.systemUTC(), options.elsewhere());
        try (var trading =
                new Trading(station, devices, Trading.address(Optional.ofNullable(cloud), code), spoken(station))) {
            var shell = window.open(trading);
            if (untilReady) {
                Window.awaitSignIn(shell);
                System.out.println("ready");
            } else {
                Window.awaitClosed(shell);
            }
            Window.close(shell);
            return 0;
        }
    }

    private Language spoken(Station station) {
        return Language.of(Locale.of(language == null ? station.shop().language() : language));
    }
}
