package org.countinghouse.app.device;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.setup.Discovery;
import org.countinghouse.device.setup.Sighting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countinghouse devices list`: what is registered, how that stands with the cloud, which ports this
/// computer has, and what stands there.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Tell what is registered at a station, which ports this computer has, and what answers there."
                + " Nothing is printed, opened or paid.")
final class ListDevices implements Callable<Integer> {
    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Option(
            names = "--look-for",
            paramLabel = "KIND",
            split = ",",
            description =
                    "also ask in the languages of these: ${COMPLETION-CANDIDATES}. What asks a cash machine for its"
                            + " name would be rubbish on a printer's paper")
    private Set<DeviceHealth.Kind> lookedFor = EnumSet.noneOf(DeviceHealth.Kind.class);

    @Parameters(
            arity = "0..*",
            paramLabel = "ADDRESS",
            description = "cables to look at besides the listed ports: tcp://192.168.1.40:9100, serial:/dev/ttyUSB0")
    private List<String> typed = new ArrayList<>();

    @Override
    public Integer call() {
        registry.devices().ifPresent(registered -> {
            var known = registered.read().devices();
            System.out.println("registered  " + (known.isEmpty() ? "0 devices" : ""));
            known.forEach(
                    each -> System.out.printf("  %-20s %-14s %s%n", each.name(), word(each.role()), each.address()));
            registered.cloud().forEach(System.out::println);
        });
        registry.folderIfAny().map(ShopTemplates::in).ifPresent(SlipTemplates::tell);
        var discovery = Discovery.find();
        var ports = discovery.ports();
        System.out.println("ports       " + (ports.isEmpty() ? "0 ports are listed; a path can be typed" : ""));
        ports.forEach(port -> {
            System.out.printf("  %-36s %s%n", port.address(), port.description());
            tell(discovery.look(port.address(), lookedFor));
        });
        for (String each : typed) {
            var address = registry.address(each);
            System.out.printf("  %s%n", address);
            tell(discovery.look(address, lookedFor));
        }
        return 0;
    }

    private static void tell(Sighting sighting) {
        System.out.println("    "
                + switch (sighting.outcome()) {
                    case Sighting.Outcome.Stands(var kind, var address, var words) ->
                        word(kind) + ": " + words + "; open it as " + address;
                    case Sighting.Outcome.Quiet(var asked) ->
                        "no answer" + (asked.isEmpty() ? "" : " to: " + String.join(", ", asked))
                                + "; a display or a scanner never answers";
                    case Sighting.Outcome.OutOfReach(var fault, var reason) ->
                        fault.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + reason;
                });
    }

    static String word(DeviceHealth.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
