package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.money.Alarm;

/// What the acceptors' logs warn of, one warning of a kind, until the log says that it is over (generic
/// specification, tables 2 and 7).
final class Warnings {
    private static final Set<Integer> COIN_JAMMED = Set.of(6, 7, 14, 15, 26, 32);
    private static final Set<Integer> COIN_FRAUD = Set.of(16, 17, 18, 20, 40);
    private static final int INHIBITED_COIN = 2;

    private final Map<Alarm.Kind, Alarm> alarms = new EnumMap<>(Alarm.Kind.class);

    List<Alarm> all() {
        return new ArrayList<>(alarms.values());
    }

    boolean isJammed() {
        return alarms.containsKey(Alarm.Kind.JAMMED);
    }

    /// The machine's books and ours do not agree any more.
    void unsure(String why) {
        raise(Alarm.Kind.DISCREPANCY, why);
    }

    /// Whoever begins something new has dealt with that.
    void sureAgain() {
        alarms.remove(Alarm.Kind.DISCREPANCY);
    }

    void heard(Acceptor acceptor, EventLog.Event event) {
        if (event.type() > 0) {
            alarms.remove(Alarm.Kind.JAMMED);
        } else if (acceptor.takesNotes()) {
            heardOfBills(event.result());
        } else if (COIN_JAMMED.contains(event.result())) {
            raise(Alarm.Kind.JAMMED, "a coin is jammed in the coin acceptor (code " + event.result() + ")");
        } else if (COIN_FRAUD.contains(event.result())) {
            raise(Alarm.Kind.FRAUD, "somebody meddles with the coin acceptor (code " + event.result() + ")");
        } else if (event.result() > INHIBITED_COIN) {
            alarms.remove(Alarm.Kind.JAMMED);
        }
    }

    private void heardOfBills(int code) {
        switch (code) {
            case 6, 7, 15, 16 -> raise(Alarm.Kind.JAMMED, "a bill is jammed (code " + code + ")");
            case 8, 9, 17, 18 ->
                raise(Alarm.Kind.FRAUD, "somebody meddles with the bill validator (code " + code + ")");
            case 10 -> alarms.remove(Alarm.Kind.JAMMED);
            case 11 -> raise(Alarm.Kind.CASHBOX_REMOVED, "the stacker was taken out");
            case 12 -> {
                alarms.remove(Alarm.Kind.CASHBOX_REMOVED);
                alarms.remove(Alarm.Kind.CASHBOX_FULL);
            }
            case 13, 19 -> raise(Alarm.Kind.FAULT, "the bill validator is broken (code " + code + ")");
            case 14 -> raise(Alarm.Kind.CASHBOX_FULL, "the stacker is full");
            default -> {
                // Refused bills and the like, which nobody needs to look at.
            }
        }
    }

    private void raise(Alarm.Kind kind, String words) {
        alarms.put(kind, Alarm.of(kind, words));
    }
}
