package org.countinghouse.app.shell;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The words for what a list offers or an axis is marked with. Nobody types them.
public final class Spoken<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public Spoken(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T thing) {
        return thing == null ? "" : words.apply(thing);
    }

    /// Only an editable control asks for it; none of ours is.
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("\"" + text + "\" was typed where nobody can type");
    }
}
