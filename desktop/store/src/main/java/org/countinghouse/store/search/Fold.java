package org.countinghouse.store.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings words that people type differently to one spelling, for comparing only. `Cà Phê`, `ca phe` and `CÀ PHÊ` are
/// the same; so is Khmer whatever order its signs were typed in.
///
/// - Unicode's canonical decomposition, then lower case; `đ` is `d`, `ß` is `ss`.
/// - Latin letters lose their marks. Khmer and Thai signs are letters of their words and stay.
/// - Digits of any script are `0`-`9`; any white space is one space.
/// - What cannot be seen is left out: zero-width spaces and joiners, variation selectors, control characters.
/// - Khmer: [KhmerOrder]. Thai: signs of a letter in one order, sara am as nikhahit and sara aa.
public final class Fold {
    private static final int FIRST_NOT_ASCII = 0x80;
    private static final int COENG = 0x17D2;
    private static final int SARA_AM = 0x0E33;
    private static final String SARA_AM_APART = "\u0E4D\u0E32";

    /// Signs nobody sees, or has written for a century, among those that are no format characters by their type.
    private static final Set<Integer> UNSEEN = Set.of(0x034F, 0x17B4, 0x17B5, 0x17DD);

    /// Latin letters with a stroke or joined ones have no decomposition; a final sigma is a sigma.
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) '\u0111', "d"),
            Map.entry((int) '\u00F0', "d"),
            Map.entry((int) '\u00F8', "o"),
            Map.entry((int) '\u0142', "l"),
            Map.entry((int) '\u0127', "h"),
            Map.entry((int) '\u0131', "i"),
            Map.entry((int) '\u00DF', "ss"),
            Map.entry((int) '\u00E6', "ae"),
            Map.entry((int) '\u0153', "oe"),
            Map.entry((int) '\u00FE', "th"),
            Map.entry((int) '\u03C2', "\u03C3"));

    private Fold() {}

    /// The one spelling. Folding it again changes nothing.
    public static String text(String words) {
        return of(words).text();
    }

    /// The one spelling, and where each of its letters came from.
    public static Folded of(String words) {
        var folded = new Folded.Builder(words.length());
        var clusters = new Clusters(folded);
        for (int at = 0; at < words.length(); ) {
            int point = words.codePointAt(at);
            int end = at + Character.charCount(point);
            if (point < FIRST_NOT_ASCII) {
                ascii(point, at, clusters);
            } else {
                spell(point, at, end, clusters);
            }
            at = end;
        }
        clusters.end();
        return folded.built();
    }

    private static void ascii(int point, int at, Clusters clusters) {
        if (Character.isWhitespace(point)) {
            clusters.space(at, at + 1);
        } else if (!Character.isISOControl(point)) {
            clusters.add(point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point, at, at + 1);
        }
    }

    private static void spell(int point, int start, int end, Clusters clusters) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            clusters.space(start, end);
        } else if (isUnseen(point)) {
            // It takes no room on the screen, so nobody can know whether to type it.
            return;
        } else if (Character.isDigit(point)) {
            clusters.add('0' + Character.digit(point, 10), start, end);
        } else if (point == SARA_AM) {
            SARA_AM_APART.codePoints().forEach(each -> clusters.add(each, start, end));
        } else {
            Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                    .codePoints()
                    .map(Character::toLowerCase)
                    .forEach(each -> letter(each, start, end, clusters));
        }
    }

    private static void letter(int point, int start, int end, Clusters clusters) {
        String plain = LETTERS.get(point);
        if (plain == null) {
            clusters.add(point, start, end);
        } else {
            plain.codePoints().forEach(each -> clusters.add(each, start, end));
        }
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE -> true;
            default -> UNSEEN.contains(point) || point >= 0xFE00 && point <= 0xFE0F;
        };
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /// Letters with the signs that belong to them: as small as a part of a text can be shown apart.
    private static final class Clusters {
        private final Folded.Builder folded;
        private final List<Integer> points = new ArrayList<>();
        private int from;
        private int to;
        private boolean afterSpace;

        Clusters(Folded.Builder folded) {
            this.folded = folded;
        }

        void space(int start, int end) {
            if (!afterSpace) {
                add(' ', start, end);
                afterSpace = true;
            }
        }

        void add(int point, int start, int end) {
            afterSpace = false;
            if (!points.isEmpty() && !goesOn(point)) {
                end();
            }
            if (points.isEmpty()) {
                from = start;
            }
            if (points.isEmpty() || !isMark(point) || isMark(points.getFirst()) || isSignOf(points.getFirst(), point)) {
                points.add(point);
            }
            to = end;
        }

        private boolean goesOn(int point) {
            boolean foot =
                    points.getLast() == COENG && KhmerOrder.isLetter(points.getFirst()) && KhmerOrder.isLetter(point);
            return foot || isMark(point);
        }

        /// Khmer and Thai letters have signs of their own; whatever else stands on one, or on a Latin letter, is an
        /// accent or a slip.
        private static boolean isSignOf(int letter, int mark) {
            return switch (UnicodeScript.of(letter)) {
                case LATIN -> false;
                case KHMER, THAI -> UnicodeScript.of(mark) == UnicodeScript.of(letter);
                default -> true;
            };
        }

        void end() {
            if (!points.isEmpty()) {
                spelled().forEach(point -> folded.add(point, from, to));
                points.clear();
            }
        }

        private List<Integer> spelled() {
            int first = points.getFirst();
            if (points.size() == 1) {
                return points;
            }
            if (KhmerOrder.isLetter(first)) {
                return KhmerOrder.of(points);
            }
            boolean thai = UnicodeScript.of(first) == UnicodeScript.THAI && !isMark(first);
            return thai ? thai() : decomposed();
        }

        private List<Integer> thai() {
            var sorted = new ArrayList<>(points.subList(1, points.size()).stream()
                    .distinct()
                    .sorted()
                    .toList());
            sorted.addFirst(points.getFirst());
            return sorted;
        }

        private List<Integer> decomposed() {
            var text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .codePoints()
                    .boxed()
                    .toList();
        }
    }
}
