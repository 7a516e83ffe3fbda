package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.money.Alarm;

/// What somebody should do about a hopper, from its flags and its level.
final class HopperAlarms {
    private HopperAlarms() {}

    static List<Alarm> of(Hopper hopper, HopperFlags flags, Hopper.Level level) {
        var alarms = new ArrayList<Alarm>();
        switch (level) {
            case LOW ->
                alarms.add(
                        flags.ranDry()
                                ? Alarm.of(Alarm.Kind.EMPTY, hopper.coin(), hopper.name() + " is empty")
                                : Alarm.of(Alarm.Kind.NEAR_EMPTY, hopper.coin(), hopper.name() + " is low"));
            case FULL -> alarms.add(Alarm.of(Alarm.Kind.FULL, hopper.coin(), hopper.name() + " is full"));
            case BETWEEN, UNKNOWN -> {
                // Nothing to do.
            }
        }
        if (flags.isJammed()) {
            alarms.add(Alarm.of(Alarm.Kind.JAMMED, hopper.coin(), hopper.name() + ": " + flags.words()));
        }
        if (flags.isTampered()) {
            alarms.add(Alarm.of(Alarm.Kind.FRAUD, hopper.coin(), hopper.name() + ": " + flags.words()));
        }
        if (flags.isBroken()) {
            alarms.add(Alarm.of(Alarm.Kind.FAULT, hopper.coin(), hopper.name() + ": " + flags.words()));
        }
        return alarms;
    }
}
