package org.countinghouse.app.backoffice;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// How much cash came into the shop and went out of it, hour by hour of the business day, in one currency. Cash that
/// goes from a till to the safe does neither, and what a count finds over or short is no flow.
final class HourlyFlow {
    /// A business date ends within a day after its calendar day.
    private static final long HOURS = 48;

    private final Currency currency;
    private final ZoneId zone;
    private final TreeMap<Integer, Hour> hours = new TreeMap<>();
    private Hour late;

    /// @param hour of the business date by the shop's clock: 25 is one o'clock in the night after it
    /// @param out not negative
    record Hour(int hour, Money in, Money out) {
        Money net() {
            return in.minus(out);
        }

        private Hour plus(Money flow) {
            return flow.isNegative()
                    ? new Hour(hour, in, out.plus(flow.absolute()))
                    : new Hour(hour, in.plus(flow), out);
        }
    }

    HourlyFlow(Currency currency, ZoneId zone) {
        this.currency = currency;
        this.zone = zone;
        this.late = quiet(0);
    }

    private Hour quiet(int hour) {
        return new Hour(hour, currency.zero(), currency.zero());
    }

    void add(Entry entry) {
        Money flow = flow(entry);
        if (flow.isZero()) {
            return;
        }
        long hour = ChronoUnit.HOURS.between(
                entry.businessDate().atStartOfDay(),
                entry.recordedAt().atZone(zone).toLocalDateTime());
        if (entry.fact() instanceof LateRecorded || hour < 0 || hour >= HOURS) {
            late = late.plus(flow);
        } else {
            int at = Math.toIntExact(hour);
            hours.put(at, hours.getOrDefault(at, quiet(at)).plus(flow));
        }
    }

    /// Above zero came in. An entry is one step: what a customer gives less the change is what comes in.
    private Money flow(Entry entry) {
        return entry.fact().postings().stream()
                .filter(posting -> posting.amount().currency().equals(currency) && isOfShop(posting.account()))
                .map(posting -> posting.amount())
                .reduce(currency.zero(), Money::plus);
    }

    /// Where the shop's cash is, or where a count writes down what it found: between these nothing flows.
    private static boolean isOfShop(Account account) {
        String path = account.path();
        return account.isPlace()
                || path.startsWith("transit/")
                || path.startsWith("over-short/")
                || path.startsWith("beginning/");
    }

    /// From the first hour in which cash moved to the last, those between without a move too.
    List<Hour> hours() {
        var all = new ArrayList<Hour>();
        if (!hours.isEmpty()) {
            for (int at = hours.firstKey(); at <= hours.lastKey(); at++) {
                all.add(hours.getOrDefault(at, quiet(at)));
            }
        }
        return all;
    }

    /// What was written down for an earlier date, or so late that it has no hour of its own.
    Optional<Hour> late() {
        return late.equals(quiet(0)) ? Optional.empty() : Optional.of(late);
    }
}
