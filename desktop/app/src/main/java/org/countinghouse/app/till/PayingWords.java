package org.countinghouse.app.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Texts;

/// Rates, worths and change in sentences.
final class PayingWords {
    private final Session session;
    private final Texts texts;

    PayingWords(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    /// `9.00 USD + 2,500 KHR`.
    static String sums(List<ChangePlan.Part> parts) {
        return parts.stream().map(part -> Amounts.withCode(part.amount())).collect(Collectors.joining(" + "));
    }

    /// What cash of another currency counts for, and at which rate.
    Optional<String> worth(Due due, Tendered given) {
        return due.rate(given.amount().currency())
                .map(rate -> texts.text(
                        "till.given.worth",
                        Map.of(
                                "amount",
                                Amounts.withCode(due.worth(given)),
                                "one",
                                Amounts.withCode(rate.one()),
                                "rate",
                                Amounts.withCode(rate.take()))));
    }

    /// A sentence for each other currency of the shop: its rate, or that there is none and who may set it.
    List<String> rates(Due due) {
        return session.shop().currencies().stream()
                .filter(currency -> !currency.equals(due.own()))
                .map(currency -> due.rate(currency).map(this::rate).orElseGet(() -> noRate(due, currency)))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String rate(ExchangeRate rate) {
        return texts.text(
                "till.rate.is",
                Map.of(
                        "one",
                        Amounts.withCode(rate.one()),
                        "take",
                        Amounts.withCode(rate.take()),
                        "give",
                        Amounts.withCode(rate.give()),
                        "date",
                        Times.date(rate.at(), session.shop().zone())));
    }

    private String noRate(Due due, Currency other) {
        Currency main = session.shop().mainCurrency();
        if (!due.own().equals(main)) {
            return texts.text(
                    "till.rate.otherWay", Map.of("own", due.own().code(), "other", other.code(), "main", main.code()));
        }
        List<String> setters = due.terms().rateSetters();
        return setters.isEmpty()
                ? ""
                : texts.text("till.rate.none", Map.of("currency", other.code(), "people", String.join(", ", setters)));
    }

    /// What cash rounding did, and what the till may not be able to hand out.
    ///
    /// @param instead change that can be handed out
    List<String> about(List<ChangePlan.Part> parts, List<Money> rounding, Optional<ChangePlan> instead) {
        var told = new ArrayList<String>();
        parts.stream().filter(ChangePlan.Part::lacking).map(this::lacking).forEach(told::add);
        instead.ifPresent(plan -> told.add(texts.text("till.change.instead", Map.of("amount", sums(plan.parts())))));
        rounding.forEach(gain -> told.add(texts.text(
                gain.isPositive() ? "till.rounding.shop" : "till.rounding.customer",
                Map.of("amount", Amounts.withCode(gain.absolute())))));
        return told;
    }

    private String lacking(ChangePlan.Part part) {
        return part.nearest().isEmpty()
                ? texts.text("till.change.other", Map.of("amount", Amounts.withCode(part.amount())))
                : texts.text(
                        "till.change.nearest",
                        Map.of(
                                "amount",
                                Amounts.withCode(part.amount()),
                                "below",
                                Amounts.withCode(part.nearest().getFirst()),
                                "above",
                                Amounts.withCode(part.nearest().getLast())));
    }
}
