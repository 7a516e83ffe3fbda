package org.countinghouse.serial.cashdro;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.network.AddressSettings;
import org.countinghouse.serial.network.HttpSettings;

/// What differs between CashDro machines, as settings of their address. Those of [HttpSettings], and:
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the machine | CashDro at host |
/// | `path` | where its web service is | `/Cashdro3WS/index3.php` |
/// | `currency` | the one it works in | EUR |
/// | `posid` | what it notes as the counter | countinghouse |
/// | `cancel` | the type of `finishOperation` that gives back: `2` or `3` | 2 |
///
/// @param cancelType see `decisions/0050`
record CashDroSettings(
        HttpSettings http, String name, String path, String currency, String posId, int cancelType) {
    private static final Set<String> OWN = Set.of("name", "path", "currency", "posid", "cancel");
    private static final int TLS_PORT = 443;
    private static final int PLAIN_PORT = 80;

    /// @throws IllegalArgumentException with the setting that makes no sense
    static CashDroSettings of(DeviceAddress address) {
        var known = new HashSet<>(HttpSettings.NAMES);
        known.addAll(OWN);
        var settings = new AddressSettings(address, known);
        var http = HttpSettings.of(settings, TLS_PORT, PLAIN_PORT);
        String path = settings.text("path", "/Cashdro3WS/index3.php");
        if (!path.matches("/[A-Za-z0-9_./-]*")) {
            throw new IllegalArgumentException("path is not a path such as /Cashdro3WS/index3.php");
        }
        return new CashDroSettings(
                http,
                settings.text("name", "CashDro at " + http.farEnd().getHostString()),
                path,
                settings.currency("currency", "EUR"),
                settings.text("posid", "countinghouse"),
                settings.choice("cancel", Map.of("2", 2, "3", 3), 2));
    }
}
