package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a simulated payout remembers without power: five counters, and the events it keeps until they
/// are acknowledged. Used under its machine's lock.
final class PayoutMemory {
    private static final int MOST_EVENTS = 32;
    private static final int ROOM_IN_ANSWER = 180;

    private final Deque<Event> events = new ArrayDeque<>();
    private int reported;
    long stacked;
    long stored;
    long dispensed;
    long transferred;
    long rejected;

    /// @param kept whether it is told again until it is acknowledged
    private record Event(byte[] bytes, boolean kept) {}

    boolean hasRoom() {
        return events.size() < MOST_EVENTS;
    }

    void keep(byte[] event) {
        add(new Event(event, true));
    }

    /// Something that is told once.
    void mention(int code, int... more) {
        var bytes = new byte[1 + more.length];
        bytes[0] = (byte) code;
        for (int i = 0; i < more.length; i++) {
            bytes[1 + i] = (byte) more[i];
        }
        add(new Event(bytes, false));
    }

    /// What happened, as far as it goes into one answer.
    ///
    /// @param acknowledged whether what is kept stays until [#acknowledge]; else it is forgotten now
    byte[] told(boolean acknowledged) {
        var told = new ByteArrayOutputStream();
        var kept = new ArrayDeque<Event>();
        while (!events.isEmpty() && told.size() + events.getFirst().bytes.length <= ROOM_IN_ANSWER) {
            var event = events.removeFirst();
            told.writeBytes(event.bytes);
            if (event.kept && acknowledged) {
                kept.add(event);
            }
        }
        reported = kept.size();
        kept.descendingIterator().forEachRemaining(events::addFirst);
        return told.toByteArray();
    }

    /// @return whether there was anything to acknowledge
    boolean acknowledge() {
        boolean any = reported > 0;
        for (; reported > 0; reported--) {
            events.removeFirst();
        }
        return any;
    }

    /// The power failed: what was reported is reported again.
    void restart() {
        reported = 0;
        events.removeIf(event -> !event.kept);
    }

    void lose() {
        events.clear();
        reported = 0;
        stacked = 0;
        stored = 0;
        dispensed = 0;
        transferred = 0;
        rejected = 0;
    }

    private void add(Event event) {
        if (hasRoom()) {
            events.addLast(event);
        }
    }
}
