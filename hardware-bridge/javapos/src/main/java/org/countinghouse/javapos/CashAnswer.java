package org.countinghouse.javapos;

import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Outcome;

/// What became of an intent, as a JavaPOS error.
///
/// JavaPOS has no word for "nobody knows" and none for "a part of it": both are failures (111), whose message says
/// which, and after both the program must read the counts and pay nothing anew.
final class CashAnswer {
    private CashAnswer() {}

    /// @throws JposException unless all of it moved
    static void check(Outcome outcome) throws JposException {
        switch (outcome) {
            case Outcome.NotStarted(var fault, var words) -> throw nothingMoved(fault, words);
            case Outcome.Settled settled -> check(settled);
            case Outcome.Open open ->
                throw new JposException(
                        JposConst.JPOS_E_FAILURE,
                        "not known yet what came out, at least " + open.atLeast() + "; pay nothing anew: "
                                + open.words());
            case Outcome.Disputed disputed ->
                throw new JposException(
                        JposConst.JPOS_E_FAILURE,
                        "a person must count, at least " + disputed.atLeast() + " moved: " + disputed.words());
        }
    }

    private static void check(Outcome.Settled settled) throws JposException {
        switch (settled.state()) {
            case SETTLED_FULL -> {}
            case SETTLED_PARTIAL ->
                throw new JposException(
                        JposConst.JPOS_E_FAILURE,
                        "only " + settled.moved() + " moved, " + settled.remainder() + " are missing: "
                                + settled.words());
            case SETTLED_NONE, VOID, PLANNED, ARMED, SENT, ACKED, MOVING, UNKNOWN, RECONCILING, DISPUTED ->
                throw nothingMoved(settled.fault().orElse(DeviceFault.REFUSED), settled.words());
        }
    }

    private static JposException nothingMoved(DeviceFault fault, String words) {
        return switch (fault) {
            case BUSY -> new JposException(JposConst.JPOS_E_BUSY, words);
            case NO_ANSWER, NOT_FOUND -> new JposException(JposConst.JPOS_E_NOHARDWARE, words);
            case REFUSED ->
                new JposException(JposConst.JPOS_E_EXTENDED, CashChangerConst.JPOS_ECHAN_OVERDISPENSE, words);
            case JAMMED, OUT_OF_PAPER, COVER_OPEN, LEFT_OPEN -> new JposException(JposConst.JPOS_E_FAILURE, words);
        };
    }
}
