package org.countinghouse.ledger.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What cash machines do, and what people make of it: steps of intents in any order that may be, and sometimes in one
/// that may not.
final class Machines {
    private final Chance c;
    private final Books books;

    Machines(Chance c, Books books) {
        this.c = c;
        this.books = books;
    }

    /// The next step of what is open, or something new.
    Command steps(TillId till) {
        var open = books.intents().stream()
                .filter(intent -> intent.at().equals(till) || c.nonsense())
                .toList();
        return open.isEmpty() || c.nonsense() ? new Command.StepMachine(till, begun()) : further(c.any(open));
    }

    /// Somebody answers for what the machine moved.
    Command answers(TillId till) {
        Money owed = books.owed(till).stream().findFirst().orElseGet(c::money);
        boolean beyond = owed.isBeyondReach() || owed.minorUnits() == Long.MIN_VALUE;
        Money amount = beyond || c.nonsense() ? c.money() : owed.absolute();
        return switch (c.upTo(2)) {
            case 0 -> new Command.PayOwed(till, c.cash(amount), c.note());
            case 1 -> new Command.WriteOffOwed(till, amount, c.reason(), c.note());
            default ->
                new Command.Sell(
                        till, amount, List.of(), List.of(Tendered.of(Tender.MACHINE_DEPOSIT, amount)), List.of(), "");
        };
    }

    private MachineStep begun() {
        Currency currency = c.currency();
        Purpose purpose = c.any(List.of(Purpose.values()));
        Optional<Money> asked = purpose == Purpose.PAY || c.oneIn(3) ? Optional.of(c.sum(currency)) : Optional.empty();
        return new MachineStep(
                c.id(),
                c.oneIn(4) ? "coins" : "notes",
                purpose,
                c.nonsense() ? Stage.SENT : Stage.PLANNED,
                asked,
                Cash.of(currency.zero()),
                new TreeMap<>());
    }

    private Command further(OpenIntent intent) {
        MachineStep last = intent.last();
        var next = Arrays.stream(Stage.values())
                .filter(stage -> last.stage().leadsTo(stage) || c.nonsense())
                .toList();
        Stage stage = c.any(next);
        boolean again = stage == Stage.SENT && last.stage() == Stage.SENT;
        return new Command.StepMachine(
                intent.at(), last.then(stage, moved(last, stage), again ? Map.of("reference", "17") : Map.of()));
    }

    private Cash moved(MachineStep last, Stage stage) {
        return switch (stage) {
            case SETTLED_FULL -> last.asked().map(c::cash).orElseGet(() -> c.cash(c.sum(last.currency())));
            case SETTLED_PARTIAL -> c.cash(c.sum(last.currency()));
            default -> Cash.of(last.currency().zero());
        };
    }
}
