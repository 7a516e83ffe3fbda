package org.countinghouse.device.setup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol;

/// Greets a cash machine and looks at it. It knows no call that moves money.
final class MachineCheck {
    private MachineCheck() {}

    static List<Step> steps(MoneyProtocol machine, Duration limit) {
        var steps = new ArrayList<Step>();
        try {
            var greeting = machine.greet(limit);
            String serial = greeting.serial().isEmpty() ? "-" : greeting.serial();
            steps.add(Step.passed(Phrase.of(SetupText.MACHINE_GREETED, greeting.model(), serial)));
            var sight = machine.look();
            steps.add(state(sight.state()));
            steps.add(Step.passed(sight.holdings()
                    .map(MachineCheck::holds)
                    .orElseGet(() -> Phrase.of(SetupText.MACHINE_DOES_NOT_COUNT))));
            sight.alarms().forEach(alarm -> steps.add(alarm(alarm)));
        } catch (IOException e) {
            steps.add(Step.failed(
                    Phrase.of(SetupText.MACHINE_NO_ANSWER, String.valueOf(e.getMessage())),
                    Phrase.of(SetupText.CHECK_CABLE)));
            steps.add(Step.skipped(Phrase.of(SetupText.SKIPPED_AFTER_FAULT)));
        }
        return steps;
    }

    private static Phrase holds(Holdings holdings) {
        long pieces = holdings.all().counts().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return Phrase.of(SetupText.MACHINE_HOLDS, Long.toString(pieces));
    }

    private static Step state(Sight.State state) {
        return switch (state) {
            case READY -> Step.passed(Phrase.of(SetupText.MACHINE_READY));
            case TAKING, PAYING, BUSY ->
                Step.failed(
                        Phrase.of(SetupText.MACHINE_BUSY, state.name().toLowerCase(java.util.Locale.ROOT)),
                        Phrase.of(SetupText.MACHINE_WAIT));
            case OCCUPIED -> Step.failed(Phrase.of(SetupText.MACHINE_OCCUPIED), Phrase.of(SetupText.FREE_THE_CABLE));
            case JAMMED -> Step.failed(Phrase.of(SetupText.MACHINE_JAMMED), Phrase.of(SetupText.MACHINE_CLEAR));
            case OUT_OF_ORDER ->
                Step.failed(Phrase.of(SetupText.MACHINE_OUT_OF_ORDER), Phrase.of(SetupText.MACHINE_CLEAR));
        };
    }

    private static Step alarm(Alarm alarm) {
        var seen = Phrase.of(SetupText.MACHINE_ALARM, alarm.words());
        return switch (alarm.kind()) {
            case NEAR_EMPTY, EMPTY, NEAR_FULL, FULL, CASHBOX_FULL ->
                Step.passed(seen, Phrase.of(SetupText.MACHINE_LOOK_SOON));
            case CASHBOX_REMOVED, JAMMED, NOTE_HELD, DOOR_OPEN, FRAUD, DISCREPANCY, FAULT ->
                Step.failed(seen, Phrase.of(SetupText.MACHINE_CLEAR));
        };
    }
}
