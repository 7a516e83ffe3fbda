package org.countinghouse.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.ledger.Answer;

/// The connected cash machines of a station. What they do is entries, written by whoever asked.
public interface CashMachines {
    CashMachines NONE = new CashMachines() {
        @Override
        public List<CashMachine> all() {
            return List.of();
        }

        @Override
        public void asks(UUID intent, String actor, Optional<String> approver) {}

        @Override
        public Optional<Answer.Refused> refusal(UUID intent) {
            return Optional.empty();
        }
    };

    List<CashMachine> all();

    /// Says who asks, before a machine hears of the intent or a person settles it.
    void asks(UUID intent, String actor, Optional<String> approver);

    /// Why the ledger did not take the last step of an intent, where it did not.
    Optional<Answer.Refused> refusal(UUID intent);
}
