package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.resources.Texts;

/// A piece of a template's line: words, `{name}` for a field, `{@key}` for a text of the shop's
/// language.
record Phrase(List<Part> parts) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(@?)([A-Za-z][A-Za-z0-9.-]*)}");

    sealed interface Part {
        record Literal(String text) implements Part {}

        record Field(String name) implements Part {}

        record Word(String key) implements Part {}
    }

    /// What is wrong with a phrase; the line is known outside.
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final String toDo;

        Fault(String what, String toDo) {
            super(what);
            this.toDo = toDo;
        }

        TemplateMistake in(String template, int line) {
            return new TemplateMistake(template, line, String.valueOf(getMessage()), toDo);
        }
    }

    static Phrase read(String text) throws Fault {
        var parts = new ArrayList<Part>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            literal(text.substring(from, placeholder.start()), parts);
            String name = placeholder.group(2);
            parts.add(placeholder.group(1).isEmpty() ? new Part.Field(name) : new Part.Word(name));
            from = placeholder.end();
        }
        literal(text.substring(from), parts);
        return new Phrase(List.copyOf(parts));
    }

    private static void literal(String text, List<Part> into) throws Fault {
        if (text.contains("{") || text.contains("}")) {
            throw new Fault(
                    "a brace does not belong to a placeholder in \"" + text.strip() + "\"",
                    "Write {name} for a value or {@key} for a text");
        }
        if (!text.isEmpty()) {
            into.add(new Part.Literal(text));
        }
    }

    void check(Set<String> names, Texts texts) throws Fault {
        for (Part part : parts) {
            switch (part) {
                case Part.Literal _ -> {
                    // Words may say anything.
                }
                case Part.Field(var name) -> known(name, names);
                case Part.Word(var key) -> {
                    if (!texts.has(key)) {
                        throw new Fault(
                                "there is no text \"" + key + "\"", "Use a key of the file texts_en.properties");
                    }
                }
            }
        }
    }

    static void known(String name, Set<String> names) throws Fault {
        if (!names.contains(name)) {
            throw new Fault(
                    "\"" + name + "\" is nothing this slip knows",
                    "Use one of " + String.join(", ", names.stream().sorted().toList()));
        }
    }

    String filled(Fields fields, Texts texts) throws Fault {
        var filled = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal(var text) -> filled.append(text);
                case Part.Field(var name) -> filled.append(value(name, fields));
                case Part.Word(var key) -> filled.append(texts.text(key, fields.all()));
            }
        }
        return filled.toString();
    }

    /// Whether one of its fields has nothing to tell.
    boolean lacks(Fields fields) throws Fault {
        for (Part part : parts) {
            if (part instanceof Part.Field(var name) && value(name, fields).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String value(String name, Fields fields) throws Fault {
        return fields.text(name)
                .orElseThrow(() ->
                        new Fault("\"" + name + "\" is not known here", "Use it inside the \"each\" it belongs to"));
    }
}
