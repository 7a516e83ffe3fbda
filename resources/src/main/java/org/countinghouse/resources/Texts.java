package org.countinghouse.resources;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every word the station shows, prints or exports, in one language. Immutable.
///
/// A text may name placeholders, `{amount}`. One that is not filled in stays as written: a cashier can still read the
/// sentence, and a test or a screenshot shows it. A key that does not exist is our mistake and throws.
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Language language;
    private final Map<String, String> texts;

    private Texts(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts load(Language language) {
        var read = new Properties();
        String file = "text/texts_" + language.code() + ".properties";
        try (Reader reader = new InputStreamReader(Resource.open(file), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException("resource " + file + " cannot be read", broken);
        }
        var texts = new HashMap<String, String>();
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return new Texts(language, Map.copyOf(texts));
    }

    /// The texts for a locale; English when the station does not speak its language.
    public static Texts load(Locale locale) {
        return load(Language.of(locale));
    }

    public Language language() {
        return language;
    }

    /// @throws MissingTextException when there is no such key
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingTextException(key, language);
        }
        return text;
    }

    /// The text with its placeholders filled in. Values nobody asks for are ignored.
    ///
    /// @param values by placeholder name, without braces; money comes in formatted
    /// @throws MissingTextException when there is no such key
    public String text(String key, Map<String, ?> values) {
        return PLACEHOLDER.matcher(text(key)).replaceAll(found -> {
            Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : String.valueOf(value));
        });
    }

    /// Whether there is such a key: for keys made of a code somebody else gave, such as `refused.<code>`.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// Every key, in alphabetical order.
    public Set<String> keys() {
        return Collections.unmodifiableSet(new TreeSet<>(texts.keySet()));
    }

    /// The placeholders a text names, without braces.
    ///
    /// @throws MissingTextException when there is no such key
    public Set<String> placeholders(String key) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(text(key)).results().forEach(found -> names.add(found.group(1)));
        return Collections.unmodifiableSet(names);
    }
}
