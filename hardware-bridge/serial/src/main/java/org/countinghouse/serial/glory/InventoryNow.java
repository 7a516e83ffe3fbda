package org.countinghouse.serial.glory;

import java.io.IOException;
import java.util.Optional;
import org.countinghouse.device.money.Holdings;

/// Looks what is inside, once the machine has come to rest.
@FunctionalInterface
interface InventoryNow {
    /// Empty when the machine does not tell within its limit.
    Optional<Holdings> look() throws IOException;
}
