package org.countinghouse.app.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.Devices;
import org.countinghouse.device.setup.Asking;
import org.countinghouse.device.setup.Phrase;
import org.countinghouse.device.setup.SelfTest;
import org.countinghouse.device.setup.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse devices test`: tries each device at an address out, and says what to do next.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Try out what stands at an address: print a slip, open the drawer, show two rows, read a bar code,"
                        + " look into a cash machine (no money moves). It asks before the drawer opens.")
final class TestDevice implements Callable<Integer> {
    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(names = "--yes", description = "answer every question with yes")
    private boolean yes;

    @Option(
            names = "--scan-seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "how long to wait for a bar code (default: 15)")
    private int scanSeconds;

    @Parameters(index = "0", paramLabel = "DEVICE", description = "an address, or a registered name with --data")
    private String device = "";

    @Override
    public Integer call() {
        DeviceAddress address = registry.address(device);
        return switch (Devices.open(address, Trial.OPEN_LIMIT)) {
            case Devices.Connection.Connected(var devices) -> {
                try (devices) {
                    yield tested(devices);
                }
            }
            case Devices.Connection.NotFound(var reason, var known) ->
                throw new StationFault(reason + "; known are " + String.join(", ", known));
            case Devices.Connection.Busy(var reason) ->
                throw new StationFault(address + " is in use: " + reason + ". End the other program, then test again");
            case Devices.Connection.NoAnswer(var reason) ->
                throw new StationFault(address + " does not answer: " + reason);
            case Devices.Connection.Refused(var reason) ->
                throw new StationFault(address + " makes no sense: " + reason);
        };
    }

    private int tested(Devices devices) {
        var asking = yes ? (Asking) _ -> Asking.Answer.YES : keyboard();
        var tests = new Trial(asking, Duration.ofSeconds(scanSeconds), TestDevice::tell).all(devices);
        if (tests.isEmpty()) {
            System.out.println("0 devices stand at " + devices.address());
        }
        return !tests.isEmpty() && tests.stream().allMatch(SelfTest::isPassed) ? 0 : 1;
    }

    private static void tell(DeviceHealth.Kind kind, SelfTest test) {
        String what = kind == DeviceHealth.Kind.LINE_DISPLAY ? "display" : ListDevices.word(kind);
        System.out.println(what + ": " + (test.isPassed() ? "passed" : "failed"));
        for (Step step : test.steps()) {
            System.out.printf(
                    "  %-7s %s%n",
                    step.outcome().name().toLowerCase(Locale.ROOT), step.seen().words());
            step.next().map(Phrase::words).ifPresent(next -> System.out.println("          next: " + next));
        }
    }

    /// Asks on the terminal; with nobody there the answer is none.
    private static Asking keyboard() {
        var keys = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return question -> {
            System.out.print(question.words() + " [y/n] ");
            System.out.flush();
            try {
                String typed = keys.readLine();
                System.out.println();
                if (typed == null) {
                    return Asking.Answer.NONE;
                }
                return typed.strip().toLowerCase(Locale.ROOT).startsWith("y") ? Asking.Answer.YES : Asking.Answer.NO;
            } catch (IOException _) {
                return Asking.Answer.NONE;
            }
        };
    }
}
