package org.countinghouse.app.device;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `countinghouse devices import`.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Register what a vendor's jpos.xml lists, and tell what cannot be taken.")
final class ImportDevices implements Callable<Integer> {
    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "a vendor's jpos.xml")
    private @Nullable Path from;

    @Override
    public Integer call() {
        Path path = Path.of(String.valueOf(from));
        var found = registry.needed().take(path);
        for (var device : found.devices()) {
            System.out.printf("  %-20s %s%n", device.name(), device.address());
        }
        System.out.printf("%d devices taken from %s%n", found.devices().size(), path);
        found.problems().forEach(problem -> System.err.println(path + ", " + problem));
        return found.devices().isEmpty() ? 1 : 0;
    }
}
