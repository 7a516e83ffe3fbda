package org.countinghouse.app.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;

/// The name, short name and role of somebody new, or of somebody known. The short name of somebody new follows the
/// name until it is typed; entries are signed with it, so it never changes afterwards. Only for the screen thread.
final class PersonDraft {
    static final int LONGEST_NAME = 60;
    private static final Pattern SHORT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int LONGEST_PROPOSAL = 20;

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty shortName = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Role>> role = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Person>> known = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding complete =
            Bindings.createBooleanBinding(this::isComplete, name, shortName, role, known);
    private List<Person> people = List.of();
    private List<Role> roles = List.of();
    private String proposed = "";

    PersonDraft() {
        name.subscribe((_, _) -> propose());
        role.subscribe((_, _) -> propose());
    }

    /// Somebody new.
    ///
    /// @param give the roles that may be given
    void begin(List<Person> everybody, List<Role> give) {
        begin(everybody, give, Optional.empty());
        name.set("");
        shortName.set("");
        proposed = "";
        role.set(Optional.of(Role.CASHIER).filter(give::contains));
    }

    /// Somebody known, under another name or role.
    void begin(List<Person> everybody, List<Role> give, Person person) {
        begin(everybody, give, Optional.of(person));
        name.set(person.name());
        shortName.set(person.employee());
        role.set(Optional.of(person.role()));
    }

    private void begin(List<Person> everybody, List<Role> give, Optional<Person> person) {
        people = everybody;
        roles = give;
        known.set(person);
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty shortNameProperty() {
        return shortName;
    }

    ObjectProperty<Optional<Role>> roleProperty() {
        return role;
    }

    /// Whom it is about, unless somebody is new.
    ObjectProperty<Optional<Person>> knownProperty() {
        return known;
    }

    List<Role> roles() {
        return roles;
    }

    BooleanBinding completeProperty() {
        return complete;
    }

    private boolean isComplete() {
        String typed = name.get().strip();
        return !typed.isEmpty()
                && typed.length() <= LONGEST_NAME
                && role.get().isPresent()
                && (known.get().isPresent() || isFree(shortName.get()));
    }

    private boolean isFree(String wanted) {
        return SHORT_NAME.matcher(wanted).matches() && !isTaken(wanted);
    }

    private boolean isTaken(String wanted) {
        return wanted.equals(Entry.STATION)
                || people.stream().anyMatch(person -> person.employee().equals(wanted));
    }

    /// What is wrong with the short name as it is typed.
    Optional<Notice> problem() {
        String wanted = shortName.get();
        if (known.get().isPresent() || wanted.isEmpty() || isFree(wanted)) {
            return Optional.empty();
        }
        if (!SHORT_NAME.matcher(wanted).matches()) {
            return Optional.of(Notice.of(Tone.WARNING, "people.form.notShort"));
        }
        String whose = people.stream()
                .filter(person -> person.employee().equals(wanted))
                .map(Person::name)
                .findFirst()
                .orElse(wanted);
        return Optional.of(new Notice(Tone.WARNING, "people.form.taken", Map.of("short", wanted, "employee", whose)));
    }

    /// What the entry will say.
    PersonAdded person() {
        return new PersonAdded(shortName.get(), name.get().strip(), role.get().orElseThrow());
    }

    private void propose() {
        if (known.get().isEmpty() && shortName.get().equals(proposed)) {
            proposed = name.get().isBlank() ? "" : free(latin(name.get()));
            shortName.set(proposed);
        }
    }

    /// The first word in plain letters; a name in other letters is called by its role.
    private String latin(String typed) {
        String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String letters = plain.split("\\s+", 2)[0].replaceAll("[^a-z0-9-]", "").replaceAll("^[^a-z]+", "");
        String proposal = letters.substring(0, Math.min(letters.length(), LONGEST_PROPOSAL));
        return proposal.isEmpty() ? role.get().orElse(Role.CASHIER).word() : proposal;
    }

    private String free(String wanted) {
        String candidate = wanted;
        for (int number = 2; isTaken(candidate); number++) {
            candidate = wanted + "-" + number;
        }
        return candidate;
    }
}
