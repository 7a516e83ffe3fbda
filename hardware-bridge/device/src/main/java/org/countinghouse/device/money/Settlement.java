package org.countinghouse.device.money;

import static org.countinghouse.device.money.IntentState.DISPUTED;
import static org.countinghouse.device.money.IntentState.SETTLED_FULL;
import static org.countinghouse.device.money.IntentState.SETTLED_NONE;
import static org.countinghouse.device.money.IntentState.SETTLED_PARTIAL;

import org.countinghouse.device.Pieces;

/// Which end an intent has come to when so much has moved.
final class Settlement {
    private Settlement() {}

    /// @param stopped whether it ended before its time: jam, cancel, loss of power
    static IntentState of(Intent intent, Cash moved, Cash returned, boolean stopped) {
        if (!moved.currency().equals(intent.ask().currency())) {
            return DISPUTED;
        }
        return switch (intent.purpose()) {
            case PAY, COLLECT -> out(intent.ask(), moved, stopped);
            case TAKE, FILL -> in(moved, returned);
        };
    }

    private static IntentState out(Intent.Ask ask, Cash moved, boolean stopped) {
        if (moved.isNone()) {
            return SETTLED_NONE;
        }
        if (ask instanceof Intent.Ask.Exactly exactly && !within(exactly.pieces(), moved)) {
            return DISPUTED;
        }
        if (ask.minorUnits().isEmpty()) {
            return stopped ? SETTLED_PARTIAL : SETTLED_FULL;
        }
        int against = Long.compare(moved.minorUnits(), ask.minorUnits().get());
        // More than was asked for is never a success: somebody has to look.
        return against > 0 ? DISPUTED : against == 0 ? SETTLED_FULL : SETTLED_PARTIAL;
    }

    private static IntentState in(Cash kept, Cash returned) {
        if (kept.isNone()) {
            return SETTLED_NONE;
        }
        return returned.isNone() ? SETTLED_FULL : SETTLED_PARTIAL;
    }

    private static boolean within(Pieces asked, Cash moved) {
        return moved.pieces().map(pieces -> asked.lacking(pieces).isNone()).orElse(true);
    }
}
