package org.countinghouse.serial.pole;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.countinghouse.serial.CodePage;

/// Sets text in the letters of a code page, one letter per cell. What a page lacks is spelt with what
/// it has where everybody would spell it so (`ệ` as `ê`, `€` as `EUR`, `៥` as `5`); everything else
/// becomes a visible substitute and is told, never a silent question mark. Nothing that comes out is a
/// command.
final class Lettering {
    /// A row has at most 40 cells; a text much longer than that is cut before anybody looks at it.
    private static final int LONGEST_TEXT = 512;

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final String SUBSTITUTE = "¿";
    private static final String PLAIN_SUBSTITUTE = "*";
    private static final int DELETE = 0x7F;

    private static final Map<Integer, String> SPELT = Map.ofEntries(
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ø', "O"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '₫', "VND"),
            Map.entry((int) '៛', "KHR"),
            Map.entry((int) '฿', "THB"),
            Map.entry((int) '₭', "LAK"),
            Map.entry((int) '₩', "KRW"),
            Map.entry((int) '₹', "INR"),
            Map.entry((int) '£', "GBP"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '×', "x"),
            Map.entry((int) '•', "*"));

    private final CodePage page;
    private final String substitute;

    Lettering(CodePage page) {
        this.page = page;
        substitute = page.holds(SUBSTITUTE) ? SUBSTITUTE : PLAIN_SUBSTITUTE;
    }

    /// A row of exactly so many cells.
    ///
    /// @param cells a byte for each, none of them a control character
    /// @param lacking the letters that were substituted
    record Row(byte[] cells, String lacking) {}

    Row row(String text, int columns) {
        var set = new StringBuilder();
        var lacking = new StringBuilder();
        var clusters = CLUSTER.matcher(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        while (set.length() < columns && clusters.find()) {
            String spelt = spelt(Normalizer.normalize(clusters.group(), Form.NFC));
            if (spelt.isEmpty()) {
                lacking.append(clusters.group());
                set.append(substitute);
            } else {
                set.append(spelt);
            }
        }
        var cells = new byte[columns];
        Arrays.fill(cells, (byte) ' ');
        byte[] bytes = page.encoded(set.toString());
        System.arraycopy(bytes, 0, cells, 0, Math.min(bytes.length, columns));
        return new Row(cells, lacking.toString());
    }

    /// The letter in the page's letters; empty when it has none like it.
    private String spelt(String letter) {
        int first = letter.codePointAt(0);
        if (Character.isSpaceChar(first)) {
            return " ";
        }
        if (isHeld(letter)) {
            return letter;
        }
        if (Character.isDigit(first)) {
            return Integer.toString(Character.digit(first, 10));
        }
        String known = SPELT.getOrDefault(first, "");
        return known.isEmpty() ? withoutMarks(Normalizer.normalize(letter, Form.NFKD)) : known;
    }

    /// With the first mark the page knows, else without any: most of a letter is better than none of
    /// it.
    private String withoutMarks(String apart) {
        int end = apart.offsetByCodePoints(0, 1);
        String base = apart.substring(0, end);
        for (int mark : apart.substring(end).codePoints().toArray()) {
            String marked = Normalizer.normalize(base + Character.toString(mark), Form.NFC);
            if (marked.length() == 1 && isHeld(marked)) {
                return marked;
            }
        }
        String bare = apart.codePoints()
                .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return isHeld(bare) ? bare : SPELT.getOrDefault(base.codePointAt(0), "");
    }

    private boolean isHeld(String letters) {
        return !letters.isEmpty()
                && letters.codePoints().noneMatch(Character::isISOControl)
                && page.holds(letters)
                && noCommand(page.encoded(letters));
    }

    private static boolean noCommand(byte[] bytes) {
        for (byte each : bytes) {
            if ((each & 0xFF) < ' ' || each == DELETE) {
                return false;
            }
        }
        return true;
    }
}
