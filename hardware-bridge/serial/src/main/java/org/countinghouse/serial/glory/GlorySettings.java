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
/// | `channel` | `soap` or `socket.io` | `socket.io` at the ports 3000 and 3001 |
/// | `host` | our address as the machine sees it; SOAP only | found out on the way there |
/// | `events` | our port for its event link; 0 for any; SOAP only | 55561 |
/// | `user`, `password` | who opens the session, or logs in | `Countinghouse`, nothing |
/// | `tls` | `yes` or `no` | yes at the ports 443 and 3001 |
/// | `pin` | SHA-256 of the machine's certificate, 64 hex digits; machines sign their own | the JDK's trust |
/// | `currency` | what an amount without a currency is in | the only currency inside |
/// | `clock` | `set`: the machine's clock is set when it is greeted | `leave` |
///
/// @param logsIn whether a user or a password was set
record GlorySettings(
        String name,
        Way channel,
        String machine,
        int port,
        String host,
        int events,
        String user,
        String password,
        boolean logsIn,
        boolean tls,
        String pin,
        String currency,
        boolean setsClock) {
    private static final int AXIS = 9090;
    private static final int HTTPS = 443;
    private static final int SOCKET_IO = 3000;
    private static final int SOCKET_IO_TLS = 3001;
    private static final int EVENTS = 55_561;
    private static final Set<String> SETTINGS =
            Set.of("name", "channel", "host", "events", "user", "password", "tls", "pin", "currency", "clock");
    /// They say where the machine opens its event link to.
    private static final Set<String> SOAP_ONLY = Set.of("host", "events");

    /// How the machine's XML goes there and back.
    enum Way {
        SOAP,
        SOCKET_IO
    }

    /// @throws IllegalArgumentException with what makes no sense
    static GlorySettings of(DeviceAddress address) {
        for (String setting : address.options().keySet()) {
            if (!SETTINGS.contains(setting)) {
                throw new IllegalArgumentException("\"" + setting + "\" is no setting of a Glory machine");
            }
        }
        var machine = machine(address);
        var way = way(address, machine.getPort());
        String pin = address.option("pin").orElse("").replace(":", "").toLowerCase(Locale.ROOT);
        boolean safe = machine.getPort() == HTTPS || machine.getPort() == SOCKET_IO_TLS || !pin.isEmpty();
        boolean tls = choice(address, "tls", Map.of("yes", true, "no", false), safe);
        int port = machine.getPort() < 0 ? usualPort(way, tls) : machine.getPort();
        String currency = address.option("currency").orElse("");
        if (!pin.matches("([0-9a-f]{64})?") || !pin.isEmpty() && !tls) {
            throw new IllegalArgumentException("pin is not the SHA-256 of a certificate, 64 hex digits");
        }
        if (!currency.matches("([A-Z]{3})?")) {
            throw new IllegalArgumentException("currency=" + currency + " is not three capital letters");
        }
        return new GlorySettings(
                address.option("name").orElse("glory:" + machine.getHost() + ":" + port),
                way,
                machine.getHost(),
                port,
                address.option("host").orElse(""),
                events(address),
                address.option("user").orElse("Countinghouse"),
                address.option("password").orElse(""),
                address.option("user").or(() -> address.option("password")).isPresent(),
                tls,
                pin,
                currency,
                choice(address, "clock", Map.of("set", true, "leave", false), false));
    }

    /// Where the machine is spoken to.
    URI service() {
        String there = (tls ? "s" : "") + "://" + machine + ":" + port;
        return URI.create(
                switch (channel) {
                    case SOAP -> "http" + there + "/axis2/services/BrueBoxService";
                    case SOCKET_IO -> "ws" + there + "/socket.io/?EIO=3&transport=websocket";
                });
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

    private static Way way(DeviceAddress address, int port) {
        var usual = port == SOCKET_IO || port == SOCKET_IO_TLS ? Way.SOCKET_IO : Way.SOAP;
        var way = choice(address, "channel", Map.of("soap", Way.SOAP, "socket.io", Way.SOCKET_IO), usual);
        for (String setting : SOAP_ONLY) {
            if (way == Way.SOCKET_IO && address.option(setting).isPresent()) {
                throw new IllegalArgumentException(
                        setting + " is for SOAP: over socket.io events come on our own connection");
            }
        }
        return way;
    }

    private static int usualPort(Way way, boolean tls) {
        return switch (way) {
            case SOAP -> AXIS;
            case SOCKET_IO -> tls ? SOCKET_IO_TLS : SOCKET_IO;
        };
    }

    private static <T> T choice(DeviceAddress address, String setting, Map<String, T> choices, T usual) {
        var word = address.option(setting);
        if (word.isPresent() && !choices.containsKey(word.get())) {
            throw new IllegalArgumentException(setting + "=" + word.get() + " is not a choice we know");
        }
        return word.map(each -> choices.getOrDefault(each, usual)).orElse(usual);
    }
}
