package org.countinghouse.app.shell;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Where a line of text may end. Khmer and Thai write no spaces between words: ICU finds those in its dictionaries.
final class LineBreaks {
    /// Thai, Lao, Myanmar and Khmer: the blocks of the scripts that are written without spaces.
    private static final String DICTIONARY_SCRIPTS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff";

    private static final Pattern WITHOUT_SPACES = Pattern.compile("[" + DICTIONARY_SCRIPTS + "]");

    private LineBreaks() {}

    /// The indices a line may end at, ascending, the end of the text being the last; a space stays with the word before
    /// it. Dictionaries are read only when a text needs one: a station in English never waits for them.
    static int[] after(String text) {
        return WITHOUT_SPACES.matcher(text).find() ? byDictionary(text) : atSpaces(text);
    }

    private static int[] atSpaces(String text) {
        return IntStream.rangeClosed(1, text.length())
                .filter(at -> at == text.length() || text.charAt(at - 1) == ' ')
                .toArray();
    }

    private static int[] byDictionary(String text) {
        var breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(text);
        breaks.first();
        return IntStream.iterate(breaks.next(), at -> at != BreakIterator.DONE, _ -> breaks.next())
                .toArray();
    }
}
