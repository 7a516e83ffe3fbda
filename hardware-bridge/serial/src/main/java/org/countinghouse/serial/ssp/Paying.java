package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// Out to somebody. Its ending stays in the machine until whoever asked comes back.
final class Paying implements SspJob {
    private final Intent intent;
    private final Sight baseline;
    private long soFar;

    Paying(Intent intent, Sight baseline) {
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
        boolean news =
                events.stream().anyMatch(event -> event instanceof SspEvent.PayoutError || event instanceof Stray);
        return news && events.stream().noneMatch(SspSeen::isEnding);
    }

    @Override
    public Progress heard(List<SspEvent> events, SspSetup setup) throws IOException {
        String currency = intent.ask().currency();
        boolean held = SspJob.held(events);
        Progress progress = held ? new Progress.Moving(Cash.amount(currency, soFar), true) : new Progress.Quiet();
        for (var event : events) {
            if (event instanceof Amount amount && isPayout(amount.kind())) {
                if (!amount.isOnly(currency)) {
                    throw new IOException("it tells of another payout: " + amount);
                }
                soFar = Math.max(soFar, amount.of(currency));
                progress = amount.kind() == Amount.Kind.DISPENSING
                        ? new Progress.Moving(Cash.amount(currency, soFar), held)
                        : end(amount, held);
                if (progress instanceof Progress.Ended) {
                    break;
                }
            }
        }
        return progress;
    }

    private Progress.Ended end(Amount amount, boolean held) {
        long paid = amount.of(intent.ask().currency());
        boolean all = paid == intent.ask().minorUnits().orElse(-1L);
        var fault = all
                ? Optional.<DeviceFault>empty()
                : Optional.of(amount.kind() == Amount.Kind.JAMMED ? DeviceFault.JAMMED : DeviceFault.REFUSED);
        return SspJob.ended(Cash.amount(intent.ask().currency(), paid), fault, held, words(amount.kind()));
    }

    private static boolean isPayout(Amount.Kind kind) {
        return switch (kind) {
            case DISPENSING, DISPENSED, JAMMED, HALTED, TIMED_OUT -> true;
            case FLOATING, FLOATED, CASHBOX_PAID, COIN_CREDITED, SMART_EMPTYING, SMART_EMPTIED, FRAUD -> false;
        };
    }

    private static String words(Amount.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
