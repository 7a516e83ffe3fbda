package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.List;

/// The last five events of an acceptor, as it tells them (generic specification, headers 229 and 159).
///
/// @param counter how many there were, 1 to 255 and then 1 again; 0 only after a reset
/// @param newest the last five, newest first
record EventLog(int counter, List<Event> newest) {
    static final int LENGTH = 11;
    private static final int KEPT = 5;
    private static final int CYCLE = 255;

    EventLog {
        newest = List.copyOf(newest);
    }

    /// @param type the coin or bill, 1 and up; 0 when it is about something else
    /// @param result of a coin its sorter path, of a bill 0 stacked or 1 held in escrow; else a code
    record Event(int type, int result) {}

    /// What happened since a counter was read.
    sealed interface Since {
        /// @param events oldest first
        record All(List<Event> events) implements Since {}

        /// More than it keeps, or it was reset: some are gone.
        record Lost(String why) implements Since {}
    }

    static EventLog of(byte[] told) {
        var events = new ArrayList<Event>();
        for (int i = 1; i + 1 < told.length && events.size() < KEPT; i += 2) {
            events.add(new Event(told[i] & 0xFF, told[i + 1] & 0xFF));
        }
        return new EventLog(told[0] & 0xFF, events);
    }

    Since since(int before) {
        if (counter == 0 && before != 0) {
            return new Since.Lost("its event counter fell from " + before + " to 0: it was reset");
        }
        int more = before == 0 ? counter : Math.floorMod(counter - before, CYCLE);
        if (more > newest.size()) {
            return new Since.Lost("its event counter went from " + before + " to " + counter + ", and it keeps "
                    + newest.size() + " events");
        }
        return new Since.All(newest.subList(0, more).reversed());
    }
}
