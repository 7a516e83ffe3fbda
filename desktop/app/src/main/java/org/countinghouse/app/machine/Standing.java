package org.countinghouse.app.machine;

import java.util.List;
import java.util.Optional;
import org.countinghouse.device.money.CashMachine.View;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// How it stands with the cash machine of this till.
///
/// @param machine what it said when it was last looked at; empty when none is connected
/// @param doubts what is not settled, oldest first
/// @param owed by currency: below zero the machine holds a customer's cash, above zero it paid for nothing so far
/// @param reasons the shop's reasons for an over or short; where there are none every reason is good
record Standing(Optional<View> machine, List<Doubt> doubts, List<Money> owed, List<Policy.Reason> reasons) {
    static final Standing NOT_KNOWN = new Standing(Optional.empty(), List.of(), List.of(), List.of());

    Standing {
        doubts = List.copyOf(doubts);
        owed = List.copyOf(owed);
        reasons = List.copyOf(reasons);
    }

    boolean isConnected() {
        return machine.isPresent();
    }

    /// What the machine holds of a customer in this currency and no sale answers for.
    Money deposit(Currency currency) {
        return owed.stream()
                .filter(each -> each.currency().equals(currency) && each.isNegative())
                .findFirst()
                .map(Money::negated)
                .orElseGet(currency::zero);
    }

    /// Whether it deals in this currency, as far as it told; a silent machine is not ruled out.
    boolean deals(Currency currency) {
        return machine.filter(view -> switch (view) {
                    case View.NoAnswer _ -> true;
                    case View.Seen(var greeting, var _) ->
                        greeting.slots().stream()
                                .anyMatch(slot -> slot.denomination().currency().equals(currency.code()));
                })
                .isPresent();
    }
}
