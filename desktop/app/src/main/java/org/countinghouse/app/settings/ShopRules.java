package org.countinghouse.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.till.RateSet;

/// The shop's rules and rates, read and written. What was changed since somebody read it is never written over.
public final class ShopRules {
    private static final int PAGE = 2_000;
    /// A busy year of one counter. Older rates are found in the reports.
    private static final int FAR = 100_000;
    private static final int MOST_RATES = 50;

    private final Desk desk;

    public ShopRules(Desk desk) {
        this.desk = desk;
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /// Nothing was written.
        record NotDone(Notice why) implements Outcome {}

        /// Nothing was written: somebody changed it after it was read.
        record ChangedMeanwhile() implements Outcome {}
    }

    /// A rate that was set once.
    ///
    /// @param by the name of who set it
    record RateEntry(ExchangeRate rate, String by) {}

    Rules rules() {
        return Rules.of(desk.ask(books -> books.policy()));
    }

    Optional<ExchangeRate> rate(Currency own, Currency foreign) {
        return desk.ask(books -> books.rate(own, foreign));
    }

    /// @param seen what the change was made from
    Outcome write(Rules seen, Rules wanted, Order order) {
        Rules now = rules();
        // What is wanted already is what an order leaves that was given before.
        return now.equals(seen) || now.equals(wanted) ? perform(order) : new Outcome.ChangedMeanwhile();
    }

    /// @param seen the rate the new one was typed beside
    Outcome write(Optional<ExchangeRate> seen, RateSet wanted, Order order) {
        var now = rate(wanted.one().currency(), wanted.take().currency());
        boolean written =
                now.filter(rate -> wanted.since(rate.at()).equals(rate)).isPresent();
        return now.equals(seen) || written ? perform(order) : new Outcome.ChangedMeanwhile();
    }

    private Outcome perform(Order order) {
        return Notice.about(desk.perform(order))
                .<Outcome>map(Outcome.NotDone::new)
                .orElseGet(Outcome.Done::new);
    }

    /// What was set between two currencies, the newest first.
    List<RateEntry> rates(Currency own, Currency foreign) {
        var found = new ArrayList<RateEntry>();
        long end = desk.ask(books -> books.lastSequence());
        long oldest = Math.max(0, end - FAR);
        while (end > oldest && found.size() < MOST_RATES) {
            long after = Math.max(oldest, end - PAGE);
            for (Entry entry : desk.entries(after, (int) (end - after)).reversed()) {
                if (entry.fact() instanceof RateSet set
                        && set.one().currency().equals(own)
                        && set.take().currency().equals(foreign)) {
                    found.add(new RateEntry(set.since(entry.recordedAt()), name(entry.actor())));
                }
            }
            end = after;
        }
        return List.copyOf(found);
    }

    private String name(String employee) {
        return desk.ask(books -> books.person(employee)).map(Person::name).orElse(employee);
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }
}
