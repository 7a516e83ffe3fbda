package org.countinghouse.ledger.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Money;

/// An item is called and costs this from now on, or is no longer sold. What was sold before keeps its price.
///
/// @param item the word the books keep: `a-z`, `0-9` and `-`
/// @param names at most one per language
/// @param prices at most one per currency
/// @param onSale otherwise withdrawn; its names and prices stay, to be brought back
public record ItemSet(String item, List<Name> names, List<Money> prices, boolean onSale) implements Fact {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

    /// @param language ISO 639-1
    public record Name(String language, String text) {
        public Name {
            if (!LANGUAGE.matcher(language).matches() || text.isBlank()) {
                throw new IllegalArgumentException("\"" + text + "\" is no name in \"" + language + "\"");
            }
        }
    }

    public ItemSet {
        names = List.copyOf(names);
        prices = List.copyOf(prices);
        var languages = new HashSet<String>();
        if (!names.stream().map(Name::language).allMatch(languages::add)) {
            throw new IllegalArgumentException("an item has one name in a language, not " + names);
        }
    }

    public Optional<String> name(String language) {
        return names.stream()
                .filter(name -> name.language().equals(language))
                .map(Name::text)
                .findFirst();
    }
}
