package org.countinghouse.app.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Catalogue.Listed;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// Puts items and what is changed of them into words.
final class ItemWords {
    private static final long FAR = 2;

    private final Session session;
    private final Texts texts;

    ItemWords(Session session) {
        this.session = session;
        this.texts = session.texts();
    }

    String name(Shop.Item item) {
        return item.name(session.language());
    }

    String price(Shop.Item item, Currency currency) {
        return item.price(currency).map(Amounts::text).orElse("");
    }

    String state(ItemRow row) {
        if (row.changed()) {
            return texts.text("catalogue.changed");
        }
        return texts.text(row.listed().onSale() ? "catalogue.onSale" : "catalogue.withdrawn");
    }

    static Listed wanted(ItemChange change) {
        return new Catalogue(List.of())
                .with(List.of(change.wanted()))
                .find(change.word())
                .orElseThrow();
    }

    /// A sentence for each thing that is changed.
    List<String> changes(ItemChange change) {
        Listed now = wanted(change);
        return change.seen().map(before -> changed(before, now)).orElseGet(() -> List.of(added(now.item())));
    }

    private String added(Shop.Item item) {
        return texts.text(
                "catalogue.change.new",
                Map.of(
                        "item",
                        name(item),
                        "word",
                        item.item(),
                        "prices",
                        item.prices().stream().map(Amounts::withCode).collect(Collectors.joining(", "))));
    }

    private List<String> changed(Listed before, Listed now) {
        var told = new ArrayList<String>();
        String item = name(before.item());
        if (before.onSale() != now.onSale()) {
            told.add(texts.text(
                    now.onSale() ? "catalogue.change.back" : "catalogue.change.withdrawn", Map.of("item", item)));
        }
        for (Language language : Language.values()) {
            named(before.item(), now.item(), language).ifPresent(told::add);
        }
        for (Currency currency : session.shop().currencies()) {
            priced(item, before.item().price(currency), now.item().price(currency))
                    .ifPresent(told::add);
        }
        return told;
    }

    private Optional<String> named(Shop.Item before, Shop.Item now, Language language) {
        String was = before.names().getOrDefault(language, "");
        String is = now.names().getOrDefault(language, "");
        if (was.equals(is)) {
            return Optional.empty();
        }
        String key = is.isEmpty() ? "catalogue.change.nameless" : "catalogue.change.name";
        return Optional.of(texts.text(
                key, Map.of("item", name(before), "language", language.ownName(), "before", was, "now", is)));
    }

    private Optional<String> priced(String item, Optional<Money> before, Optional<Money> now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return now.map(price ->
                    texts.text("catalogue.change.alsoIn", Map.of("item", item, "now", Amounts.withCode(price))));
        }
        String was = before.map(Amounts::withCode).orElse("");
        return Optional.of(now.map(price -> texts.text(
                        "catalogue.change.price",
                        Map.of(
                                "item",
                                item,
                                "before",
                                before.map(Amounts::text).orElse(""),
                                "now",
                                Amounts.withCode(price))))
                .orElseGet(() -> texts.text("catalogue.change.notIn", Map.of("item", item, "before", was))));
    }

    /// What may be a slip of the finger: a price that more than doubles, or falls below the half.
    List<String> warnings(ItemChange change) {
        var now = wanted(change).item();
        return change.seen().stream()
                .flatMap(before -> before.item().prices().stream())
                .flatMap(was -> now.price(was.currency()).filter(is -> isFar(was, is)).stream()
                        .map(is -> texts.text(
                                "catalogue.change.far",
                                Map.of(
                                        "item",
                                        name(now),
                                        "before",
                                        Amounts.withCode(was),
                                        "now",
                                        Amounts.withCode(is)))))
                .toList();
    }

    private static boolean isFar(Money was, Money is) {
        return is.compareTo(was.times(FAR)) > 0 || is.times(FAR).compareTo(was) < 0;
    }

    /// How it stands now, where somebody else changed it.
    String meanwhile(Listed now) {
        var item = now.item();
        return texts.text(
                "catalogue.meanwhile.item",
                Map.of(
                        "item",
                        name(item),
                        "state",
                        texts.text(now.onSale() ? "catalogue.onSale" : "catalogue.withdrawn"),
                        "prices",
                        item.prices().stream().map(Amounts::withCode).collect(Collectors.joining(", "))));
    }
}
