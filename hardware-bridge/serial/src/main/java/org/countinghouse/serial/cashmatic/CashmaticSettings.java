package org.countinghouse.serial.cashmatic;

import java.util.HashSet;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.network.AddressSettings;
import org.countinghouse.serial.network.HttpSettings;

/// What differs between Cashmatic machines, as settings of their address. Those of [HttpSettings], and:
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the machine | Cashmatic at host |
/// | `currency` | the one it works in | EUR |
record CashmaticSettings(HttpSettings http, String name, String currency) {
    private static final Set<String> OWN = Set.of("name", "currency");
    private static final int TLS_PORT = 50_301;
    private static final int PLAIN_PORT = 80;

    /// @throws IllegalArgumentException with the setting that makes no sense
    static CashmaticSettings of(DeviceAddress address) {
        var known = new HashSet<>(HttpSettings.NAMES);
        known.addAll(OWN);
        var settings = new AddressSettings(address, known);
        var http = HttpSettings.of(settings, TLS_PORT, PLAIN_PORT);
        return new CashmaticSettings(
                http,
                settings.text("name", "Cashmatic at " + http.farEnd().getHostString()),
                settings.currency("currency", "EUR"));
    }
}
