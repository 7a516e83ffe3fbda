package org.countinghouse.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// Who is at the counter and in which language the station speaks to them. Only for the screen thread.
public final class Session {
    private final Shop shop;
    private final Supplier<UUID> ids;
    private final ReadOnlyObjectWrapper<Optional<Person>> person = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
    private final ObjectProperty<Catalogue> catalogue;
    private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

    /// @param ids UUIDv7, a new one each time
    public Session(Shop shop, Language language, Supplier<UUID> ids) {
        this.shop = shop;
        this.ids = ids;
        this.catalogue = new SimpleObjectProperty<>(Catalogue.of(shop.items()));
        this.language = new SimpleObjectProperty<>(language);
    }

    public Shop shop() {
        return shop;
    }

    /// What the shop sells now; it changes when somebody sets an item.
    public ObjectProperty<Catalogue> catalogueProperty() {
        return catalogue;
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    public ReadOnlyObjectProperty<Optional<Person>> personProperty() {
        return person.getReadOnlyProperty();
    }

    public Optional<Person> person() {
        return person.get();
    }

    public void begin(Person signedIn) {
        person.set(Optional.of(signedIn));
    }

    public void end() {
        person.set(Optional.empty());
    }

    /// Whether somebody is at the counter who must count without knowing what is expected.
    public boolean countsBlind() {
        return person.get().filter(each -> !each.may(Verb.READ_EXPECTED)).isPresent();
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    public Texts texts() {
        return texts.computeIfAbsent(language.get(), Texts::load);
    }

    /// The id of an order, made before the first attempt: give the same id again to try again.
    public UUID newId() {
        return ids.get();
    }

    /// An order of who is signed in.
    ///
    /// @throws IllegalStateException when nobody is signed in
    public Order order(UUID id, Command command) {
        String actor = person.get()
                .map(Person::employee)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in to order " + command));
        return new Order(id, actor, Optional.empty(), command);
    }

    /// An order of somebody who is just proving who they are.
    public Order orderOf(String employee, Command command) {
        return new Order(newId(), employee, Optional.empty(), command);
    }
}
