package org.countinghouse.ledger;

import java.util.List;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.machine.MachineStep;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.people.Verb;

/// What somebody must be allowed in order to give a command.
final class Verbs {
    private Verbs() {}

    /// All of them are needed; none where [PeopleRules] looks whom the command is about, or the station
    /// itself gives it.
    static List<Verb> of(Command command) {
        return switch (command) {
            case Command.SetUpShop _ -> List.of(Verb.SET_UP);
            case Command.SetPolicy _ -> List.of(Verb.SET_POLICY);
            case Command.SetRate _ -> List.of(Verb.SET_RATE);
            case Command.SetItem _ -> List.of(Verb.SET_RATE);
            case Command.AddPerson _, Command.RemovePerson _ -> List.of(Verb.ADD_PERSON);
            case Command.ChangePermission _ -> List.of(Verb.CHANGE_PERMISSION);
            case Command.Unlock _ -> List.of(Verb.UNLOCK);
            case Command.ChangePin _, Command.SignIn _, Command.RefuseSignIn _, Command.SignOut _ -> List.of();
            case Command.EndTraining _ -> List.of();
            case Command.BeginTraining _, Command.RecordTraining _ -> List.of(Verb.TRAIN);
            case Command.OpenShift _ -> List.of(Verb.OPEN_SHIFT);
            case Command.Sell _ -> List.of(Verb.SELL);
            case Command.Refund _ -> List.of(Verb.REFUND);
            case Command.PayIn _ -> List.of(Verb.PAID_IN);
            case Command.PayOut _ -> List.of(Verb.PAID_OUT);
            case Command.OpenDrawer _ -> List.of(Verb.NO_SALE);
            case Command.DropToSafe _ -> List.of(Verb.SAFE_DROP);
            case Command.LoanFloat _ -> List.of(Verb.FLOAT_LOAN);
            case Command.DepositAtBank _ -> List.of(Verb.BANK_DEPOSIT);
            case Command.ReceiveChange _ -> List.of(Verb.CHANGE_ORDER);
            case Command.SendBag bag -> List.of(bagged(bag.from(), bag.to()));
            case Command.ReceiveBag _ -> List.of(Verb.RECEIVE_BAG);
            case Command.SeeDrawer _ -> List.of();
            case Command.StepMachine step -> stepped(step.step());
            case Command.PayOwed _ -> List.of(Verb.REFUND);
            case Command.WriteOffOwed _ -> List.of(Verb.SETTLE_MACHINE);
            case Command.MoveMachine _ -> List.of(Verb.MOVE_MACHINE);
            case Command.CountPlace count ->
                List.of(count.place().path().startsWith("machine/") ? Verb.COUNT_MACHINE : Verb.COUNT_SAFE);
            case Command.CountTill _, Command.Recount _ -> List.of(Verb.COUNT);
            case Command.SuspendShift _, Command.ResumeShift _, Command.ParkShift _ -> List.of(Verb.SUSPEND_SHIFT);
            case Command.HandOver _, Command.TakeOver _ -> List.of(Verb.HAND_OVER);
            case Command.Correct _, Command.RecordLate _ -> List.of(Verb.CORRECT);
            case Command.TakeX _ -> List.of(Verb.X_REPORT);
            case Command.CopyZ _ -> List.of(Verb.READ_Z);
            // Who reads every entry could copy them by hand: the file tells nothing more, and says who took it.
            case Command.RecordExport _ -> List.of(Verb.READ_LEDGER);
            case Command.CloseShift close ->
                close.withZ() ? List.of(Verb.CLOSE_SHIFT, Verb.TAKE_Z) : List.of(Verb.CLOSE_SHIFT);
            case Command.TakeZ _ -> List.of(Verb.TAKE_Z);
            case Command.AcceptLedger _ -> List.of(Verb.ACCEPT_LEDGER);
        };
    }

    /// Who asks needs the right; what the machine says afterwards is written whoever is there. That a
    /// dispute is settled by who may, [MachineRules] looks after.
    private static List<Verb> stepped(MachineStep step) {
        if (step.stage() != Stage.PLANNED) {
            return List.of();
        }
        return switch (step.purpose()) {
            case PAY, TAKE -> List.of(Verb.SELL);
            case FILL, COLLECT -> List.of(Verb.MOVE_MACHINE);
        };
    }

    /// A bag is what it does: to the bank a deposit, from the bank an order of change.
    private static Verb bagged(Account from, Account to) {
        if (to.equals(Account.BANK)) {
            return Verb.BANK_DEPOSIT;
        }
        return from.equals(Account.BANK) ? Verb.CHANGE_ORDER : Verb.SEND_BAG;
    }

    /// What the station does when no person does: setting a shop up, writing down that somebody was not
    /// let in, what the drawer's wire tells, what a machine says of an intent somebody began
    /// earlier, and that all this was practice.
    static boolean isForStation(Command command) {
        return command instanceof Command.SetUpShop
                || command instanceof Command.AddPerson
                || command instanceof Command.RefuseSignIn
                || command instanceof Command.SeeDrawer
                || command instanceof Command.RecordTraining
                || command instanceof Command.StepMachine step && step.step().stage() != Stage.PLANNED;
    }
}
