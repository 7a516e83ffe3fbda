package org.countinghouse.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The event log of a simulated acceptor: a counter that skips 0, and the last five events, newest
/// first.
final class CcTalkLog {
    private static final int KEPT = 5;

    private final Deque<int[]> events = new ArrayDeque<>();
    private int counter;

    void add(int a, int b) {
        counter = counter == 255 ? 1 : counter + 1;
        events.addFirst(new int[] {a, b});
        if (events.size() > KEPT) {
            events.removeLast();
        }
    }

    void forget() {
        counter = 0;
        events.clear();
    }

    Optional<CcTalkSlave.Say> told() {
        var told = new int[1 + 2 * KEPT];
        told[0] = counter;
        int at = 1;
        for (int[] event : events) {
            told[at++] = event[0];
            told[at++] = event[1];
        }
        return CcTalkSlave.Say.bytes(told);
    }
}
