package org.countinghouse.serial.glory;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// Where a machine is and how it is spoken to, as settings of its address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the machine | the address |
/// | `host` | our address as the machine sees it | found out by the way to the machine |
/// | `events` | our port for its event link; 0 for any | 55561 |
/// | `user`, `password` | who opens the session | `Countinghouse`, nothing |
/// | `tls` | `yes` or `no` | yes at port 443 |
/// | `pin` | SHA-256 of the machine's certificate, 64 hex digits; machines sign their own | the JDK's trust |
/// | `currency` | what an amount without a currency is in | the only currency inside |
/// | `clock` | `set`: the machine's clock is set when it is greeted | `leave` |
record GlorySettings(
        String name,
        String machine,
        int port,
        String host,
        int events,
        String user,
        String password,
        boolean tls,
        String pin,
        String currency,
        boolean setsClock) {
    private static final int AXIS = 9090;
    private static final int HTTPS = 443;
    private static final int EVENTS = 55_561;
    private static final Set<String> SETTINGS =
            Set.of("name", "host", "events", "user", "password", "tls", "pin", "currency", "clock");

    /// @throws IllegalArgumentException with what makes no sense
    static GlorySettings of(DeviceAddress address) {
        for (String setting : address.options().keySet()) {
            if (!SETTINGS.contains(setting)) {
                throw new IllegalArgumentException("\"" + setting + "\" is no setting of a Glory machine");
            }
        }
        var machine = machine(address);
        int port = machine.getPort() < 0 ? AXIS : machine.getPort();
        String pin = address.option("pin").orElse("").replace(":", "").toLowerCase(Locale.ROOT);
        boolean tls = choice(address, "tls", Map.of("yes", true, "no", false), port == HTTPS || !pin.isEmpty());
        String currency = address.option("currency").orElse("");
        if (!pin.matches("([0-9a-f]{64})?") || !pin.isEmpty() && !tls) {
            throw new IllegalArgumentException("pin is not the SHA-256 of a certificate, 64 hex digits");
        }
        if (!currency.matches("([A-Z]{3})?")) {
            throw new IllegalArgumentException("currency=" + currency + " is not three capital letters");
        }
        return new GlorySettings(
                address.option("name").orElse("glory:" + machine.getHost() + ":" + port),
                machine.getHost(),
                port,
                address.option("host").orElse(""),
                events(address),
                address.option("user").orElse("Countinghouse"),
                address.option("password").orElse(""),
                tls,
                pin,
                currency,
                choice(address, "clock", Map.of("set", true, "leave", false), false));
    }

    URI service() {
        return URI.create((tls ? "https" : "http") + "://" + machine + ":" + port + "/axis2/services/BrueBoxService");
    }

    /// Leaves the password out, because this is printed.
    @Override
    public String toString() {
        return name + " at " + service();
    }

    private static URI machine(DeviceAddress address) {
        String target = address.target().startsWith("tcp://") ? address.target() : "tcp://" + address.target();
        try {
            var uri = URI.create(target);
            if (uri.getHost() != null && uri.getPath().isEmpty() && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new IllegalArgumentException("\"" + address.target() + "\" is not tcp://host:port");
    }

    private static int events(DeviceAddress address) {
        String text = address.option("events").orElse(Integer.toString(EVENTS));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("events=" + text + " is not a port");
        }
        return Integer.parseInt(text);
    }

    private static boolean choice(DeviceAddress address, String setting, Map<String, Boolean> choices, boolean usual) {
        var word = address.option(setting);
        if (word.isPresent() && !choices.containsKey(word.get())) {
            throw new IllegalArgumentException(setting + "=" + word.get() + " is not a choice we know");
        }
        return word.map(each -> choices.getOrDefault(each, usual)).orElse(usual);
    }
}
