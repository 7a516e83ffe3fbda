package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.countinghouse.serial.ssp.SspEvent.Note;
import org.countinghouse.serial.ssp.SspEvent.Sign;
import org.countinghouse.serial.ssp.SspEvent.Stray;

/// Into the machine. A credit is told again until it is acknowledged, so it is counted and acknowledged
/// at once.
final class Taking implements SspJob {
    /// So many polls without anything on its way, after the mouth was shut.
    private static final int CALM_POLLS = 2;

    private final Intent intent;
    private final Sight baseline;
    private Pieces taken = Pieces.NONE;
    private long beyondPieces;
    private boolean finishing;
    private int calm;

    Taking(Intent intent, Sight baseline) {
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
        return events.stream().anyMatch(event -> event instanceof Note || event instanceof Amount || isNews(event));
    }

    void finish() {
        finishing = true;
    }

    /// How many pieces were credited one by one.
    int pieces() {
        return SspTraces.count(taken);
    }

    @Override
    public Progress heard(List<SspEvent> events, SspSetup setup) throws IOException {
        boolean credited = false;
        boolean onItsWay = false;
        for (var event : events) {
            switch (event) {
                case Note(var kind, var channel) -> {
                    if (kind == Note.Kind.CREDITED) {
                        credit(channel, setup);
                        credited = true;
                    }
                    onItsWay |= kind == Note.Kind.READ;
                }
                case Amount amount
                when amount.kind() == Amount.Kind.COIN_CREDITED -> {
                    credit(amount, setup);
                    credited = true;
                }
                case Sign(var kind) -> onItsWay |= kind == Sign.Kind.STACKING || kind == Sign.Kind.REJECTING;
                case Amount _, SspEvent.Incomplete _, Stray _, SspEvent.PayoutError _, SspEvent.Foreign _ -> {}
            }
        }
        calm = credited || onItsWay ? 0 : calm + 1;
        if (finishing && calm >= CALM_POLLS) {
            return SspJob.ended(cash(), jam(events), false, "shut");
        }
        return credited ? new Progress.Moving(cash(), false) : new Progress.Quiet();
    }

    Cash cash() {
        String currency = intent.ask().currency();
        return beyondPieces == 0
                ? Cash.of(currency, taken)
                : Cash.amount(currency, taken.total(currency) + beyondPieces);
    }

    private void credit(int channel, SspSetup setup) throws IOException {
        var denomination = setup.channel(channel)
                .filter(each -> each.currency().equals(intent.ask().currency()))
                .orElseThrow(() -> new IOException("it credits channel " + channel + ", which was shut"));
        taken = taken.plus(Pieces.of(denomination, 1));
    }

    /// Coins may be told together, as an amount.
    private void credit(Amount amount, SspSetup setup) throws IOException {
        String currency = intent.ask().currency();
        if (!amount.isOnly(currency)) {
            throw new IOException("it credits another currency: " + amount);
        }
        long value = amount.of(currency);
        var one = setup.channels().stream()
                .flatMap(Optional::stream)
                .filter(each -> each.currency().equals(currency) && each.minorUnits() == value)
                .findFirst();
        if (one.isPresent()) {
            taken = taken.plus(Pieces.of(one.get(), 1));
        } else {
            beyondPieces += value;
        }
    }

    private static Optional<DeviceFault> jam(List<SspEvent> events) {
        boolean jammed =
                events.contains(new Sign(Sign.Kind.SAFE_JAM)) || events.contains(new Sign(Sign.Kind.UNSAFE_JAM));
        return jammed ? Optional.of(DeviceFault.JAMMED) : Optional.empty();
    }

    private static boolean isNews(SspEvent event) {
        return event instanceof Sign(var kind)
                && switch (kind) {
                    case STACKED, STORED, REJECTED -> true;
                    case RESET,
                            REJECTING,
                            STACKING,
                            SAFE_JAM,
                            UNSAFE_JAM,
                            COIN_MECH_JAM,
                            JAM_RECOVERY,
                            DISABLED,
                            CHANNELS_DISABLED,
                            STARTING,
                            STACKER_FULL,
                            STORE_FULL,
                            CASHBOX_REMOVED,
                            CASHBOX_REPLACED,
                            PATH_OPEN,
                            OUT_OF_SERVICE,
                            STORE_REMOVED,
                            STORE_ATTACHED,
                            RETURN_PRESSED,
                            EMPTYING,
                            EMPTIED -> false;
                };
    }
}
