package org.countinghouse.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a template may name: texts ready to be printed, and lists of more of them. Amounts and times
/// come in as they stand on paper; a template computes nothing.
final class Fields {
    private final @Nullable Fields outer;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Fields>> lists = new HashMap<>();

    Fields() {
        this(null);
    }

    private Fields(@Nullable Fields outer) {
        this.outer = outer;
    }

    /// @param text empty when there is nothing to tell
    Fields put(String name, String text) {
        texts.put(name, text);
        return this;
    }

    Fields put(String name, boolean yes) {
        return put(name, yes ? "yes" : "");
    }

    Fields list(String name, List<Fields> each) {
        lists.put(name, List.copyOf(each));
        return this;
    }

    /// Fields of one member of a list; what they do not have is looked up outside.
    Fields within(Fields around) {
        var inner = new Fields(around);
        inner.texts.putAll(texts);
        inner.lists.putAll(lists);
        return inner;
    }

    Optional<String> text(String name) {
        String text = texts.get(name);
        return text != null || outer == null ? Optional.ofNullable(text) : outer.text(name);
    }

    Optional<List<Fields>> list(String name) {
        var list = lists.get(name);
        return list != null || outer == null ? Optional.ofNullable(list) : outer.list(name);
    }

    /// Every text that can be named here.
    Map<String, String> all() {
        var all = outer == null ? new HashMap<String, String>() : new HashMap<>(outer.all());
        all.putAll(texts);
        return all;
    }
}
