package org.countinghouse.app.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Catalogue.Listed;
import org.countinghouse.app.shell.Typed;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Language;

/// An item while its names and prices are being typed.
final class ItemDraft {
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,64}");

    private final StringProperty word = new SimpleStringProperty("");
    private final Map<Language, StringProperty> names = new LinkedHashMap<>();
    private final Map<Currency, StringProperty> prices = new LinkedHashMap<>();
    private final BooleanProperty onSale = new SimpleBooleanProperty(true);
    private final BooleanBinding complete;
    private Predicate<String> taken = _ -> false;
    private List<String> begun = List.of();
    private boolean known;

    /// @param currencies the shop's, in whose order the prices are kept
    ItemDraft(List<Currency> currencies) {
        for (Language language : Language.values()) {
            names.put(language, new SimpleStringProperty(""));
        }
        currencies.forEach(currency -> prices.put(currency, new SimpleStringProperty("")));
        var typed = Stream.<Observable>concat(
                        Stream.of(word, onSale), Stream.concat(names.values().stream(), prices.values().stream()))
                .toArray(Observable[]::new);
        complete = Bindings.createBooleanBinding(() -> problem().isEmpty(), typed);
    }

    void begin(Listed listed) {
        known = true;
        word.set(listed.item().item());
        names.forEach((language, name) -> name.set(listed.item().names().getOrDefault(language, "")));
        prices.forEach((currency, price) ->
                price.set(listed.item().price(currency).map(Money::decimal).orElse("")));
        onSale.set(listed.onSale());
        begun();
    }

    /// @param used whether another item has a word
    void beginNew(Predicate<String> used) {
        known = false;
        taken = used;
        word.set("");
        names.values().forEach(name -> name.set(""));
        prices.values().forEach(price -> price.set(""));
        onSale.set(true);
        begun();
    }

    private void begun() {
        complete.invalidate();
        begun = texts();
    }

    /// Whether anything was typed since it was begun.
    boolean isTouched() {
        return !texts().equals(begun);
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        texts.add(word.get());
        names.values().forEach(name -> texts.add(name.get()));
        prices.values().forEach(price -> texts.add(price.get()));
        texts.add(Boolean.toString(onSale.get()));
        return texts;
    }

    boolean isNew() {
        return !known;
    }

    StringProperty wordProperty() {
        return word;
    }

    Map<Language, StringProperty> names() {
        return names;
    }

    Map<Currency, StringProperty> prices() {
        return prices;
    }

    BooleanProperty onSaleProperty() {
        return onSale;
    }

    BooleanBinding completeProperty() {
        return complete;
    }

    /// A word made of the first name that has letters for it; empty when none has.
    void proposeWord() {
        if (!known && word.get().isBlank()) {
            word.set(names.values().stream()
                    .map(name -> name.get()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-")
                            .replaceAll("^-|-$", ""))
                    .filter(each -> !each.isEmpty() && WORD.matcher(each).matches())
                    .findFirst()
                    .orElse(""));
        }
    }

    /// What is missing or wrong, as the key of a text.
    Optional<String> problem() {
        if (prices.entrySet().stream().anyMatch(each -> isBad(each.getValue(), each.getKey()))) {
            return Optional.of("catalogue.problem.price");
        }
        if (onSale.get()
                && names().values().stream().allMatch(name -> name.get().isBlank())) {
            return Optional.of("catalogue.problem.noName");
        }
        if (onSale.get()
                && prices.values().stream().allMatch(price -> price.get().isBlank())) {
            return Optional.of("catalogue.problem.noPrice");
        }
        return known ? Optional.empty() : problemOfWord(word.get().strip());
    }

    private Optional<String> problemOfWord(String typed) {
        if (!WORD.matcher(typed).matches() || typed.equals(Catalogue.OPEN_ITEM)) {
            return Optional.of("catalogue.problem.word");
        }
        return taken.test(typed) ? Optional.of("catalogue.problem.taken") : Optional.empty();
    }

    private static boolean isBad(StringProperty text, Currency currency) {
        return !text.get().isBlank()
                && Typed.amount(text.get(), currency).filter(Money::isPositive).isEmpty();
    }

    /// @throws IllegalStateException while there is a problem
    ItemSet result() {
        if (problem().isPresent()) {
            throw new IllegalStateException("an item with a problem: " + problem());
        }
        return new ItemSet(
                word.get().strip(),
                Arrays.stream(Language.values())
                        .flatMap(language -> Stream.ofNullable(names.get(language))
                                .map(name -> name.get().strip())
                                .filter(name -> !name.isEmpty())
                                .map(name -> new ItemSet.Name(language.code(), name)))
                        .toList(),
                prices.entrySet().stream()
                        .flatMap(each -> Typed.amount(each.getValue().get(), each.getKey()).stream())
                        .toList(),
                onSale.get());
    }
}
