package org.countinghouse.app.machine;

import java.util.Locale;
import java.util.Map;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Notice.Word;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What became of a movement, for who stands at the counter: what moved, what is safe, what to do next.
///
/// @param currency the one that was asked for
record OutcomeWords(Currency currency) {
    Notice notStarted(DeviceFault fault, String words) {
        if (words.equals(TillMachine.CANNOT_MAKE)) {
            return Notice.of(Tone.WARNING, "machine.outcome.cannot-make");
        }
        return new Notice(Tone.WARNING, "machine.outcome.not-started", Map.of("state", word(fault)));
    }

    /// A payment that is over.
    Notice paid(Outcome.Settled settled) {
        if (settled.remainder() > 0) {
            String key = settled.moved().isNone() ? "machine.outcome.paid-none" : "machine.outcome.paid-part";
            return new Notice(
                    Tone.DANGER,
                    key,
                    Map.of(
                            "amount",
                            text(settled.moved()),
                            "rest",
                            Amounts.withCode(currency.of(settled.remainder())),
                            "state",
                            word(settled.fault().orElse(DeviceFault.REFUSED))));
        }
        return settled.held()
                ? told(Tone.WARNING, "machine.outcome.held", amount(settled.moved()))
                : told(Tone.SUCCESS, "machine.outcome.paid", amount(settled.moved()));
    }

    Notice open(Cash atLeast) {
        return told(Tone.DANGER, "machine.outcome.open", amount(atLeast));
    }

    Notice disputed(Cash atLeast) {
        return told(Tone.DANGER, "machine.outcome.disputed", amount(atLeast));
    }

    static Notice told(Tone tone, String key, Money amount) {
        return new Notice(tone, key, Map.of("amount", Amounts.withCode(amount)));
    }

    Money amount(Cash cash) {
        return currency.of(cash.minorUnits());
    }

    private String text(Cash cash) {
        return Amounts.withCode(amount(cash));
    }

    private static Word word(DeviceFault fault) {
        return new Word("device.state." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
