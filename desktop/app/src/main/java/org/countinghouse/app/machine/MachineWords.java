package org.countinghouse.app.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.machine.Movement.Phase;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.ledger.money.Money;

/// How it stands with the machine, in words. They say nothing of what it holds.
final class MachineWords {
    private MachineWords() {}

    /// The one thing the person at the till has to know, the most urgent first; empty when no machine is there and
    /// nothing is open.
    static Optional<Notice> urgent(MachineWatch watch, Optional<Movement> movement, List<Money> owed) {
        if (movement.isPresent()) {
            return movement.map(MachineWords::going);
        }
        if (!watch.doubts(movement).isEmpty()) {
            return Optional.of(Notice.of(Tone.DANGER, "machine.bar.doubt"));
        }
        return owed.stream()
                .findFirst()
                .map(MachineWords::owed)
                .or(() -> watch.standing().machine().map(MachineWords::state));
    }

    /// What is on its way.
    static Notice going(Movement now) {
        String key =
                "machine.going." + now.phase().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Money amount = now.phase() == Phase.PAYING ? now.target().orElse(now.moved()) : now.moved();
        return OutcomeWords.told(Tone.INFO, key, amount);
    }

    static Notice owed(Money owed) {
        return OutcomeWords.told(
                Tone.WARNING, owed.isNegative() ? "machine.owed.customer" : "machine.owed.nothing", owed.absolute());
    }

    static Notice state(CashMachine.View view) {
        return switch (view) {
            case CashMachine.View.NoAnswer _ -> Notice.of(Tone.WARNING, "machine.state.no-answer");
            case CashMachine.View.Seen(var _, var sight) -> {
                Tone tone = switch (sight.state()) {
                    case READY, TAKING, PAYING, BUSY -> Tone.INFO;
                    case OCCUPIED -> Tone.WARNING;
                    case JAMMED, OUT_OF_ORDER -> Tone.DANGER;
                };
                yield Notice.of(
                        tone,
                        "machine.state."
                                + sight.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        };
    }

    /// What a movement is for, as a title.
    static String title(Movement now) {
        return now.purpose() == Purpose.PAY && "change".equals(now.reason())
                ? "machine.title.change"
                : "machine.title." + now.purpose().name().toLowerCase(Locale.ROOT);
    }

    /// What was going on when nobody could tell any more.
    static Notice happened(Doubt doubt) {
        String what = doubt.purpose().name().toLowerCase(Locale.ROOT);
        return new Notice(
                Tone.DANGER,
                "machine.settle.what-" + what,
                Map.of(
                        "machine",
                        doubt.machine(),
                        "amount",
                        doubt.asked().map(Amounts::withCode).orElse("")));
    }
}
