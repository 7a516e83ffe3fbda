package org.countinghouse.app.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.countinghouse.app.replay.TillLog.Ticket;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// Gives a till log to the desk as the orders of a shop: each trading day is a shift. What was done before is found
/// done, so it can be stopped anywhere and run again.
final class Replay {
    private static final Duration BEFORE_FIRST_TICKET = Duration.ofMinutes(15);
    private static final Duration AFTER_LAST_TICKET = Duration.ofMinutes(10);
    private static final int ONE_MISCOUNT_IN_DAYS = 12;

    private final Desk desk;
    private final Predicate<UUID> known;
    private final ReplayClock clock;
    private final SteadyIds ids;
    private final TillId till;
    private final String actor;
    private final Currency currency;
    private final ZoneId zone;
    private final long seed;

    /// @param known whether an order has been carried out
    Replay(
            Desk desk,
            Predicate<UUID> known,
            ReplayClock clock,
            SteadyIds ids,
            TillId till,
            String actor,
            Currency currency,
            ZoneId zone,
            long seed) {
        this.desk = desk;
        this.known = known;
        this.clock = clock;
        this.ids = ids;
        this.till = till;
        this.actor = actor;
        this.currency = currency;
        this.zone = zone;
        this.seed = seed;
    }

    /// @param progress told how many tickets were done since the last time
    void run(TillLog log, IntConsumer progress) {
        log.days().forEach((date, tickets) -> day(date, tickets, progress));
    }

    private void day(LocalDate date, List<Ticket> tickets, IntConsumer progress) {
        Instant closing = at(date, tickets.getLast()).plus(AFTER_LAST_TICKET);
        UUID close = ids.id(closing, date + " close");
        if (known.test(close)) {
            progress.accept(tickets.size());
            return;
        }
        var drawer = new Drawer(currency);
        var chance = new SplittableRandom(seed ^ date.toEpochDay());
        open(date, at(date, tickets.getFirst()).minus(BEFORE_FIRST_TICKET), drawer);
        for (Ticket ticket : tickets) {
            sell(date, ticket, drawer, chance);
            progress.accept(1);
        }
        drawer.slip(chance, ONE_MISCOUNT_IN_DAYS);
        order(closing, date + " count", new Command.CountTill(till, List.of(Cash.of(drawer.held()))));
        Pieces drop = drawer.aboveFloat();
        order(
                closing,
                date + " close",
                new Command.CloseShift(
                        till, drop.isEmpty() ? List.of() : List.of(Cash.of(drop)), bag(date, "close"), true));
    }

    private void open(LocalDate date, Instant at, Drawer drawer) {
        Money left = desk.ask(books -> books.balance(Account.till(till), currency));
        Money fromSafe = drawer.openingFloat().total().minus(left);
        order(
                at,
                date + " open",
                new Command.OpenShift(till, List.of(Cash.of(drawer.openingFloat())), Optional.of(List.of(fromSafe))));
    }

    private void sell(LocalDate date, Ticket ticket, Drawer drawer, SplittableRandom chance) {
        Instant at = at(date, ticket);
        var payment = drawer.pay(ticket.total(), chance);
        order(
                at,
                "ticket " + ticket.number(),
                new Command.Sell(
                        till,
                        ticket.total(),
                        ticket.lines(),
                        List.of(new Tendered(Tender.CASH, Cash.of(payment.given()))),
                        Optional.of(payment.change()),
                        ticket.number()));
        drawer.drop()
                .ifPresent(drop -> order(
                        at,
                        "drop after ticket " + ticket.number(),
                        new Command.DropToSafe(till, Cash.of(drop), bag(date, ticket.number()))));
    }

    private static String bag(LocalDate date, String what) {
        // A dash would make one number of both, and one in ten of those looks like a payment card's.
        return date + "/" + what;
    }

    private Instant at(LocalDate date, Ticket ticket) {
        return date.atTime(ticket.time()).atZone(zone).toInstant();
    }

    private void order(Instant at, String step, Command command) {
        clock.set(at);
        Answer answer = desk.perform(new Order(ids.id(at, step), actor, Optional.empty(), command));
        if (!(answer instanceof Answer.Done)) {
            throw new StationFault("the import stopped at \"" + step + "\": " + answer
                    + ". What was imported is safe; run it again to go on");
        }
    }
}
