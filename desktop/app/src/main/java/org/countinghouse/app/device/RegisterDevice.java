package org.countinghouse.app.device;

import java.util.concurrent.Callable;
import org.countinghouse.device.DeviceHealth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `countinghouse devices add`.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Register a device with a station, or another one under a name that is there.")
final class RegisterDevice implements Callable<Integer> {
    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "what people call it")
    private String name = "";

    @Parameters(index = "1", paramLabel = "KIND", description = "one of ${COMPLETION-CANDIDATES}")
    private DeviceHealth.Kind kind = DeviceHealth.Kind.PRINTER;

    @Parameters(index = "2", paramLabel = "ADDRESS", description = "where it is, such as javapos:tcp://192.168.1.40")
    private String address = "";

    @Override
    public Integer call() {
        var device = registry.needed().add(name, kind, registry.address(address));
        System.out.printf("registered: %s at %s%n", name, device.address());
        return 0;
    }
}
