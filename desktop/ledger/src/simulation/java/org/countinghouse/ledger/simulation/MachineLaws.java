package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;

/// What holds of cash machines: steps follow each other, one intent at a time, and what is owed is what moved and
/// nobody answered for, to the minor unit.
final class MachineLaws {
    private final Map<UUID, MachineStepped> last = new LinkedHashMap<>();
    private final Map<String, UUID> busy = new HashMap<>();
    private final Map<String, Long> answered = new HashMap<>();

    void check(Entry entry) {
        if (entry.fact() instanceof MachineStepped stepped) {
            checkStep(stepped);
        } else {
            for (Posting posting : entry.fact().postings()) {
                if (posting.account().path().startsWith("transit/machine-")) {
                    add(answered, posting.account(), posting);
                }
            }
        }
    }

    private void checkStep(MachineStepped stepped) {
        UUID id = stepped.step().intent();
        MachineStepped before = last.put(id, stepped);
        String machine = stepped.at() + " " + stepped.step().machine();
        if (before == null) {
            unless(stepped.number() == 1 && stepped.step().stage() == Stage.PLANNED, "an intent is planned", stepped);
            unless(busy.put(machine, id) == null, "a machine has one intent at a time", stepped);
        } else {
            unless(stepped.number() == before.number() + 1, "steps have no gap", stepped);
            unless(before.step().stage().leadsTo(stepped.step().stage()), "a step follows the one before", stepped);
        }
        if (stepped.step().stage().isSettled()) {
            busy.remove(machine);
        }
    }

    /// In each till's account and currency.
    void checkOwed(Books books) {
        var owed = new HashMap<>(answered);
        last.values().forEach(stepped -> {
            long moved = moved(stepped);
            owed.merge(key(Account.owed(stepped.at()), stepped.step().currency().code()), moved, Math::addExact);
        });
        var seen = new TreeMap<String, Long>();
        books.balances().stream()
                .filter(balance -> balance.account().path().startsWith("transit/machine-"))
                .filter(balance -> !balance.amount().isZero())
                .forEach(balance -> seen.put(
                        key(balance.account(), balance.amount().currency().code()),
                        balance.amount().minorUnits()));
        owed.values().removeIf(amount -> amount == 0);
        unless(seen.equals(new TreeMap<>(owed)), "what is owed is what moved and nobody answered for", owed);
    }

    /// What counts as moved out of the machine, less what came in.
    private static long moved(MachineStepped stepped) {
        var step = stepped.step();
        boolean proved = step.stage().isProved();
        boolean sent = step.stage().compareTo(Stage.SENT) >= 0 && step.stage() != Stage.VOID;
        if (step.purpose() == Purpose.PAY && sent) {
            return proved
                    ? step.moved().amount().minorUnits()
                    : step.asked().orElseThrow().minorUnits();
        }
        return step.purpose() == Purpose.TAKE && proved ? -step.moved().amount().minorUnits() : 0;
    }

    private static void add(Map<String, Long> sums, Account account, Posting posting) {
        sums.merge(
                key(account, posting.amount().currency().code()),
                posting.amount().minorUnits(),
                Math::addExact);
    }

    private static String key(Account account, String currency) {
        return account + " " + currency;
    }
}
