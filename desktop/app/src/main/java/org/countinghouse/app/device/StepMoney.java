package org.countinghouse.app.device;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.countinghouse.app.shell.MachinePieces;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Step;
import org.countinghouse.device.money.StepText;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;

/// What a device says of money, in the ledger's words.
///
/// @param currencies the currency of an ISO code; throws for a code it does not know
record StepMoney(Function<String, Currency> currencies) {
    /// @throws StationFault when this station does not know the currency
    MachineStep planned(String machine, Intent intent) {
        Currency currency = currency(intent.ask().currency());
        return new MachineStep(
                intent.id(),
                machine,
                Purpose.valueOf(intent.purpose().name()),
                Stage.PLANNED,
                intent.ask().minorUnits().map(currency::of),
                Cash.of(currency.zero()),
                new TreeMap<>(StepText.of(intent)));
    }

    /// The step a planned intent begins with, as the device knows it.
    static Step first(Intent intent) {
        var none = org.countinghouse.device.money.Cash.none(intent.ask().currency());
        return new Step(
                intent.id(),
                IntentState.PLANNED,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                false,
                Optional.empty(),
                intent.reason());
    }

    /// An amount, with its pieces where the ledger knows all of them.
    ///
    /// @throws StationFault when this station does not know the currency
    Cash cash(org.countinghouse.device.money.Cash cash) {
        Currency currency = currency(cash.currency());
        return cash.pieces()
                .flatMap(pieces -> MachinePieces.known(currency, pieces))
                .map(Cash::of)
                .orElseGet(() -> Cash.of(currency.of(cash.minorUnits())));
    }

    private Currency currency(String code) {
        try {
            return currencies.apply(code);
        } catch (IllegalArgumentException e) {
            throw new StationFault("this station does not know the currency " + code, e);
        }
    }
}
