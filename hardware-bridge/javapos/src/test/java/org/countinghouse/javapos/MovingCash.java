package org.countinghouse.javapos;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;

/// A played changer that really moves what is inside: what it pays is gone, what it takes is there.
public final class MovingCash extends PlayedCash {
    /// What every payout so far was worth, together.
    volatile long paid;

    /// The next payout stops with a failure after so many pieces.
    volatile int breaksAfter = Integer.MAX_VALUE;

    volatile boolean waits;
    volatile boolean countsHidden;

    MovingCash(String inside) {
        super(inside);
    }

    @Override
    public void dispenseCash(String counts) throws JposException {
        super.dispenseCash(counts);
        var asked = read(counts);
        if (!read(inside).coins().keySet().containsAll(asked.coins().keySet())) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "no such coin");
        }
        asyncResult = JposConst.JPOS_SUCCESS;
        move(asked);
        if (!async && asyncResult != JposConst.JPOS_SUCCESS) {
            throw new JposException(asyncResult, "motor");
        }
        if (!waits && async) {
            finishPayout();
        }
    }

    @Override
    public void dispenseChange(int amount) throws JposException {
        var there = read(inside);
        var chosen = Change.of("EUR", amount, there.pieces("EUR", 1));
        if (chosen.isEmpty()) {
            throw new JposException(
                    JposConst.JPOS_E_EXTENDED, CashChangerConst.JPOS_ECHAN_OVERDISPENSE, "not enough inside");
        }
        var coins = new TreeMap<Integer, Integer>();
        var notes = new TreeMap<Integer, Integer>();
        chosen.get().counts().forEach((denomination, count) -> {
            int value = (int) denomination.minorUnits();
            (there.notes().containsKey(value) ? notes : coins).put(value, count);
        });
        dispenseCash(new CashCounts(coins, notes).text());
    }

    private synchronized void move(CashCounts asked) {
        var coins = new TreeMap<>(read(inside).coins());
        var notes = new TreeMap<>(read(inside).notes());
        int moved = 0;
        for (var side : List.of(asked.coins(), asked.notes())) {
            for (var each : side.entrySet()) {
                for (int piece = 0; piece < each.getValue(); piece++) {
                    if (moved++ == breaksAfter) {
                        asyncResult = JposConst.JPOS_E_FAILURE;
                        inside = new CashCounts(coins, notes).text();
                        breaksAfter = Integer.MAX_VALUE;
                        return;
                    }
                    (side == asked.coins() ? coins : notes).merge(each.getKey(), -1, Integer::sum);
                    paid += each.getKey();
                }
            }
        }
        inside = new CashCounts(coins, notes).text();
    }

    @Override
    public void readCashCounts(String[] counts, boolean[] unsure) throws JposException {
        if (countsHidden) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "this model does not count");
        }
        super.readCashCounts(counts, unsure);
    }

    @Override
    public void endDeposit(int how) throws JposException {
        super.endDeposit(how);
        var came = read(counted);
        var coins = new TreeMap<>(read(inside).coins());
        var notes = new TreeMap<>(read(inside).notes());
        came.coins().forEach((value, count) -> coins.merge(value, count, Integer::sum));
        came.notes().forEach((value, count) -> notes.merge(value, count, Integer::sum));
        inside = new CashCounts(coins, notes).text();
    }

    private static CashCounts read(String text) {
        try {
            return CashCounts.read(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
