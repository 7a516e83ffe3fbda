package org.countinghouse.app.device;

import java.util.concurrent.Callable;
import org.countinghouse.app.shell.StationFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `countinghouse devices remove`.
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Take a device off a station's registry. What was registered before lies beside the file.")
final class ForgetDevice implements Callable<Integer> {
    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "what people call it")
    private String name = "";

    @Override
    public Integer call() {
        var file = registry.needed();
        var before = RegistryOptions.changeable(file);
        if (before.device(name).isEmpty()) {
            throw new StationFault("no device is called \"" + name + "\"; see countinghouse devices list");
        }
        RegistryOptions.write(file, before, before.without(name));
        System.out.printf("removed: %s%n", name);
        return 0;
    }
}
