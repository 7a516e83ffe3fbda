package org.countinghouse.app.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.count.FloatPlan;
import org.countinghouse.ledger.count.FloatPlanner;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvice;
import org.countinghouse.ledger.till.ChangeAdvisor;
import org.countinghouse.ledger.till.SecondCurrency;
import org.countinghouse.ledger.till.SharedChange;
import org.countinghouse.ledger.till.TillId;
import tools.jackson.databind.node.ObjectNode;

/// Answers what changes nothing: which pieces to give as change, and which to keep as the float.
final class Advice {
    private final Supplier<Desk> desk;

    /// @param desk the one of who asks: the real one, or one to practise at
    Advice(Supplier<Desk> desk) {
        this.desk = desk;
    }

    /// Change out of what the till holds, or of the stock that is given.
    ///
    /// Nobody learns here what the till should hold: out of the till no more is asked for than its largest
    /// note, and a till that holds less than the change does not tell what it holds.
    ObjectNode change(Request request) {
        Money due = positive(request.money("amount"));
        boolean given = request.has("stock");
        Function<Currency, Pieces> stock =
                given ? only(request.cashByCurrency("stock", "-")) : inTill(request.till(), due);
        return request.has("second")
                ? shared(request, due, stock, given)
                : told(Replies.ok(), ChangeAdvisor.advise(due, stock.apply(due.currency())), given);
    }

    private Function<Currency, Pieces> inTill(TillId till, Money due) {
        due.currency().denominations().stream()
                .findFirst()
                .map(largest -> due.currency().of(largest.minorUnits()))
                .filter(largest -> due.compareTo(largest) > 0)
                .ifPresent(largest -> {
                    throw new BadRequest(
                            "change-too-large", Map.of("amount", due.toString(), "largest", largest.toString()));
                });
        return currency -> desk.get()
                .ask(books -> held(books, till, currency))
                .orElseThrow(() -> new BadRequest("no-open-shift", Map.of("till", till.name())));
    }

    private static Optional<Pieces> held(Books books, TillId till, Currency currency) {
        return books.openShift(till).map(_ -> books.stock(Account.till(till), currency));
    }

    private static ObjectNode shared(
            Request request, Money due, Function<Currency, Pieces> stock, boolean stockIsGiven) {
        Currency first = due.currency();
        Money rate = positive(request.money("rate", request.currency(request.text("second"))));
        Currency second = rate.currency();
        if (first.equals(second)) {
            throw new BadRequest("malformed", Map.of("reason", "\"second\" must be another currency than the first"));
        }
        var change = ChangeAdvisor.across(
                due,
                stock.apply(first),
                request.has("smallest") ? request.money("smallest", first) : first.of(1),
                new SecondCurrency(stock.apply(second), Money.parse("1", first), rate));
        return told(parts(change), change.second(), stockIsGiven);
    }

    private static ObjectNode parts(SharedChange change) {
        var reply = Replies.ok();
        put(reply, "first", change.first());
        return reply.put("rest", change.rest().toString())
                .put("exchanged", change.exchanged().toString())
                .put("settled", change.settled().toString())
                .put("rounding", change.rounding().toString());
    }

    private static ObjectNode told(ObjectNode reply, ChangeAdvice advice, boolean stockIsGiven) {
        reply.put("exact", advice instanceof ChangeAdvice.Paid);
        switch (advice) {
            case ChangeAdvice.Paid(var pieces) -> put(reply, "change", pieces);
            case ChangeAdvice.NotExact(var below, var above) -> {
                // Below without above is everything there is.
                if (stockIsGiven || above.isPresent()) {
                    put(reply, "below", below);
                }
                above.ifPresent(pieces -> put(reply, "above", pieces));
            }
            case ChangeAdvice.Undecided(var largestFirst) -> put(reply, "below", largestFirst);
        }
        return reply;
    }

    /// What to keep, drop and order. It knows the counts it is given and nothing of the books.
    ObjectNode plannedFloat(Request request) {
        Optional<Pieces> wanted = request.pieces("wanted");
        Money target = wanted.map(Pieces::total).orElseGet(() -> request.money("target"));
        if (target.isNegative()) {
            throw new BadRequest("not-positive", Map.of("amount", target.toString()));
        }
        Pieces counted = only(request.cashByCurrency("counts", "-")).apply(target.currency());
        FloatPlan plan = wanted.map(pieces -> FloatPlanner.plan(counted, pieces))
                .orElseGet(() -> FloatPlanner.plan(counted, target));
        var reply = Replies.ok().put("target", target.toString());
        put(reply, "keep", plan.keep());
        put(reply, "drop", plan.drop());
        put(reply, "order", plan.order());
        return reply.put("gap", plan.gap().toString());
    }

    private static Function<Currency, Pieces> only(List<Cash> given) {
        return currency -> given.stream()
                .filter(cash -> cash.currency().equals(currency))
                .findFirst()
                .flatMap(Cash::pieces)
                .orElse(Pieces.none(currency));
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new BadRequest("not-positive", Map.of("amount", amount.toString()));
        }
        return amount;
    }

    /// The sum, and how many of each note or coin, named as a script names them.
    private static void put(ObjectNode reply, String name, Pieces pieces) {
        var counts =
                reply.putObject(name).put("amount", pieces.total().toString()).putObject("pieces");
        pieces.counts()
                .forEach((face, count) -> counts.put(face(pieces.currency().of(face)), count));
    }

    private static String face(Money face) {
        return face.decimal().replaceFirst("\\.0+$", "");
    }
}
