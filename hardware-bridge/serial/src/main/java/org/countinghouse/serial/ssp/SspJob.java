package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// An intent that runs: reads what happens as progress. It adds nothing up that the machine adds up
/// itself.
sealed interface SspJob permits Paying, Taking, Collecting {
    Intent intent();

    /// What was seen just before it was sent.
    Sight baseline();

    /// @throws IOException when it is told of something that cannot be this intent's
    Progress heard(List<SspEvent> events, SspSetup setup) throws IOException;

    /// Whether the machine may forget these events now: they are counted, or they are only news.
    boolean mayForget(List<SspEvent> events);

    static boolean held(List<SspEvent> events) {
        return events.stream()
                .anyMatch(event -> event instanceof Stray(var kind, var _) && kind == Stray.Kind.HELD_IN_BEZEL);
    }

    static Progress.Ended ended(Cash moved, Optional<DeviceFault> fault, boolean held, String words) {
        return new Progress.Ended(moved, Cash.none(moved.currency()), fault, held, words);
    }
}
