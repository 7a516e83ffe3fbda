package org.countinghouse.javapos;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.DataEvent;
import jpos.services.EventCallbacks;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentRecord;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.money.Waits;
import org.countinghouse.device.spi.MoneyProtocol.Greeting;
import org.jspecify.annotations.Nullable;

/// Our JavaPOS service for cash machines (UPOS 1.15, Cash Changer), over [CashMachine]: each call that moves money is
/// an
/// intent in a journal, and moves it once whatever breaks. While one is not settled, the next is refused as busy.
public final class CashChangerService extends DeviceService {
    /// `directIO` with this command settles what a person has counted: `data[0]` is the amount that moved, the object
    /// says who counted.
    public static final int SETTLE = 1;

    private final DataQueue queue;
    private @Nullable CashMachine machine;
    private @Nullable Greeting greeting;
    private @Nullable CompletableFuture<Outcome> paying;
    private @Nullable OpenDeposit deposit;
    private @Nullable Cash lastDeposit;
    private String currency = "";
    private boolean async;
    private boolean realTime;
    private int asyncResult;
    private int asyncExtended;

    CashChangerService(DeviceAddress address) {
        super(Registry.Category.CashChanger, address);
        queue = new DataQueue("deposits into " + address);
    }

    public boolean getCapDeposit() {
        return true;
    }

    public boolean getCapDepositDataEvent() {
        return true;
    }

    public boolean getCapRepayDeposit() {
        return true;
    }

    public boolean getCapRealTimeData() {
        return true;
    }

    public boolean getCapDiscrepancy() {
        return true;
    }

    public boolean getCapEmptySensor() {
        return true;
    }

    public boolean getCapNearEmptySensor() {
        return true;
    }

    public boolean getCapFullSensor() {
        return true;
    }

    public boolean getCapNearFullSensor() {
        return true;
    }

    public boolean getCapJamSensor() {
        return true;
    }

    public int getDeviceExits() {
        return 1;
    }

    public int getCurrentExit() {
        return 1;
    }

    public int getServiceCount() {
        return 1;
    }

    public synchronized boolean getAsyncMode() {
        return async;
    }

    public synchronized void setAsyncMode(boolean wanted) {
        async = wanted;
    }

    public synchronized int getAsyncResultCode() {
        return asyncResult;
    }

    public synchronized int getAsyncResultCodeExtended() {
        return asyncExtended;
    }

    public synchronized boolean getRealTimeDataEnabled() {
        return realTime;
    }

    public synchronized void setRealTimeDataEnabled(boolean wanted) {
        realTime = wanted;
    }

    public synchronized String getCurrencyCode() {
        return currency;
    }

    public synchronized void setCurrencyCode(String code) throws JposException {
        if (!List.of(getCurrencyCodeList().split(",")).contains(code)) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "this machine has " + getCurrencyCodeList());
        }
        currency = code;
    }

    public String getCurrencyCodeList() throws JposException {
        return lists().currencies();
    }

    public String getDepositCodeList() throws JposException {
        return lists().currencies();
    }

    public String getCurrencyCashList() throws JposException {
        return lists().paid();
    }

    public String getExitCashList() throws JposException {
        return lists().paid();
    }

    public String getDepositCashList() throws JposException {
        return lists().taken();
    }

    @Override
    public int getState() {
        return isPaying() ? JposConst.JPOS_S_BUSY : JposConst.JPOS_S_IDLE;
    }

    public void readCashCounts(String[] counts, boolean[] discrepancy) throws JposException {
        refuseWhilePaying();
        var sight = seen();
        var inside = sight.holdings()
                .orElseThrow(
                        () -> new JposException(JposConst.JPOS_E_ILLEGAL, "this machine does not know what it holds"));
        counts[0] = lists().counts(inside.in(Place.RECYCLER));
        discrepancy[0] = sight.isUnsure() || !machine().open().isEmpty();
    }

    /// The machine knows itself what it holds, so UPOS has this do nothing.
    public void adjustCashCounts(String counts) throws JposException {
        devices();
    }

    public void dispenseChange(int amount) throws JposException {
        if (amount <= 0) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "there is nothing to pay");
        }
        refuseWhilePaying();
        pay(amountOf(amount));
    }

    public void dispenseCash(String counts) throws JposException {
        Pieces pieces;
        try {
            pieces = CashCounts.read(counts).pieces(getCurrencyCode(), 1);
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, String.valueOf(e.getMessage()), e);
        }
        if (pieces.isNone()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "there is nothing to pay");
        }
        refuseWhilePaying();
        pay(new Intent.Ask.Exactly(getCurrencyCode(), pieces));
    }

    public void beginDeposit() throws JposException {
        refuseWhilePaying();
        OpenDeposit begun;
        synchronized (this) {
            if (deposit != null) {
                throw new JposException(JposConst.JPOS_E_ILLEGAL, "a deposit is open already");
            }
            queue.clear();
            lastDeposit = null;
            var intent = intent(Intent.Purpose.TAKE, new Intent.Ask.Open(currency));
            begun = new OpenDeposit(machine(), intent, this::moreCameIn);
            deposit = begun;
        }
        try {
            begun.awaitBegin();
        } catch (JposException e) {
            forgetDeposit();
            throw e;
        }
    }

    public void fixDeposit() throws JposException {
        OpenDeposit open = deposit();
        if (open.isFixed()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "it is fixed already");
        }
        try {
            open.fix();
        } catch (JposException e) {
            forgetDeposit();
            throw e;
        }
        queue.add(this::tellData);
    }

    /// @param how `CHANGE` and `NOCHANGE` keep everything, and the program pays change itself; `REPAY` pays it all back
    public void endDeposit(int how) throws JposException {
        OpenDeposit open = deposit();
        if (!open.isFixed()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "fix the deposit first");
        }
        if (how < CashChangerConst.CHAN_DEPOSIT_CHANGE || how > CashChangerConst.CHAN_DEPOSIT_REPAY) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, how + " is no way to end a deposit");
        }
        synchronized (this) {
            lastDeposit = open.moved();
            deposit = null;
        }
        if (how == CashChangerConst.CHAN_DEPOSIT_REPAY) {
            var back = open.back();
            if (back.isPresent()) {
                CashAnswer.check(machine().pay(intent(Intent.Purpose.PAY, back.get())));
            }
        }
    }

    public synchronized int getDepositStatus() {
        if (deposit == null) {
            return CashChangerConst.CHAN_STATUS_DEPOSIT_NONE;
        }
        return deposit.isFixed()
                ? CashChangerConst.CHAN_STATUS_DEPOSIT_END
                : CashChangerConst.CHAN_STATUS_DEPOSIT_START;
    }

    public int getDepositAmount() throws JposException {
        long amount = deposited().minorUnits();
        if (amount > Integer.MAX_VALUE) {
            throw new JposException(JposConst.JPOS_E_FAILURE, amount + " does not fit in 32 bits; read the counts");
        }
        return (int) amount;
    }

    /// Empty when the machine tells the amount only.
    public String getDepositCounts() throws JposException {
        var pieces = deposited().pieces();
        return pieces.isPresent() && !pieces.get().isNone() ? lists().counts(pieces.get()) : "";
    }

    public int getDataCount() {
        return queue.count();
    }

    public boolean getDataEventEnabled() {
        return queue.isEnabled();
    }

    public void setDataEventEnabled(boolean enable) {
        queue.setEnabled(enable);
    }

    public void clearInput() {
        queue.clear();
    }

    @Override
    public void setFreezeEvents(boolean freeze) throws JposException {
        super.setFreezeEvents(freeze);
        queue.setFrozen(freeze);
    }

    public int getDeviceStatus() throws JposException {
        devices();
        return MachineStatus.device(machine().lastLook());
    }

    public int getFullStatus() throws JposException {
        devices();
        return MachineStatus.full(machine().lastLook());
    }

    @Override
    public void directIO(int command, int[] data, @Nullable Object object) throws JposException {
        if (command != SETTLE) {
            super.directIO(command, data, object);
            return;
        }
        if (data.length == 0 || data[0] < 0 || !(object instanceof String who) || who.isBlank()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "say how much moved, and who counted");
        }
        devices();
        Optional<IntentRecord> first = machine().open().stream().findFirst();
        var intent = first.orElseThrow(() -> new JposException(JposConst.JPOS_E_ILLEGAL, "all is settled"))
                .intent();
        String of = intent.ask().currency();
        OpenDeposit.within(
                Waits.USUAL.total(), machine().settle(intent.id(), Cash.amount(of, data[0]), Cash.none(of), who));
    }

    @Override
    public synchronized void close() throws JposException {
        super.close();
        queue.close();
    }

    @Override
    void whenEnabled(Devices devices) throws JposException {
        try {
            machine = lease().cashMachine();
        } catch (IOException e) {
            throw new JposException(JposConst.JPOS_E_NOHARDWARE, String.valueOf(e.getMessage()), e);
        }
        switch (machine.look()) {
            case CashMachine.View.NoAnswer(var reason) -> throw new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
            case CashMachine.View.Seen seen -> greeting = seen.greeting();
        }
        if (currency.isEmpty() && !greeting.slots().isEmpty()) {
            currency = greeting.slots().getFirst().denomination().currency();
        }
    }

    /// A mouth that nobody watches any more is shut, and what came in is kept.
    @Override
    void whenDisabled(Devices devices) {
        if (deposit != null && !deposit.isFixed() && machine != null) {
            machine.finish(false);
        }
        forgetDeposit();
    }

    @Override
    void look(StateWatch changes) {
        CashMachine here;
        synchronized (this) {
            here = machine;
        }
        if (here != null) {
            MachineStatus.tell(here.lastLook(), changes);
            changes.saw("power", MachineStatus.power(here.lastLook()));
        }
    }

    @Override
    String health() throws JposException {
        var health = machine().health();
        return "cash machine: " + health.level() + ", " + health.detail();
    }

    @Override
    int powerState() {
        CashMachine here;
        synchronized (this) {
            here = machine;
        }
        return here == null ? JposConst.JPOS_PS_UNKNOWN : MachineStatus.power(here.lastLook());
    }

    /// A machine that cannot choose its pieces is told which.
    private Intent.Ask amountOf(int amount) throws JposException {
        if (greeting().paysByAmount()) {
            return new Intent.Ask.Worth(getCurrencyCode(), amount);
        }
        var pieces = seen().holdings()
                .flatMap(inside -> Change.of(currencyNow(), amount, inside.in(Place.RECYCLER)))
                .orElseThrow(() -> new JposException(
                        JposConst.JPOS_E_EXTENDED,
                        CashChangerConst.JPOS_ECHAN_OVERDISPENSE,
                        amount + " cannot be paid with what is inside"));
        return new Intent.Ask.Exactly(getCurrencyCode(), pieces);
    }

    private synchronized String currencyNow() {
        return currency;
    }

    private void pay(Intent.Ask ask) throws JposException {
        var intent = intent(Intent.Purpose.PAY, ask);
        if (!getAsyncMode()) {
            CashAnswer.check(machine().pay(intent));
            return;
        }
        var outcome = machine().perform(intent, _ -> {});
        synchronized (this) {
            paying = outcome;
        }
        outcome.whenComplete(this::paid);
    }

    /// Comes on the machine's thread, which waits for no listener.
    private void paid(@Nullable Outcome outcome, @Nullable Throwable fault) {
        synchronized (this) {
            asyncResult = JposConst.JPOS_SUCCESS;
            asyncExtended = 0;
            try {
                if (outcome == null) {
                    throw new JposException(JposConst.JPOS_E_FAILURE, String.valueOf(fault));
                }
                CashAnswer.check(outcome);
            } catch (JposException e) {
                asyncResult = e.getErrorCode();
                asyncExtended = e.getErrorCodeExtended();
            }
            paying = null;
        }
        Thread.ofVirtual().start(() -> announce(CashChangerConst.CHAN_STATUS_ASYNC));
    }

    private synchronized boolean isPaying() {
        return paying != null;
    }

    private void refuseWhilePaying() throws JposException {
        devices();
        if (isPaying()) {
            throw new JposException(JposConst.JPOS_E_BUSY, "an earlier payment is on its way");
        }
    }

    private static Intent intent(Intent.Purpose purpose, Intent.Ask ask) {
        return new Intent(UUID.randomUUID(), purpose, ask, "asked for through JavaPOS", Optional.empty());
    }

    private void moreCameIn() {
        if (getRealTimeDataEnabled()) {
            queue.add(this::tellData);
        }
    }

    private void tellData() {
        EventCallbacks to = callbacks();
        if (to != null) {
            to.fireDataEvent(new DataEvent(to.getEventSource(), 0));
        }
    }

    private synchronized void forgetDeposit() {
        deposit = null;
    }

    private synchronized OpenDeposit deposit() throws JposException {
        devices();
        if (deposit == null) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "no deposit is open");
        }
        return deposit;
    }

    /// The open deposit's total, or the last one's.
    private synchronized Cash deposited() {
        if (deposit != null) {
            return deposit.moved();
        }
        return lastDeposit == null ? Cash.none(currency.isEmpty() ? "XXX" : currency) : lastDeposit;
    }

    private Sight seen() throws JposException {
        return switch (machine().look()) {
            case CashMachine.View.Seen seen -> seen.sight();
            case CashMachine.View.NoAnswer(var reason) -> throw new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
        };
    }

    private synchronized CashLists lists() throws JposException {
        return new CashLists(greeting().slots(), currency);
    }

    private synchronized CashMachine machine() throws JposException {
        if (machine == null) {
            throw new JposException(JposConst.JPOS_E_DISABLED, "enable the machine first");
        }
        return machine;
    }

    private synchronized Greeting greeting() throws JposException {
        if (greeting == null) {
            throw new JposException(JposConst.JPOS_E_DISABLED, "enable the machine first");
        }
        return greeting;
    }
}
