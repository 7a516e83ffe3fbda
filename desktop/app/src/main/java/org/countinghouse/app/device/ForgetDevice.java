package org.countinghouse.app.device;

import java.util.concurrent.Callable;
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
        registry.needed().forget(name);
        System.out.printf("removed: %s%n", name);
        return 0;
    }
}
