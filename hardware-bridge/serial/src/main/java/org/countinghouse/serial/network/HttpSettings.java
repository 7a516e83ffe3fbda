package org.countinghouse.serial.network;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a machine's web server is and how long it is waited for.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `tls` | `yes`: HTTPS; `no`: everybody on the network reads along | yes |
/// | `pin` | SHA-256 fingerprint of the machine's own certificate | only certificates Java trusts |
/// | `user`, `password` | whom the machine knows | none |
/// | `password-file` | a file whose first line is the password, instead of `password` | none |
/// | `answer` | how long one answer may take, in ms | 10000 |
/// | `poll` | pause between two looks at a running transaction, in ms | 200 |
/// | `quiet` | how long nothing may stir before "it never came" is believed, in ms | 2000 |
public record HttpSettings(
        InetSocketAddress farEnd,
        boolean tls,
        Optional<String> pin,
        String user,
        Secret password,
        Duration answer,
        Duration poll,
        Duration quiet) {
    public static final Set<String> NAMES =
            Set.of("tls", "pin", "user", "password", "password-file", "answer", "poll", "quiet");

    /// @throws IllegalArgumentException with the setting that makes no sense
    public static HttpSettings of(AddressSettings settings, int tlsPort, int plainPort) {
        boolean tls = settings.choice("tls", Map.of("yes", true, "no", false), true);
        var pin = settings.text("pin");
        pin.ifPresent(PinnedCertificate::of);
        if (pin.isPresent() && !tls) {
            throw new IllegalArgumentException("pin is of no use with tls=no");
        }
        return new HttpSettings(
                settings.farEnd(tls ? tlsPort : plainPort),
                tls,
                pin,
                settings.text("user", ""),
                settings.password(),
                settings.millis("answer", 10_000, 50, 60_000),
                settings.millis("poll", 200, 5, 10_000),
                settings.millis("quiet", 2_000, 5, 60_000));
    }

    /// `https://host:port`, without anything that is secret.
    public String root() {
        return (tls ? "https://" : "http://") + farEnd.getHostString() + ":" + farEnd.getPort();
    }
}
