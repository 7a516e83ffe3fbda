package org.countinghouse.app.device;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.SenseLesson;
import org.countinghouse.device.SenseLesson.Taught;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse devices teach`: which level of a drawer's sense wire means open.
@Command(
        name = "teach",
        mixinStandardHelpOptions = true,
        description =
                "Learn which level of a drawer's sense wire means open: it asks you to shut the drawer and to open"
                        + " it. For a registered name the setting is written into the registry, else the address to use is"
                        + " told. End the station's window first.")
final class TeachDrawer implements Callable<Integer> {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(names = "--kick", description = "open the drawer with a pulse instead of with its key")
    private boolean kick;

    @Parameters(index = "0", paramLabel = "DEVICE", description = "an address, or a registered name with --data")
    private String device = "";

    @Override
    public Integer call() {
        var address = registry.address(device);
        var keys = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        var teaching = new Teaching(keys, System.out::println);
        try (var lesson = SenseLesson.at(address, OPEN_LIMIT)) {
            return switch (teaching.taught(lesson, kick)) {
                case Taught.Learned(var learned) -> {
                    System.out.println("learned: the drawer is open when the wire is "
                            + learned.option("sense").orElseThrow());
                    yield keep(address, learned);
                }
                case Taught.NoWire(var learned) -> {
                    System.out.println("no sense wire: open and shut look the same. That is a good drawer; the station"
                            + " opens it and does not know whether it is open.");
                    System.out.println("next: if the drawer did not really open and shut just now, teach it again");
                    yield keep(address, learned);
                }
                case Taught.NotLearned(var reason) -> {
                    System.out.println("not learned: " + reason + ". Its setting stays as it is.");
                    System.out.println(
                            "next: see that the printer is on and the drawer's plug sits tight, then teach it again");
                    yield 1;
                }
            };
        } catch (IllegalArgumentException e) {
            throw new StationFault(e.getMessage() + ": look at the address, and end what else uses the device", e);
        }
    }

    /// What was learned of a registered drawer holds for every device at its address: they share one cable, and the
    /// station opens it once.
    private int keep(DeviceAddress before, DeviceAddress learned) {
        var registered = registry.devices();
        if (registered.flatMap(known -> known.read().device(device)).isEmpty()) {
            System.out.println("use: " + learned);
            return 0;
        }
        registered
                .get()
                .taught(before, learned)
                .forEach(each -> System.out.printf("registered: %s at %s%n", each.name(), learned));
        return 0;
    }
}
