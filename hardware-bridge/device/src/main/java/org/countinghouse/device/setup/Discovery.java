package org.countinghouse.device.setup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.setup.Sighting.Outcome;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.NoCable;
import org.countinghouse.device.spi.Probe;

/// Finds out what stands at the end of cables, for the page where devices are set up. It looks only
/// where it is told: at ports this computer lists, and at addresses somebody typed. It never searches a
/// network. For a background thread.
///
/// A question one device understands is rubbish to another: what asks a note recycler for its name
/// would stand on a printer's next slip. So a probe that could do that runs only where the installer
/// says such a device is to be looked for ([Probe#isHarmlessAnywhere]), after those that harm nobody,
/// and never after one that was answered.
public final class Discovery {
    /// Short, because most addresses that do not answer within it never do.
    private static final Duration LAY_LIMIT = Duration.ofMillis(800);

    private static final Duration PROBE_LIMIT = Duration.ofMillis(1000);

    private final List<Cables> cables;
    private final List<Probe> probes;

    /// @param probes harmless ones are asked first, else in this order
    public Discovery(List<Cables> cables, List<Probe> probes) {
        this.cables = List.copyOf(cables);
        var ordered = new ArrayList<Probe>();
        probes.stream().filter(Probe::isHarmlessAnywhere).forEach(ordered::add);
        probes.stream().filter(probe -> !probe.isHarmlessAnywhere()).forEach(ordered::add);
        this.probes = List.copyOf(ordered);
    }

    /// With everything on the class path.
    public static Discovery find() {
        var loader = Discovery.class.getClassLoader();
        return new Discovery(
                ServiceLoader.load(Cables.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(Probe.class, loader).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /// A port this computer lists.
    ///
    /// @param description what the system says stands there; may be empty. Pseudo terminals and links
    ///        are not listed, and work when they are typed
    public record Port(DeviceAddress address, String description) {}

    public List<Port> ports() {
        var ports = new ArrayList<Port>();
        cables.forEach(each -> each.described().forEach((address, words) -> ports.add(new Port(address, words))));
        return List.copyOf(ports);
    }

    /// Looks at one cable; takes two or three seconds at most when nothing answers.
    ///
    /// @param cable `serial:…` or `tcp://…`, with the settings to try, such as a speed
    /// @param lookedFor what the installer says may stand there, besides what can be asked for without
    ///        harm
    public Sighting look(DeviceAddress cable, Set<DeviceHealth.Kind> lookedFor) {
        var laying = cables.stream().filter(each -> each.reaches(cable)).findFirst();
        if (laying.isEmpty()) {
            return new Sighting(
                    cable, new Outcome.OutOfReach(DeviceFault.NOT_FOUND, "no cable goes to \"" + cable + "\""));
        }
        var asked = new ArrayList<String>();
        for (Probe probe : probes) {
            boolean allowed = probe.isHarmlessAnywhere() || lookedFor.contains(probe.kind());
            if (allowed && probe.suits(cable)) {
                asked.add(probe.name());
                var outcome = ask(probe, cable, laying.get());
                if (!(outcome instanceof Outcome.Quiet)) {
                    return new Sighting(cable, outcome);
                }
            }
        }
        return new Sighting(cable, new Outcome.Quiet(asked));
    }

    /// A cable of its own for each: what one question left on the line shall not be the next one's
    /// answer.
    private static Outcome ask(Probe probe, DeviceAddress address, Cables cables) {
        try (var cable = cables.lay(address, LAY_LIMIT)) {
            return probe.recognised(address, cable, Deadline.in(PROBE_LIMIT))
                    .<Outcome>map(seen -> new Outcome.Stands(probe.kind(), seen.address(), seen.words()))
                    .orElseGet(() -> new Outcome.Quiet(List.of()));
        } catch (NoCable e) {
            return new Outcome.OutOfReach(e.fault(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.OutOfReach(DeviceFault.NO_ANSWER, String.valueOf(e.getMessage()));
        }
    }
}
