package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.resources.Language;

/// The last sale of this till, and its slip, in the language of the customer.
final class LastSale {
    private final Session session;
    private final Trade task;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Receipt>> receipt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Language> language;
    private boolean printedByKey;

    LastSale(Session session, Trade task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.language = new SimpleObjectProperty<>(session.language());
    }

    ReadOnlyObjectProperty<Optional<Receipt>> receiptProperty() {
        return receipt.getReadOnlyProperty();
    }

    /// The language the slip is printed in: of the screen, until the customer wishes for another.
    ObjectProperty<Language> languageProperty() {
        return language;
    }

    void set(Receipt made) {
        receipt.set(Optional.of(made));
        language.set(session.language());
        printedByKey = false;
    }

    void nextLanguage() {
        var all = List.of(Language.values());
        language.set(all.get((all.indexOf(language.get()) + 1) % all.size()));
        printedByKey = false;
    }

    /// A key that is held down prints once.
    void printByKey(Consumer<Notice> tell) {
        if (!printedByKey) {
            printedByKey = true;
            print(tell);
        }
    }

    void print(Consumer<Notice> tell) {
        Language wished = language.get();
        receipt.get().ifPresent(made -> background.run(() -> task.print(made.entry(), wished), tell, tell));
    }
}
