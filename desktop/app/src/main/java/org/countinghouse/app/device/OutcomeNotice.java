package org.countinghouse.app.device;

import java.util.Locale;
import java.util.Map;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Notice.Word;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.ledger.money.Currency;

/// What became of a cash machine's order, for who stands at the counter: what moved, what is safe, what to do next.
///
/// @param currency the one that was asked for
record OutcomeNotice(Currency currency) {
    Notice of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotStarted(var fault, var _) ->
                notice(Tone.WARNING, "not-started", Map.of("state", word(fault)));
            case Outcome.Settled settled ->
                settled.intent().purpose() == Purpose.PAY ? paid(settled) : notice(Tone.SUCCESS, "taken", of(settled));
            case Outcome.Open(var _, var _, var atLeast, var _) ->
                notice(Tone.DANGER, "open", Map.of("amount", text(atLeast)));
            case Outcome.Disputed(var _, var atLeast, var _) ->
                notice(Tone.DANGER, "disputed", Map.of("amount", text(atLeast)));
        };
    }

    private Notice paid(Outcome.Settled settled) {
        if (settled.remainder() > 0) {
            return notice(Tone.WARNING, settled.moved().isNone() ? "paid-none" : "paid-part", of(settled));
        }
        return settled.held() ? notice(Tone.WARNING, "held", of(settled)) : notice(Tone.SUCCESS, "paid", of(settled));
    }

    private Map<String, Object> of(Outcome.Settled settled) {
        return Map.of(
                "amount",
                text(settled.moved()),
                "rest",
                Amounts.withCode(currency.of(settled.remainder())),
                "state",
                word(settled.fault().orElse(DeviceFault.REFUSED)));
    }

    private String text(Cash cash) {
        return Amounts.withCode(currency.of(cash.minorUnits()));
    }

    private static Word word(DeviceFault fault) {
        return new Word("device.state." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Notice notice(Tone tone, String what, Map<String, Object> details) {
        return new Notice(tone, "device.simulated.outcome." + what, details);
    }
}
