package org.countinghouse.ledger.simulation;

import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.TillId;

/// What the notebook makes of a cash machine's steps: a payment is gone once it is sent, and what did not move comes
/// back when that is known; what was taken is there when it is known.
final class MachineNotes {
    private final Sheet sheet;

    MachineNotes(Sheet sheet) {
        this.sheet = sheet;
    }

    static String owed(TillId till) {
        return "transit/machine-" + till;
    }

    /// The rules let a stage come once, but for those in which nothing moves; a second SENT names the machine's number.
    void step(Command.StepMachine stepping) {
        MachineStep step = stepping.step();
        String machine = "machine/" + stepping.till();
        Money moved = step.moved().amount();
        boolean known = step.stage().name().startsWith("SETTLED");
        switch (step.purpose()) {
            case PAY -> {
                Money asked = step.asked().orElseThrow();
                if (step.stage() == Stage.SENT && step.text().isEmpty()) {
                    sheet.move(owed(stepping.till()), machine, asked);
                } else if (known) {
                    sheet.move(machine, owed(stepping.till()), asked.minus(moved));
                }
            }
            case TAKE -> take(known, machine, owed(stepping.till()), moved);
            case FILL -> take(known, machine, "safe/main", moved);
            case COLLECT -> {}
        }
    }

    private void take(boolean known, String machine, String from, Money moved) {
        if (known) {
            sheet.move(machine, from, moved);
        }
    }

    void writeOff(Command.WriteOffOwed off) {
        String owed = owed(off.till());
        boolean deposit = sheet.held(owed, off.amount().currency()).isNegative();
        sheet.move(
                owed,
                "over-short/machine-" + off.till(),
                deposit ? off.amount() : off.amount().negated());
    }
}
