package org.countinghouse.javapos;

import java.util.Set;
import java.util.stream.Collectors;
import jpos.CashChangerConst;
import jpos.JposConst;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.CashMachine.View;
import org.countinghouse.device.money.Sight;

/// A cash machine's last look as the numbers of UPOS 1.15, Cash Changer: `deviceStatus`, `fullStatus`, and the events
/// that tell of them.
final class MachineStatus {
    private MachineStatus() {}

    /// The worst first: a jam hides what is empty.
    static int device(View view) {
        if (isJammed(view)) {
            return CashChangerConst.CHAN_STATUS_JAM;
        }
        return emptiness(kinds(view), CashChangerConst.CHAN_STATUS_OK);
    }

    static int full(View view) {
        return fullness(kinds(view), CashChangerConst.CHAN_STATUS_OK);
    }

    static int power(View view) {
        return view instanceof View.Seen ? JposConst.JPOS_PS_ONLINE : JposConst.JPOS_PS_OFF_OFFLINE;
    }

    static void tell(View view, StateWatch changes) {
        if (view instanceof View.Seen) {
            changes.saw("jam", isJammed(view) ? CashChangerConst.CHAN_STATUS_JAM : CashChangerConst.CHAN_STATUS_JAMOK);
            changes.saw("empty", emptiness(kinds(view), CashChangerConst.CHAN_STATUS_EMPTYOK));
            changes.saw("full", fullness(kinds(view), CashChangerConst.CHAN_STATUS_FULLOK));
        }
    }

    private static int emptiness(Set<Alarm.Kind> kinds, int otherwise) {
        if (kinds.contains(Alarm.Kind.EMPTY)) {
            return CashChangerConst.CHAN_STATUS_EMPTY;
        }
        return kinds.contains(Alarm.Kind.NEAR_EMPTY) ? CashChangerConst.CHAN_STATUS_NEAREMPTY : otherwise;
    }

    private static int fullness(Set<Alarm.Kind> kinds, int otherwise) {
        if (kinds.contains(Alarm.Kind.FULL) || kinds.contains(Alarm.Kind.CASHBOX_FULL)) {
            return CashChangerConst.CHAN_STATUS_FULL;
        }
        return kinds.contains(Alarm.Kind.NEAR_FULL) ? CashChangerConst.CHAN_STATUS_NEARFULL : otherwise;
    }

    private static boolean isJammed(View view) {
        return view instanceof View.Seen seen
                && (seen.sight().state() == Sight.State.JAMMED || kinds(view).contains(Alarm.Kind.JAMMED));
    }

    private static Set<Alarm.Kind> kinds(View view) {
        return view instanceof View.Seen seen
                ? seen.sight().alarms().stream().map(Alarm::kind).collect(Collectors.toSet())
                : Set.of();
    }
}
