package org.countinghouse.ledger.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.correction.LateRecorded.What;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.safe.MachineMoved.Way;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.simulation.Sheet.Move;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;

/// What a careful person would have noted beside the station: a second opinion, from what was ordered
/// and carried out and not from what was written. Knows no entry.
final class Notebook {
    private static final String SAFE = "safe/main";
    private static final String BANK = "bank";

    private final Sheet sheet = new Sheet();
    private final SaleNotes sales = new SaleNotes(sheet);
    private final MachineNotes machines = new MachineNotes(sheet);
    private final Map<String, List<Cash>> counted = new HashMap<>();
    private final Map<String, List<Cash>> underWay = new HashMap<>();
    private final Map<String, Command.SendBag> bags = new HashMap<>();
    private final Map<TillId, Long> shifts = new HashMap<>();
    /// The shift that has the till.
    private final Map<TillId, ShiftId> open = new HashMap<>();
    private final Map<UUID, Noted> orders = new HashMap<>();

    private record Noted(Optional<TillId> till, Optional<ShiftId> shift, List<Move> moves) {}

    /// The order was carried out.
    ///
    /// @param till where it happened
    /// @return whether anything moved by it
    boolean note(UUID id, Command command, Optional<TillId> till) {
        note(command);
        var noted = new Noted(till, till.map(open::get), sheet.since());
        orders.put(id, noted);
        return !noted.moves().isEmpty();
    }

    private void note(Command command) {
        switch (command) {
            case Command.OpenShift opening -> open(opening);
            case Command.Sell sell -> sales.sell(sell);
            case Command.Refund refund -> sales.refund(refund);
            case Command.PayIn in -> move(till(in.till()), "paid-in/" + in.reason(), in.amount());
            case Command.PayOut out -> move("paid-out/" + out.reason(), till(out.till()), out.amount());
            case Command.DropToSafe drop -> move(SAFE, till(drop.till()), drop.amount());
            case Command.LoanFloat loan -> move(till(loan.till()), SAFE, loan.amount());
            case Command.DepositAtBank deposit -> move(BANK, SAFE, deposit.amount());
            case Command.ReceiveChange change -> move(SAFE, BANK, change.amount());
            case Command.MoveMachine move -> moveMachine(move);
            case Command.CountPlace count -> countPlace(count);
            case Command.StepMachine step -> machines.step(step);
            case Command.PayOwed pay -> move(MachineNotes.owed(pay.till()), till(pay.till()), pay.amount());
            case Command.WriteOffOwed off -> machines.writeOff(off);
            case Command.SendBag send -> send(send);
            case Command.ReceiveBag receive -> receive(receive);
            case Command.CountTill count -> counted.put(place(count.till(), count.parked()), count.counted());
            case Command.ParkShift(var till) -> park(till);
            case Command.HandOver handOver -> handOver(handOver);
            case Command.TakeOver takeOver -> takeOver(takeOver);
            case Command.CloseShift close -> close(close);
            case Command.Recount recount ->
                recount.counted().forEach(cash -> find(till(recount.till()), recount.till(), cash));
            case Command.Correct correct -> correct(correct);
            case Command.RecordLate late -> late(late);
            case Command.SetUpShop _,
                    Command.AddPerson _,
                    Command.SetPolicy _,
                    Command.SetItem _,
                    Command.SignIn _,
                    Command.RefuseSignIn _,
                    Command.SignOut _,
                    Command.RemovePerson _,
                    Command.ChangePermission _,
                    Command.ChangePin _,
                    Command.Unlock _,
                    Command.BeginTraining _,
                    Command.EndTraining _,
                    Command.RecordTraining _,
                    Command.AcceptLedger _,
                    Command.RecordExport _,
                    Command.OpenDrawer _,
                    Command.SeeDrawer _,
                    Command.SuspendShift _,
                    Command.ResumeShift _,
                    Command.TakeX _,
                    Command.TakeZ _,
                    Command.CopyZ _ -> {}
            case Command.SetRate(var rate) -> sales.rate(rate);
        }
    }

    private void open(Command.OpenShift opening) {
        TillId till = opening.till();
        long number = shifts.merge(till, 1L, Long::sum);
        open.put(till, new ShiftId(till, number));
        for (Cash cash : opening.counted()) {
            Money left = sheet.held(till(till), cash.currency());
            sheet.move(till(till), SAFE, given(opening.fromSafe(), cash.amount(), left));
            find(till(till), till, cash);
        }
    }

    private static Money given(Optional<List<Money>> fromSafe, Money counted, Money left) {
        Money none = counted.currency().zero();
        if (fromSafe.isEmpty()) {
            return left.isZero() ? counted : none;
        }
        Money given = none;
        for (Money money : fromSafe.get()) {
            given = money.currency().equals(counted.currency()) ? given.plus(money) : given;
        }
        return given;
    }

    /// From now on what was counted is what is there.
    private void find(String place, TillId till, Cash cash) {
        sheet.move(place, "over-short/" + till, cash.amount().minus(sheet.held(place, cash.currency())));
    }

    private void moveMachine(Command.MoveMachine move) {
        String machine = "machine/" + move.till();
        boolean filled = move.way() == Way.FILLED;
        move(filled ? machine : SAFE, filled ? SAFE : machine, move.amount());
    }

    private void countPlace(Command.CountPlace count) {
        String place = count.place().path();
        String against = (count.beginning() ? "beginning/" : "over-short/") + place.replace('/', '-');
        for (Cash cash : count.counted()) {
            sheet.move(place, against, cash.amount().minus(sheet.held(place, cash.currency())));
        }
    }

    private void send(Command.SendBag send) {
        bags.put(send.bag(), send);
        send.cash().forEach(cash -> move(bag(send.bag()), send.from().path(), cash));
    }

    private void receive(Command.ReceiveBag receive) {
        Command.SendBag sent = bags.remove(receive.bag());
        Account at = receive.returned() ? sent.from() : sent.to();
        for (Cash cash : sent.cash()) {
            Money arrived = cash.currency().zero();
            for (Cash found : receive.counted()) {
                arrived = found.currency().equals(cash.currency()) ? found.amount() : arrived;
            }
            move(at.path(), bag(receive.bag()), cash);
            sheet.move(at.path(), "over-short/transit", arrived.minus(cash.amount()));
        }
    }

    private static String bag(String number) {
        return "transit/bag-" + number;
    }

    private void park(TillId till) {
        ShiftId shift = open.remove(till);
        for (Currency currency : SimulatedShop.CURRENCIES) {
            sheet.move(place(till, Optional.of(shift)), till(till), sheet.held(till(till), currency));
        }
    }

    private void handOver(Command.HandOver handOver) {
        TillId till = handOver.till();
        underWay.put(till(till), handOver.counted());
        for (Cash cash : handOver.counted()) {
            find(till(till), till, cash);
            move("transit/till-" + till, till(till), cash);
        }
    }

    private void takeOver(Command.TakeOver takeOver) {
        TillId till = takeOver.till();
        underWay.remove(till(till)).forEach(cash -> move(till(till), "transit/till-" + till, cash));
        takeOver.counted().forEach(cash -> find(till(till), till, cash));
    }

    private void close(Command.CloseShift close) {
        String place = place(close.till(), close.parked());
        List<Cash> found = counted.remove(place);
        found.forEach(cash -> find(place, close.till(), cash));
        if (close.parked().isPresent()) {
            found.forEach(cash -> move(SAFE, place, cash));
        } else {
            open.remove(close.till());
            close.drop().forEach(drop -> move(SAFE, place, drop));
        }
    }

    /// While the shift has its till the cash goes back; after that it was counted with the mistake.
    private void correct(Command.Correct correct) {
        Noted wrong = orders.get(correct.wrong());
        boolean late =
                wrong.shift().isPresent() && !open.containsValue(wrong.shift().get());
        String own = wrong.till().map(Notebook::till).orElse("");
        sheet.takeBack(
                wrong.moves(),
                account -> late && account.equals(own)
                        ? "over-short/" + wrong.till().orElseThrow()
                        : account);
    }

    private void late(Command.RecordLate late) {
        String cash = late.tender() == Tender.CASH
                ? "over-short/" + late.till()
                : late.tender().account(late.till()).path();
        String other = switch (late.what()) {
            case SALE -> "sales";
            case REFUND -> "refunds";
            case PAID_IN -> "paid-in/" + late.reason();
            case PAID_OUT -> "paid-out/" + late.reason();
        };
        boolean in = late.what() == What.SALE || late.what() == What.PAID_IN;
        sheet.move(in ? cash : other, in ? other : cash, late.amount());
    }

    private static String till(TillId till) {
        return "till/" + till;
    }

    private static String place(TillId till, Optional<ShiftId> parked) {
        return parked.map(shift -> "transit/shift-" + shift).orElseGet(() -> till(till));
    }

    private void move(String to, String from, Cash cash) {
        sheet.move(to, from, cash.amount());
    }

    Money held(Account place, Currency currency) {
        return sheet.held(place.path(), currency);
    }

    /// Where the books say otherwise; empty when they agree on every account.
    String disagreement(Books books) {
        return sheet.disagreement(books);
    }
}
