package org.countinghouse.javapos;

import jpos.JposException;

/// What JavaPOS's five kinds of cash devices can be asked, see [ByName]; each has some of it.
interface CashControl extends AnyControl {
    String getPhysicalDeviceDescription() throws JposException;

    void checkHealth(int level) throws JposException;

    int getState() throws JposException;

    String getCurrencyCode() throws JposException;

    void setCurrencyCode(String currency) throws JposException;

    String getCurrencyCashList() throws JposException;

    String getDepositCashList() throws JposException;

    void readCashCounts(String[] counts, boolean[] discrepancy) throws JposException;

    void setAsyncMode(boolean async) throws JposException;

    int getAsyncResultCode() throws JposException;

    int getAsyncResultCodeExtended() throws JposException;

    void dispenseCash(String counts) throws JposException;

    void dispenseChange(int amount) throws JposException;

    void clearOutput() throws JposException;

    boolean getCapDeposit() throws JposException;

    boolean getCapRepayDeposit() throws JposException;

    boolean getCapPauseDeposit() throws JposException;

    boolean getCapRealTimeData() throws JposException;

    void setRealTimeDataEnabled(boolean enable) throws JposException;

    void setDataEventEnabled(boolean enable) throws JposException;

    void beginDeposit() throws JposException;

    void pauseDeposit(int control) throws JposException;

    void fixDeposit() throws JposException;

    void endDeposit(int how) throws JposException;

    int getDepositStatus() throws JposException;

    int getDepositAmount() throws JposException;

    String getDepositCounts() throws JposException;

    int getDeviceStatus() throws JposException;

    int getFullStatus() throws JposException;

    int getDispenserStatus() throws JposException;
}
