package org.countinghouse.app.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.settings.ShopRules.RateEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.resources.Texts;

/// A rate in sentences, with an example each.
final class RateWords {
    private static final long EXAMPLE_UNITS = 5;
    /// A rate moves by less than this between two settings; more is likely a slip of the finger.
    private static final long USUAL_PERCENT = 10;
    private static final long WHOLE_PERCENT = 100;

    private final Session session;
    private final Texts texts;

    RateWords(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    /// `5.00 USD are taken as 20,500 KHR.`
    List<String> examples(ExchangeRate rate) {
        Money some = rate.one().times(EXAMPLE_UNITS);
        return List.of(
                example("settings.rates.example.take", some, rate.taken(some)),
                example("settings.rates.example.give", some, rate.given(some)),
                example("settings.rates.example.reference", some, rate.atReference(some)));
    }

    private String example(String key, Money some, Money other) {
        return texts.text(key, Map.of("amount", Amounts.withCode(some), "other", Amounts.withCode(other)));
    }

    /// Who said so, who set it and when.
    String origin(RateEntry entry) {
        return texts.text(
                "settings.rates.since",
                Map.of("employee", entry.by(), "time", moment(entry.rate().at())));
    }

    String moment(Instant at) {
        var zone = session.shop().zone();
        return Times.date(at, zone) + " " + Times.time(at, zone);
    }

    /// What is about to be set, beside what is.
    List<String> changes(Optional<ExchangeRate> before, RateSet now) {
        var told = new ArrayList<>(examples(now.since(Instant.EPOCH)));
        before.ifPresent(old -> told.add(texts.text(
                "settings.rates.before",
                Map.of(
                        "amount", Amounts.withCode(old.one()),
                        "take", Amounts.withCode(old.take()),
                        "give", Amounts.withCode(old.give()),
                        "reference", Amounts.withCode(old.reference())))));
        if (!now.source().isBlank()) {
            told.add(texts.text("settings.rates.source.is", Map.of("source", now.source())));
        }
        return List.copyOf(told);
    }

    /// What should be looked at again before it is written.
    List<String> warnings(Optional<ExchangeRate> before, RateSet now) {
        var told = new ArrayList<String>();
        if (now.give().compareTo(now.take()) > 0) {
            told.add(texts.text("settings.rates.warn.spread"));
        }
        if (before.filter(old -> old.one().equals(now.one())
                        && (jumps(old.take(), now.take())
                                || jumps(old.give(), now.give())
                                || jumps(old.reference(), now.reference())))
                .isPresent()) {
            told.add(texts.text("settings.rates.warn.jump", Map.of("percent", USUAL_PERCENT)));
        }
        return List.copyOf(told);
    }

    private static boolean jumps(Money old, Money now) {
        long moved = Math.abs(Math.subtractExact(now.minorUnits(), old.minorUnits()));
        // Both are at most Money.LARGEST, so that a hundred times as much still is a long.
        return moved * WHOLE_PERCENT > old.minorUnits() * USUAL_PERCENT;
    }
}
