package org.countinghouse.javapos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.DataEvent;

/// A played cash device with real counts inside: a changer, or one that only gives or takes.
public class PlayedCash extends PlayedService {
    final List<String> dispensed = new CopyOnWriteArrayList<>();
    final List<Integer> ended = new ArrayList<>();
    volatile String inside;
    volatile String list;
    volatile String currency = "EUR";
    volatile boolean async = true;
    volatile boolean discrepancy;
    volatile boolean eventBeforeReturn;
    volatile JposException refusal;
    volatile int asyncResult;
    volatile int asyncExtended;
    volatile String counted = "";
    volatile Integer wrongAmount;
    volatile int depositStatus = CashChangerConst.CHAN_STATUS_DEPOSIT_NONE;
    volatile int deviceStatus;
    volatile boolean dataEvents;
    private boolean fixed;

    PlayedCash(String inside) {
        this.inside = inside;
        list = inside.replaceAll(":[0-9]+", "");
    }

    public String getCurrencyCode() {
        return currency;
    }

    public void setCurrencyCode(String code) {
        currency = code;
    }

    public String getCurrencyCashList() {
        return list;
    }

    public String getDepositCashList() {
        return list;
    }

    public void readCashCounts(String[] counts, boolean[] unsure) throws JposException {
        maybeHang("readCashCounts");
        counts[0] = inside;
        unsure[0] = discrepancy;
    }

    public void setAsyncMode(boolean wanted) throws JposException {
        if (!async) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "this model pays while you wait");
        }
    }

    public int getAsyncResultCode() {
        return asyncResult;
    }

    public int getAsyncResultCodeExtended() {
        return asyncExtended;
    }

    public int getDeviceStatus() {
        return deviceStatus;
    }

    public void dispenseCash(String counts) throws JposException {
        dispense(counts);
    }

    public void dispenseChange(int amount) throws JposException {
        dispense("amount " + amount);
    }

    private void dispense(String what) throws JposException {
        if (refusal != null) {
            throw refusal;
        }
        maybeHang("dispense");
        dispensed.add(what);
        if (eventBeforeReturn) {
            finishPayout();
        }
    }

    void finishPayout() {
        try {
            tell(CashChangerConst.CHAN_STATUS_ASYNC);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean getCapDeposit() {
        return true;
    }

    public boolean getCapRepayDeposit() {
        return true;
    }

    public boolean getCapRealTimeData() {
        return true;
    }

    public void setRealTimeDataEnabled(boolean enable) {}

    public void setDataEventEnabled(boolean enable) {
        dataEvents = enable;
    }

    public void beginDeposit() throws JposException {
        if (refusal != null) {
            throw refusal;
        }
        counted = "";
        fixed = false;
        depositStatus = CashChangerConst.CHAN_STATUS_DEPOSIT_START;
    }

    public int getDepositStatus() {
        return depositStatus;
    }

    public String getDepositCounts() {
        return counted;
    }

    public int getDepositAmount() throws IOException {
        return wrongAmount != null
                ? wrongAmount
                : (int) CashCounts.read(counted).worth();
    }

    public void fixDeposit() {
        fixed = true;
        depositStatus = CashChangerConst.CHAN_STATUS_DEPOSIT_END;
    }

    public void endDeposit(int how) throws JposException {
        if (!fixed) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "fixDeposit first");
        }
        maybeHang("endDeposit");
        ended.add(how);
        depositStatus = CashChangerConst.CHAN_STATUS_DEPOSIT_NONE;
    }

    /// Customers' cash so far, as one string of counts.
    void comesIn(String total) throws InterruptedException {
        counted = total;
        if (dataEvents) {
            dataEvents = false;
            var to = callbacks;
            onOddThread(() -> to.fireDataEvent(new DataEvent(to.getEventSource(), 0)));
        }
    }
}
