package org.countinghouse.javapos;

import static org.countinghouse.javapos.CashPart.orElse;

import java.util.List;
import jpos.CashChangerConst;
import jpos.CoinDispenserConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Sight;

/// How a JavaPOS cash device does, in our words (UPOS 1.15: `depositStatus`, `deviceStatus`, `fullStatus` of Cash
/// Changer
/// and, with the same numbers, of bill and coin devices; `dispenserStatus` of Coin Dispenser).
///
/// @param alarms where they are added
record PartState(VendorKind kind, String name, CashControl control, List<Alarm> alarms) {
    Sight.State state() throws JposException {
        boolean isJammed = isJammed();
        fill();
        int deposit = kind.takes() ? depositStatus(control) : CashChangerConst.CHAN_STATUS_DEPOSIT_NONE;
        if (isJammed || deposit == CashChangerConst.CHAN_STATUS_DEPOSIT_JAM) {
            alarms.add(Alarm.of(Alarm.Kind.JAMMED, name + " is jammed"));
            return Sight.State.JAMMED;
        }
        if (isOpen(kind, deposit)) {
            return Sight.State.TAKING;
        }
        return control.getState() == JposConst.JPOS_S_BUSY ? Sight.State.BUSY : Sight.State.READY;
    }

    static int depositStatus(CashControl control) throws JposException {
        return orElse(CashChangerConst.CHAN_STATUS_DEPOSIT_NONE, control::getDepositStatus);
    }

    /// A changer that has fixed a deposit still has to end it; for an acceptor the same number means that none is open.
    static boolean isOpen(VendorKind kind, int depositStatus) {
        return depositStatus == CashChangerConst.CHAN_STATUS_DEPOSIT_START
                || depositStatus == CashChangerConst.CHAN_STATUS_DEPOSIT_COUNT
                || kind == VendorKind.CASH_CHANGER && depositStatus == CashChangerConst.CHAN_STATUS_DEPOSIT_END;
    }

    private boolean isJammed() throws JposException {
        return kind == VendorKind.COIN_DISPENSER
                ? orElse(CoinDispenserConst.COIN_STATUS_OK, control::getDispenserStatus)
                        == CoinDispenserConst.COIN_STATUS_JAM
                : deviceStatus() == CashChangerConst.CHAN_STATUS_JAM;
    }

    private int deviceStatus() throws JposException {
        return orElse(CashChangerConst.CHAN_STATUS_OK, control::getDeviceStatus);
    }

    private void fill() throws JposException {
        if (kind == VendorKind.COIN_DISPENSER) {
            switch (orElse(CoinDispenserConst.COIN_STATUS_OK, control::getDispenserStatus)) {
                case CoinDispenserConst.COIN_STATUS_EMPTY -> alarm(Alarm.Kind.EMPTY, "some coin is used up");
                case CoinDispenserConst.COIN_STATUS_NEAREMPTY ->
                    alarm(Alarm.Kind.NEAR_EMPTY, "some coin is running low");
                default -> {}
            }
            return;
        }
        switch (deviceStatus()) {
            case CashChangerConst.CHAN_STATUS_EMPTY -> alarm(Alarm.Kind.EMPTY, "something is used up");
            case CashChangerConst.CHAN_STATUS_NEAREMPTY -> alarm(Alarm.Kind.NEAR_EMPTY, "something is running low");
            default -> {}
        }
        switch (orElse(CashChangerConst.CHAN_STATUS_OK, control::getFullStatus)) {
            case CashChangerConst.CHAN_STATUS_FULL -> alarm(Alarm.Kind.FULL, "something is full");
            case CashChangerConst.CHAN_STATUS_NEARFULL -> alarm(Alarm.Kind.NEAR_FULL, "something is nearly full");
            default -> {}
        }
    }

    private void alarm(Alarm.Kind what, String words) {
        alarms.add(Alarm.of(what, name + ": " + words));
    }
}
