package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.device.DeviceHealth.Level;

/// A cash machine in the quiet strip at the edge of the screen.
final class MachineHealth {
    private MachineHealth() {}

    /// @param unsettled whether an intent is open, which somebody must look at
    static DeviceHealth of(String name, CashMachine.View view, boolean unsettled) {
        return switch (view) {
            case CashMachine.View.NoAnswer(var reason) -> fault(name, DeviceFault.NO_ANSWER, reason);
            case CashMachine.View.Seen seen -> seen(name, seen.sight(), unsettled);
        };
    }

    private static DeviceHealth seen(String name, Sight sight, boolean unsettled) {
        return switch (sight.state()) {
            case JAMMED -> fault(name, DeviceFault.JAMMED, "jammed");
            case OUT_OF_ORDER -> fault(name, DeviceFault.REFUSED, first(sight).orElse("it needs a person"));
            case READY, TAKING, PAYING, BUSY, OCCUPIED -> {
                var worry = unsettled ? Optional.of("a payment is not settled") : first(sight);
                yield worry.map(words ->
                                new DeviceHealth(name, Kind.CASH_MACHINE, Level.WARNING, Optional.empty(), words))
                        .orElseGet(() ->
                                new DeviceHealth(name, Kind.CASH_MACHINE, Level.WELL, Optional.empty(), word(sight)));
            }
        };
    }

    private static Optional<String> first(Sight sight) {
        return sight.alarms().stream().map(Alarm::words).findFirst();
    }

    private static String word(Sight sight) {
        return switch (sight.state()) {
            case READY -> "ready";
            case TAKING -> "taking cash";
            case PAYING -> "paying cash";
            case BUSY -> "busy";
            case OCCUPIED -> "in use by another";
            case JAMMED -> "jammed";
            case OUT_OF_ORDER -> "out of order";
        };
    }

    private static DeviceHealth fault(String name, DeviceFault fault, String words) {
        return new DeviceHealth(name, Kind.CASH_MACHINE, Level.FAULT, Optional.of(fault), words);
    }
}
