package org.countinghouse.app.support;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Takes out of a text what nobody else may read: the station's own secrets, wherever they stand, and whatever looks
/// like a PIN, a code, a key, a card, a telephone number or an address of a person.
final class Redaction implements UnaryOperator<String> {
    static final String GONE = "[redacted]";

    /// A shorter secret would take words out of sentences.
    private static final int SHORTEST_SECRET = 4;

    /// A word that names a secret, and what is said to be it.
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\\b(?:pin|old-?pin|code|secret|password|token|key|pepper|authorization|bearer)\\b[\"']?"
                    + "(?:\\s+(?:is|was|of))?\\s*[:=]?\\s*[\"']?)(?!\\[)([A-Za-z0-9+/=_$-]*[0-9][A-Za-z0-9+/=_$-]*)");

    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?i)([a-z][a-z0-9+.-]*://)[^/@\\s]+@");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

    /// A card's number, also in groups, or a telephone number. A moment, as each line of a log begins with, is none.
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\w.])(?![0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:)\\+?[0-9](?:[ -]?[0-9]){8,}(?!\\w)");

    /// Keys and hashes, in hexadecimal digits or base64.
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9+/_-]{28,}={0,2}");
    private static final Pattern PIN_HASH = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}\\$[A-Za-z0-9+/]{16,}={0,2}");

    /// Names of the program's own classes and of files are long words too, and are what a log is read for.
    private static final Pattern HARMLESS = Pattern.compile("[a-zA-Z/_-]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> secrets;

    /// @param secrets of this station, literally
    Redaction(List<String> secrets) {
        this.secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    @Override
    public String apply(String text) {
        var clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, GONE);
        }
        clean = PIN_HASH.matcher(clean).replaceAll(GONE);
        clean = USER_IN_ADDRESS.matcher(clean).replaceAll("$1" + GONE + "@");
        clean = EMAIL.matcher(clean).replaceAll(GONE);
        clean = NAMED.matcher(clean).replaceAll("$1" + GONE);
        clean = LONG_WORD
                .matcher(clean)
                .replaceAll(found -> HARMLESS.matcher(found.group()).matches() ? found.group() : GONE);
        return LONG_NUMBER.matcher(clean).replaceAll(GONE);
    }
}
