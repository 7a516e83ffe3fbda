package org.countinghouse.serial.ssp;

import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Sign;

/// Out of the store into the machine's own cashbox.
final class Collecting implements SspJob {
    private final Intent intent;
    private final Sight baseline;

    Collecting(Intent intent, Sight baseline) {
        this.intent = intent;
        this.baseline = baseline;
    }

    @Override
    public Intent intent() {
        return intent;
    }

    @Override
    public Sight baseline() {
        return baseline;
    }

    @Override
    public boolean mayForget(List<SspEvent> events) {
        return false;
    }

    @Override
    public Progress heard(List<SspEvent> events, SspSetup setup) {
        for (var event : events) {
            if (event instanceof Amount amount) {
                var progress = progress(amount);
                if (progress.isPresent()) {
                    return progress.get();
                }
            }
        }
        return events.contains(new Sign(Sign.Kind.EMPTYING))
                ? new Progress.Moving(Cash.none(intent.ask().currency()), false)
                : new Progress.Quiet();
    }

    private Optional<Progress> progress(Amount amount) {
        var soFar = Cash.amount(intent.ask().currency(), amount.of(intent.ask().currency()));
        return switch (amount.kind()) {
            case SMART_EMPTYING -> Optional.of(new Progress.Moving(soFar, false));
            case SMART_EMPTIED -> Optional.of(SspJob.ended(soFar, Optional.empty(), false, "emptied"));
            case JAMMED, HALTED, TIMED_OUT ->
                Optional.of(SspJob.ended(soFar, Optional.of(DeviceFault.JAMMED), false, "stopped while emptying"));
            case DISPENSING, DISPENSED, FLOATING, FLOATED, CASHBOX_PAID, COIN_CREDITED, FRAUD -> Optional.empty();
        };
    }
}
