package org.countinghouse.app.backoffice;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Names the choices of a list in words.
final class Spoken<T> extends StringConverter<T> {
    private final Function<T, String> name;

    Spoken(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : name.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
