package org.countinghouse.device.money;

import java.util.List;
import java.util.Optional;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;

/// An intent with all that was written about it.
///
/// @param steps at least one, oldest first
public record IntentRecord(Intent intent, List<Step> steps) {
    public IntentRecord {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an intent without a step: " + intent.id());
        }
    }

    public IntentState state() {
        return last().state();
    }

    /// The most that is known to have moved.
    public Cash moved() {
        return last().moved();
    }

    public Cash returned() {
        return last().returned();
    }

    public boolean held() {
        return last().held();
    }

    public Optional<Evidence> by() {
        return last().by();
    }

    public String words() {
        return last().words();
    }

    public Optional<Sight> baseline() {
        return steps.stream().flatMap(step -> step.baseline().stream()).findFirst();
    }

    /// The machine's own number for the transaction.
    public Optional<String> reference() {
        return steps.stream().flatMap(step -> step.reference().stream()).reduce((_, later) -> later);
    }

    /// The record with one more step.
    ///
    /// @throws IllegalStateException when that step cannot follow
    public IntentRecord with(Step step) {
        if (!state().leadsTo(step.state())) {
            throw new IllegalStateException(intent.id() + ": " + step.state() + " cannot follow " + state());
        }
        var more = new java.util.ArrayList<>(steps);
        more.add(step);
        return new IntentRecord(intent, more);
    }

    private Step last() {
        return steps.getLast();
    }
}
