package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Foreign;
import org.countinghouse.serial.ssp.SspEvent.Incomplete;
import org.countinghouse.serial.ssp.SspEvent.Note;
import org.countinghouse.serial.ssp.SspEvent.PayoutError;
import org.countinghouse.serial.ssp.SspEvent.Sign;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// Reads the events of an answer to a poll, as GA138 lays them out for one protocol version.
///
/// @param version 6 to 8
/// @param smart whether it is a machine that pays (a plain validator tells the channel of a fraud)
record SspEvents(int version, boolean smart) {
    private static final int INCOMPLETE_PAYOUT = 0xDC;
    private static final int INCOMPLETE_FLOAT = 0xDD;
    private static final int COIN_MECH_ERROR = 0xB7;
    private static final Map<Integer, Object> KINDS = kinds();

    /// @param answer what came after `F0`
    List<SspEvent> read(SspReading answer) throws IOException {
        var events = new ArrayList<SspEvent>();
        while (answer.hasMore()) {
            var event = one(answer.one(), answer);
            events.add(event);
            if (event instanceof Foreign) {
                break;
            }
        }
        return List.copyOf(events);
    }

    private SspEvent one(int code, SspReading answer) throws IOException {
        if (code == Amount.Kind.FRAUD.code && !smart) {
            answer.one();
            return new Amount(Amount.Kind.FRAUD, new TreeMap<>());
        }
        return switch (KINDS.get(code)) {
            case Sign.Kind kind -> new Sign(kind);
            case Note.Kind kind -> new Note(kind, answer.one());
            case Amount.Kind kind -> new Amount(kind, answer.amounts());
            case Stray.Kind kind -> new Stray(kind, stray(kind, answer));
            case null, default -> rare(code, answer);
        };
    }

    private SspEvent rare(int code, SspReading answer) throws IOException {
        return switch (code) {
            case INCOMPLETE_PAYOUT, INCOMPLETE_FLOAT -> incomplete(code == INCOMPLETE_PAYOUT, answer);
            case PayoutError.CODE -> {
                if (version >= 7) {
                    answer.amounts();
                }
                yield new PayoutError(answer.one());
            }
            case COIN_MECH_ERROR -> {
                answer.one();
                yield new Sign(Sign.Kind.COIN_MECH_JAM);
            }
            default -> new Foreign(code);
        };
    }

    private static SspEvent incomplete(boolean payout, SspReading answer) throws IOException {
        var moved = new TreeMap<String, Long>();
        var asked = new TreeMap<String, Long>();
        int count = answer.one();
        for (int i = 0; i < count; i++) {
            long out = answer.four();
            long wanted = answer.four();
            String currency = answer.currency();
            moved.merge(currency, out, Long::sum);
            asked.merge(currency, wanted, Long::sum);
        }
        return new Incomplete(payout, moved, asked);
    }

    /// Two of these name their note from version 6 on, the others from version 8 on.
    private SortedMap<String, Long> stray(Stray.Kind kind, SspReading answer) throws IOException {
        int since = switch (kind) {
            case TO_CASHBOX, DISPENSED_AT_POWER_UP -> 6;
            case STACKED_AT_POWER_UP, STORED_AT_POWER_UP, HELD_IN_BEZEL -> 8;
        };
        var amounts = new TreeMap<String, Long>();
        if (version >= since) {
            long amount = answer.four();
            amounts.put(answer.currency(), amount);
        }
        return amounts;
    }

    private static Map<Integer, Object> kinds() {
        var kinds = new HashMap<Integer, Object>();
        for (var kind : Sign.Kind.values()) {
            kinds.put(kind.code, kind);
        }
        for (var kind : Note.Kind.values()) {
            kinds.put(kind.code, kind);
        }
        for (var kind : Amount.Kind.values()) {
            kinds.put(kind.code, kind);
        }
        for (var kind : Stray.Kind.values()) {
            kinds.put(kind.code, kind);
        }
        return Map.copyOf(kinds);
    }
}
