package org.countinghouse.app.shell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.resources.Language;

/// What the shop sells: the shop file's items, over them what the ledger has set since.
///
/// @param listed in the file's order, then those the file does not know; those withdrawn too
public record Catalogue(List<Listed> listed) {
    /// What the books call an amount typed beside items: no item may have this word.
    public static final String OPEN_ITEM = "open-item";

    /// @param onSale whether the till offers it
    public record Listed(Shop.Item item, boolean onSale) {}

    public Catalogue {
        listed = List.copyOf(listed);
    }

    /// What an installer wrote into the shop file: all of it is sold.
    public static Catalogue of(List<Shop.Item> items) {
        return new Catalogue(items.stream().map(item -> new Listed(item, true)).toList());
    }

    /// @param set in the order it was set: the last one of an item holds
    public Catalogue with(List<ItemSet> set) {
        var byWord = new LinkedHashMap<String, Listed>();
        listed.forEach(each -> byWord.put(each.item().item(), each));
        set.forEach(each -> byWord.put(each.item(), new Listed(item(each), each.onSale())));
        return new Catalogue(List.copyOf(byWord.values()));
    }

    private static Shop.Item item(ItemSet set) {
        var names = new EnumMap<Language, String>(Language.class);
        Arrays.stream(Language.values())
                .forEach(language -> set.name(language.code()).ifPresent(name -> names.put(language, name)));
        return new Shop.Item(set.item(), Map.copyOf(names), set.prices());
    }

    public List<Shop.Item> onSale() {
        return listed.stream().filter(Listed::onSale).map(Listed::item).toList();
    }

    /// An item by its word, also one that is no longer sold.
    public Optional<Listed> find(String word) {
        return listed.stream().filter(each -> each.item().item().equals(word)).findFirst();
    }

    /// Keeps a session's catalogue as the ledger has it, as long as the station runs. The first look is taken at once
    /// and not in the background: nobody may ring up yesterday's price because the till was shown first.
    public static void follow(Session session, Desk desk, Background background) {
        desk.watch(entries -> {
            var set = entries.stream()
                    .map(entry -> entry.fact())
                    .filter(ItemSet.class::isInstance)
                    .map(ItemSet.class::cast)
                    .toList();
            if (!set.isEmpty()) {
                background.show(() ->
                        session.catalogueProperty().set(session.catalogue().with(set)));
            }
        });
        session.catalogueProperty().set(session.catalogue().with(desk.ask(Books::items)));
    }
}
