package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.registry.DeviceRegistry.Problem;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.spi.DeviceImport;

/// Makes a vendor's `jpos.xml` into devices of the station.
public final class JposXmlImport implements DeviceImport {
    /// Found by ServiceLoader.
    public JposXmlImport() {}

    @Override
    public String usualName() {
        return "jpos.xml";
    }

    /// A device whose jar is not there yet is taken all the same, and told: it works once the jar is there.
    @Override
    public Found read(byte[] file) {
        var contents = JposXml.read(file);
        var jars = DriverJars.now();
        var problems = new ArrayList<>(contents.problems());
        jars.broken().forEach(words -> problems.add(new Problem(1, words)));
        var devices = new ArrayList<RegisteredDevice>();
        for (JposXml.Numbered each : contents.entries()) {
            take(each, devices, problems);
            for (String missing : jars.missing(each.entry().classes())) {
                problems.add(new Problem(each.line(), each.title() + ": " + missing));
            }
        }
        return new Found(devices, problems);
    }

    private static void take(JposXml.Numbered each, List<RegisteredDevice> devices, List<Problem> problems) {
        try {
            each.entry()
                    .registered()
                    .ifPresentOrElse(
                            devices::add,
                            () -> problems.add(new Problem(
                                    each.line(),
                                    each.title() + ": a " + each.entry().category()
                                            + " has no place here; what has one is " + VendorKind.categories())));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(each.line(), each.title() + ": " + e.getMessage()));
        }
    }
}
