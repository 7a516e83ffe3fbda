package org.countinghouse.serial.cashlogy;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.network.AddressSettings;

/// What differs between Cashlogy machines, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the machine | Cashlogy at host |
/// | `currency` | the one it works in | EUR |
/// | `till` | what the Connector notes as the counter | 1 |
/// | `charge` | how a price is taken: `host`: we see every piece; `machine`: its own screen, which gives change | host
/// |
/// | `answer` | how long a question may take, in ms | 10000 |
/// | `refusal` | how long after an order a refusal may come, in ms | 400 |
/// | `rest` | after this silence an answer of unusual length is complete, in ms | 500 |
/// | `poll` | pause between two looks at a deposit, in ms | 200 |
record CashlogySettings(
        InetSocketAddress farEnd,
        String name,
        String currency,
        String till,
        boolean machineCharges,
        Duration answer,
        Duration refusal,
        Duration rest,
        Duration poll) {
    private static final Set<String> NAMES =
            Set.of("name", "currency", "till", "charge", "answer", "refusal", "rest", "poll");
    private static final int CONNECTOR_PORT = 8_092;

    /// @throws IllegalArgumentException with the setting that makes no sense
    static CashlogySettings of(DeviceAddress address) {
        var settings = new AddressSettings(address, NAMES);
        var farEnd = settings.farEnd(CONNECTOR_PORT);
        String till = settings.text("till", "1");
        if (!till.matches("[A-Za-z0-9]{1,10}")) {
            throw new IllegalArgumentException("till is not up to ten letters and digits");
        }
        return new CashlogySettings(
                farEnd,
                settings.text("name", "Cashlogy at " + farEnd.getHostString()),
                settings.currency("currency", "EUR"),
                till,
                settings.choice("charge", Map.of("machine", true, "host", false), false),
                settings.millis("answer", 10_000, 50, 60_000),
                settings.millis("refusal", 400, 5, 5_000),
                settings.millis("rest", 500, 5, 5_000),
                settings.millis("poll", 200, 5, 10_000));
    }

    DeviceAddress cable() {
        return DeviceAddress.of("tcp://" + farEnd.getHostString() + ":" + farEnd.getPort());
    }
}
