package org.countinghouse.device.money;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a machine says of itself at one moment. Looking moves nothing.
///
/// @param state what it is doing
/// @param holdings what lies where; empty when it does not know its inventory (a plain hopper)
/// @param counters what only goes up and outlives a loss of power, by the driver's own names, such as
///        `hopper-3.events`
/// @param record the machine's own number of its last transaction, where it keeps one
public record Sight(
        State state,
        Optional<Holdings> holdings,
        SortedMap<String, Long> counters,
        Optional<String> record,
        List<Alarm> alarms) {
    public Sight {
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        alarms = List.copyOf(alarms);
    }

    public enum State {
        READY,
        TAKING,
        PAYING,
        /// It does something of its own: starting, counting, resetting. Wait.
        BUSY,
        /// Another host or the machine's own operator has it.
        OCCUPIED,
        JAMMED,
        /// It needs a person: door, cassette, error.
        OUT_OF_ORDER
    }

    public boolean isUnsure() {
        return alarms.stream().anyMatch(alarm -> alarm.kind() == Alarm.Kind.DISCREPANCY);
    }
}
