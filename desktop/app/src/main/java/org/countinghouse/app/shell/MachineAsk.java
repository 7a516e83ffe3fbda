package org.countinghouse.app.shell;

import java.util.HashMap;
import java.util.Optional;
import org.countinghouse.device.money.CashMachine;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.MoneyProtocol.Slot;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvice;
import org.countinghouse.ledger.till.ChangeAdvisor;

/// An amount as a cash machine wants to be asked for it.
public final class MachineAsk {
    private MachineAsk() {}

    /// The amount as such, or by the fewest pieces the machine holds and pays. Looks into the machine: never call it on
    /// the screen thread.
    ///
    /// @return empty when its pieces do not make the amount
    public static Optional<Intent.Ask> of(CashMachine machine, Money amount) {
        Intent.Ask worth = new Intent.Ask.Worth(amount.currency().code(), amount.minorUnits());
        return switch (machine.look()) {
            case CashMachine.View.NoAnswer _ -> Optional.of(worth);
            case CashMachine.View.Seen(var greeting, var sight) -> {
                if (greeting.paysByAmount()) {
                    yield Optional.of(worth);
                }
                var recycler = sight.holdings()
                        .map(holdings -> holdings.in(Place.RECYCLER))
                        .orElse(org.countinghouse.device.Pieces.NONE);
                var paying = greeting.slots().stream()
                        .filter(Slot::pays)
                        .map(Slot::denomination)
                        .toList();
                var held = new HashMap<>(recycler.counts());
                held.keySet().retainAll(paying);
                yield MachinePieces.known(amount.currency(), org.countinghouse.device.Pieces.of(held))
                        .map(stock -> ChangeAdvisor.advise(amount, stock))
                        .flatMap(advice -> advice instanceof ChangeAdvice.Paid(var pieces)
                                ? Optional.of(exactly(pieces))
                                : Optional.empty());
            }
        };
    }

    /// Exactly these pieces.
    public static Intent.Ask exactly(Pieces pieces) {
        return new Intent.Ask.Exactly(pieces.currency().code(), MachinePieces.ofDevice(pieces));
    }
}
