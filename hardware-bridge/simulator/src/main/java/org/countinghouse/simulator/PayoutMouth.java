package org.countinghouse.simulator;

import java.util.List;
import java.util.Map;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.money.Place;

/// The mouth of a simulated payout: what goes in is counted, credited by its channel or its value, and
/// put away.
record PayoutMouth(Metal metal, PayoutMemory memory, List<Denomination> channels, boolean hopper) {
    /// @param open a bit for each channel that is open
    boolean takes(Denomination piece, int open) {
        int channel = channels.indexOf(piece) + 1;
        if (!memory.hasRoom()) {
            return false;
        }
        if (channel == 0 || (open & 1 << channel - 1) == 0) {
            memory.rejected++;
            memory.mention(0xED);
            memory.mention(0xEC);
            return false;
        }
        var before = metal.in(Place.CASHBOX);
        boolean taken = metal.take(piece);
        if (taken) {
            credit(piece, channel, !metal.in(Place.CASHBOX).equals(before));
        }
        return taken;
    }

    private void credit(Denomination piece, int channel, boolean stacked) {
        if (stacked) {
            memory.stacked++;
        } else {
            memory.stored++;
        }
        if (hopper) {
            memory.keep(new PayoutWords(0xDF)
                    .amounts(Map.of(piece.currency(), piece.minorUnits()))
                    .bytes());
            return;
        }
        memory.mention(0xEF, channel);
        memory.keep(new PayoutWords(0xEE).one(channel).bytes());
        memory.mention(stacked ? 0xEB : 0xDB);
    }
}
