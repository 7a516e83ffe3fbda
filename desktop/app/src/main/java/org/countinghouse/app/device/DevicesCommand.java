package org.countinghouse.app.device;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `countinghouse devices`: what an installer does with devices, without a window.
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "List, register, test, teach and simulate the devices of a station, and lay out its slips.",
        subcommands = {
            ListDevices.class,
            RegisterDevice.class,
            ForgetDevice.class,
            ImportDevices.class,
            TestDevice.class,
            TeachDrawer.class,
            SimulateDevice.class,
            SlipTemplates.class
        })
public final class DevicesCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            System.err.println("countinghouse devices: say what to do with them");
            spec.commandLine().usage(System.err);
        }
        return CommandLine.ExitCode.USAGE;
    }
}
