package org.countinghouse.serial.ssp;

import java.io.IOException;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Begun;

/// Sends the one command that starts an intent, after everything that can be asked harmlessly.
record SspBegin(SspSession machine, Intent intent, Sight baseline, Deadline by) {
    /// The reasons of a refused payout. GA138 and the maker's own host number the first ones
    /// differently, so both are read as "it cannot pay this", which is true of either.
    private static final int NOT_ENOUGH_OR_INEXACT = 2;

    private static final int BUSY = 3;
    private static final int SWITCHED_OFF = 4;

    Begun begun() throws IOException {
        if (!machine.counters(by).equals(baseline.counters())) {
            return new Begun.Refused(DeviceFault.BUSY, "something moved since it was looked at");
        }
        return switch (intent.purpose()) {
            case PAY -> paying();
            case TAKE, FILL -> taking();
            case COLLECT -> collecting();
        };
    }

    private Begun paying() throws IOException {
        if (!machine.setup().pays()) {
            return new Begun.Refused(DeviceFault.REFUSED, "it cannot pay");
        }
        byte[] test;
        byte[] pay;
        try {
            test = command(Ssp.Really.TEST);
            pay = command(Ssp.Really.PAY);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Begun.Refused(DeviceFault.REFUSED, String.valueOf(e.getMessage()));
        }
        machine.shutMouth(by);
        switchOn();
        var could = machine.ask(test, by);
        return could.isOk() ? begun(machine.ask(pay, by)) : refused(could);
    }

    private byte[] command(Ssp.Really really) {
        return switch (intent.ask()) {
            case Intent.Ask.Exactly(var _, var pieces) -> Ssp.payout(pieces, really);
            case Intent.Ask.Worth(var currency, var amount) -> Ssp.payout(currency, amount, really);
            case Intent.Ask.Open _ -> throw new IllegalArgumentException("a payment needs an amount");
        };
    }

    /// The mouth is chosen while the machine is off; switching it on is what opens it.
    private Begun taking() throws IOException {
        String currency = intent.ask().currency();
        boolean knows = machine.setup().channels().stream()
                .anyMatch(channel ->
                        channel.filter(each -> each.currency().equals(currency)).isPresent());
        if (!knows) {
            return new Begun.Refused(DeviceFault.REFUSED, "it does not take " + currency);
        }
        machine.ask(Ssp.command(Ssp.DISABLE), by);
        enablePayout();
        machine.mouth(denomination -> denomination.currency().equals(currency), by);
        return begun(machine.ask(Ssp.command(Ssp.ENABLE), by));
    }

    private Begun collecting() throws IOException {
        String currency = intent.ask().currency();
        if (!(intent.ask() instanceof Intent.Ask.Open)) {
            return new Begun.Refused(DeviceFault.REFUSED, "it can only be emptied as a whole");
        }
        boolean others = machine.levels(by).counts().keySet().stream()
                .anyMatch(each -> !each.currency().equals(currency));
        if (others || !machine.setup().pays()) {
            return new Begun.Refused(DeviceFault.REFUSED, "it would empty more than " + currency);
        }
        machine.shutMouth(by);
        switchOn();
        var reply = machine.ask(Ssp.command(Ssp.SMART_EMPTY), by);
        // A command it does not know was provably not obeyed, so the older one may follow.
        return begun(reply.code() == Ssp.UNKNOWN ? machine.ask(Ssp.command(Ssp.EMPTY_ALL), by) : reply);
    }

    private void switchOn() throws IOException {
        machine.ask(Ssp.command(Ssp.ENABLE), by);
        enablePayout();
    }

    private void enablePayout() throws IOException {
        if (!machine.setup().isHopper()) {
            machine.ask(Ssp.command(Ssp.ENABLE_PAYOUT, 0), by);
        }
    }

    private Begun begun(SspReply reply) throws IOException {
        if (reply.isOk()) {
            return new Begun.Accepted();
        }
        if (reply.repeated()) {
            // It may be the first frame's obedience that makes it refuse the second.
            machine.close();
            throw new IOException("it refused the repetition of a command with " + reply);
        }
        return refused(reply);
    }

    private Begun refused(SspReply reply) throws IOException {
        int reason = reply.reason();
        if (reason == BUSY) {
            boolean jammed = machine.poll(by).stream()
                    .anyMatch(event -> event instanceof SspEvent.Sign(var kind)
                            && (kind == SspEvent.Sign.Kind.SAFE_JAM || kind == SspEvent.Sign.Kind.UNSAFE_JAM));
            return new Begun.Refused(jammed ? DeviceFault.JAMMED : DeviceFault.BUSY, "busy");
        }
        if (reason == SWITCHED_OFF) {
            return new Begun.Refused(DeviceFault.REFUSED, "its payout is switched off");
        }
        boolean cannot = reply.code() == Ssp.CANNOT && reason >= 0 && reason <= NOT_ENOUGH_OR_INEXACT;
        return cannot
                ? new Begun.NotEnough("it holds too little, or not the right pieces")
                : new Begun.Refused(DeviceFault.REFUSED, "it answered " + reply);
    }
}
